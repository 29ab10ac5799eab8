import { execFile } from 'node:child_process'
import { basename, dirname, resolve } from 'node:path'
import { promisify } from 'node:util'
import type { RegulationDocument } from '@tiaoli/workspace'
import { decodeText, documentFacts, InputError } from '@tiaoli/workspace'
import { parseRegulation } from 'remark-regast'

/** The version of a file that git has under a revision; rejects with an `InputError` where there is none. */
export async function readCommitted(file: string, revision: string): Promise<RegulationDocument> {
  const decoded = decodeText(await committedBytes(file, revision))
  if (!('text' in decoded)) {
    throw new InputError('unreadable', {
      file,
      reason: { zh: `版本 ${revision} 中的这个文件不是可读的文字。`, en: `the file is no text in ${revision}.` },
      cure: { zh: '请换一个版本。', en: 'name another revision.' }
    })
  }
  const { tree, messages } = parseRegulation(decoded.text)
  return { file, ...decoded, tree, messages, facts: await documentFacts(tree, file) }
}

async function committedBytes(file: string, revision: string): Promise<Uint8Array> {
  const run = promisify(execFile)
  try {
    // A revision that begins with a dash would be read as an option.
    const name = `${revision}:./${basename(file)}`
    const { stdout } = await run('git', ['show', '--end-of-options', name], {
      cwd: dirname(resolve(file)),
      encoding: 'buffer',
      maxBuffer: 256 * 1024 * 1024
    })
    return stdout
  } catch (error) {
    throw gitError(file, revision, error)
  }
}

function gitError(file: string, revision: string, error: unknown): InputError {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOENT') {
    return new InputError('usage', {
      file,
      cause: error,
      reason: {
        zh: '没有找到 git 程序，或者文件所在的文件夹不存在。',
        en: 'git, or the folder of the file, was not found.'
      },
      cure: { zh: '请安装 git，或者直接写出两个文件进行比较。', en: 'install git, or compare two files.' }
    })
  }
  const said = error instanceof Error && 'stderr' in error ? String(error.stderr).trim().split('\n')[0] : ''
  return new InputError('missing', {
    file,
    cause: error,
    reason: { zh: `版本 ${revision} 中取不出这个文件（${said}）。`, en: `${revision} has no such file (${said}).` },
    cure: {
      zh: '请用 git log 查看有哪些版本，并确认文件已经提交。',
      en: 'see git log for revisions, and check that the file is committed.'
    }
  })
}
