import { startStdioServer } from '@tiaoli/language-server'

startStdioServer()
