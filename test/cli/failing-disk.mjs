// Makes a folder behave as on a disk that is full, or read-only, for the process that starts with this module
// (`--import`): its writes fail with the error that the system would give. For machines where nothing may be mounted.
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { resolve } from 'node:path'

const { FAILING_FOLDER: folder, FAILING_CODE: code } = process.env
const full = code === 'ENOSPC'
const real = { ...fs }
/** Files of the folder that are open for writing on a full disk. */
const open = new Set()

const inside = (path) => typeof path !== 'number' && `${resolve(String(path))}/`.startsWith(`${resolve(folder)}/`)

function fail(syscall, path) {
  const words = full ? 'no space left on device' : 'read-only file system'
  throw Object.assign(new Error(`${code}: ${words}, ${syscall} '${path}'`), { code, syscall, path })
}

fs.openSync = (path, flags = 'r', ...rest) => {
  const { O_WRONLY, O_RDWR, O_CREAT } = fs.constants
  const writing = typeof flags === 'number' ? flags & (O_WRONLY | O_RDWR | O_CREAT) : /[wa+]/.test(flags)
  if (!writing || !inside(path)) return real.openSync(path, flags, ...rest)
  if (!full) fail('open', path)
  const file = real.openSync(path, flags, ...rest)
  open.add(file)
  return file
}
fs.closeSync = (file) => {
  open.delete(file)
  real.closeSync(file)
}
fs.writeSync = (file, ...rest) => (open.has(file) ? fail('write', file) : real.writeSync(file, ...rest))
fs.writeFileSync = (path, ...rest) => {
  if (open.has(path)) fail('write', path)
  if (!inside(path)) return real.writeFileSync(path, ...rest)
  // A full disk still has room for a name.
  if (full) real.writeFileSync(path, '')
  return fail(full ? 'write' : 'open', path)
}
fs.appendFileSync = fs.writeFileSync
fs.mkdirSync = (path, options) =>
  full || !inside(path) || fs.existsSync(path) ? real.mkdirSync(path, options) : fail('mkdir', path)
fs.accessSync = (path, mode) =>
  !full && inside(path) && mode & fs.constants.W_OK ? fail('access', path) : real.accessSync(path, mode)
for (const name of ['renameSync', 'unlinkSync', 'rmSync', 'copyFileSync', 'utimesSync']) {
  fs[name] = (...paths) => {
    const touched = paths.find((path) => typeof path === 'string' && inside(path) && fs.existsSync(path))
    return full || touched === undefined ? real[name](...paths) : fail(name, touched)
  }
}
syncBuiltinESMExports()
