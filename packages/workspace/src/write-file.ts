import { randomBytes } from 'node:crypto'
import {
  closeSync,
  fchmodSync,
  fsyncSync,
  mkdirSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { InputError, systemCode } from './errors.js'
import { standardInput } from './standard-input.js'

/**
 * Writes a file so that at every moment either the old or the new content stands there whole;
 * missing folders are made; throws an `InputError` where it cannot be written, and leaves the old content.
 */
export function writeFileAtomic(file: string, content: string | Uint8Array): void {
  if (file === standardInput) throw noPlace()
  let temporary: string | undefined
  try {
    const target = realTarget(file)
    const stat = statSync(file, { throwIfNoEntry: false })
    const bytes = typeof content === 'string' ? Buffer.from(content) : content
    // A device or a pipe is written to; a file in its place would be a disaster for whatever else uses it.
    if (stat !== undefined && !stat.isFile() && !stat.isDirectory()) {
      writeInto(openSync(file, 'w'), bytes)
      return
    }
    mkdirSync(dirname(target), { recursive: true })
    // In the same folder, because a rename is atomic only within one file system.
    const name = join(dirname(target), `.${basename(target)}.${process.pid}-${randomBytes(4).toString('hex')}.tmp`)
    const handle = openSync(name, 'wx', 0o666)
    temporary = name
    writeInto(handle, bytes, () => {
      if (stat !== undefined) fchmodSync(handle, stat.mode & 0o777)
      fsyncSync(handle)
    })
    renameSync(name, target)
    temporary = undefined
  } catch (error) {
    throw writeError(file, error)
  } finally {
    if (temporary !== undefined) rmSync(temporary, { force: true })
  }
}

/** What was read from standard input has no file to be written to. */
function noPlace(): InputError {
  return new InputError('usage', {
    file: standardInput,
    reason: { zh: '“-”是标准输入，不是可以写入的文件。', en: '“-” is standard input, not a file to write to.' },
    cure: {
      zh: '不加 --write、--fix、--out，结果就显示在屏幕上；要写文件，请写出文件名。',
      en: 'without --write, --fix and --out the result is printed; to write a file, name it.'
    }
  })
}

/** Writes all of it and closes; `settle` comes between. */
function writeInto(handle: number, bytes: Uint8Array, settle?: () => void): void {
  try {
    for (let written = 0; written < bytes.length; ) written += writeSync(handle, bytes, written)
    settle?.()
  } finally {
    closeSync(handle)
  }
}

/** A symbolic link keeps pointing where it does: the file behind it is replaced. */
function realTarget(file: string): string {
  try {
    return realpathSync(file)
  } catch {
    return file
  }
}

function writeError(file: string, error: unknown): InputError {
  const reasons: Record<string, { zh: string; en: string }> = {
    EACCES: { zh: '没有写入这里的权限。', en: 'no permission to write here.' },
    EPERM: { zh: '没有写入这里的权限。', en: 'no permission to write here.' },
    EROFS: { zh: '这个位置是只读的。', en: 'this place is read-only.' },
    ENOSPC: { zh: '磁盘已满。', en: 'the disk is full.' },
    EISDIR: { zh: '这里已有同名文件夹。', en: 'a folder of that name is here.' },
    ENOTDIR: { zh: '路径中有一段不是文件夹。', en: 'a part of the path is not a folder.' },
    EEXIST: { zh: '路径中有一段不是文件夹。', en: 'a part of the path is not a folder.' }
  }
  const message = error instanceof Error ? error.message : String(error)
  const code = systemCode(error) ?? ''
  // Not every command has --out, and room on the disk helps nobody who may not write.
  const forbidden = ['EACCES', 'EPERM', 'EROFS'].includes(code)
  return new InputError('unwritable', {
    file,
    cause: error,
    reason: reasons[code] ?? {
      zh: `写不进去（${message}）。`,
      en: `cannot be written (${message}).`
    },
    cure: forbidden
      ? {
          zh: '原有内容没有改动。请查看这个文件夹能不能写入，或者换到能写入的地方再试。',
          en: 'what was there is unchanged. See whether the folder can be written to, or choose another place.'
        }
      : {
          zh: '原有内容没有改动。请换一个位置（--out）或腾出空间后再试。',
          en: 'what was there is unchanged. Choose another place (--out) or free some space.'
        }
  })
}
