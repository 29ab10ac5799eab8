import { startWorkerServer } from '@tiaoli/language-server/worker'

startWorkerServer(self as unknown as Parameters<typeof startWorkerServer>[0])
