export type { SqliteIndex } from './sqlite-index.js'
export { openSqliteIndex } from './sqlite-index.js'
