export type { DraftDocumentOptions } from './draft-document.js'
export { exportDocx } from './draft-document.js'
