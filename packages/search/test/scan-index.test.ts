import { createScanIndex } from '@tiaoli/search'
import { describeIndex } from './index-contract.js'

describeIndex('scan', async () => createScanIndex())
