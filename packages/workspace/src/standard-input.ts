import { readSync } from 'node:fs'

/** The name that stands for standard input where a file can be named. */
export const standardInput = '-'

const portion = 64 * 1024
const waitMilliseconds = 10
let read: Uint8Array | undefined

/** Everything that comes in by standard input, however often it is asked for; at most `most` bytes and a portion. */
export function readStandardInput(most: number): Uint8Array {
  if (read !== undefined) return read
  const parts: Buffer[] = []
  for (let size = 0; size <= most; ) {
    const part = Buffer.alloc(portion)
    const length = readSome(part)
    if (length === 0) break
    parts.push(part.subarray(0, length))
    size += length
  }
  read = Buffer.concat(parts)
  return read
}

function readSome(into: Buffer): number {
  for (;;) {
    try {
      return readSync(0, into)
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      // On Windows the end of a pipe is an error.
      if (code === 'EOF') return 0
      if (code !== 'EAGAIN') throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, waitMilliseconds)
    }
  }
}
