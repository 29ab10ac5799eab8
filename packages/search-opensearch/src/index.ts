export type { OpenSearchIndex, OpenSearchOptions } from './opensearch-index.js'
export { openOpenSearchIndex } from './opensearch-index.js'
export { SearchServerError } from './search-server-error.js'
