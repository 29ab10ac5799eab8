import { rmSync } from 'node:fs'
import Database from 'libsql'
import { schema, schemaVersion } from './schema.js'

/** Opens the database in a file, which is made where it is absent, of another version, or damaged. */
export function openDatabase(file: string): Database.Database {
  try {
    return open(file)
  } catch (error) {
    if (!isDamage(error)) throw error
    for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true })
    return open(file)
  }
}

class Damaged extends Error {}

/** Whether an error says that the file is no index that this version can use. */
export function isDamage(error: unknown): boolean {
  return error instanceof Damaged || /SQLITE_(?:CORRUPT|NOTADB)|not a database|malformed/.test(String(error))
}

function open(file: string): Database.Database {
  const database = new Database(file)
  try {
    database.exec(
      'PRAGMA busy_timeout = 10000; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -16000;'
    )
    const [version] = database.prepare('PRAGMA user_version').raw().get() as unknown as [number]
    if (version === 0) make(database)
    else if (version !== schemaVersion) throw new Damaged('another version')
    // Whatever is wrong with the file should be known now, when it can still be made anew.
    database.prepare('SELECT count(*) FROM texts').raw().get()
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

function make(database: Database.Database): void {
  database.exec('BEGIN IMMEDIATE')
  // Another process may have been faster.
  const [version] = database.prepare('PRAGMA user_version').raw().get() as unknown as [number]
  if (version !== schemaVersion) {
    const [tables] = database.prepare('SELECT count(*) FROM sqlite_master').raw().get() as unknown as [number]
    if (tables > 0) throw new Damaged('no index of clauses')
    database.exec(schema)
  }
  database.exec('COMMIT')
}
