export type { IndexRefreshed, IndexSource } from './refresh-index.js'
export { refreshIndex } from './refresh-index.js'
export type { SqliteIndex } from './sqlite-index.js'
export { openSqliteIndex } from './sqlite-index.js'
