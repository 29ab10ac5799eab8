import { extname } from 'node:path'
import { InputError, readBytes, statOf } from '@tiaoli/workspace'

const takeOver = {
  zh: '其中的改动用 tiaoli import --onto 读回来；或者换一个文件名；',
  en: 'take over its edits with tiaoli import --onto, choose another name, '
}
const keepBoth = { zh: '要留下其中的改动，请换一个文件名；', en: 'choose another name to keep its edits, ' }

/** What `--force` does where a command writes Word files. */
export const replacesEdited = {
  zh: '--out 的 Word 文件写出以后有人改过的，也替换它',
  en: 'replace an --out Word file that was edited since'
}

/** Refuses to take the place of a Word file that is not as we wrote it: somebody may have worked on it since. */
export async function refuseEdited(
  { out, force }: { out?: string; force?: true },
  format: string | undefined,
  of: 'draft' | 'result' = 'result'
): Promise<void> {
  if (out === undefined || force || (format !== 'docx' && extname(out).toLowerCase() !== '.docx')) return
  if (!statOf(out)?.isFile()) return
  const { isSealedDocx } = await import('@tiaoli/docx')
  if (isSealedDocx(readBytes(out))) return
  const instead = of === 'draft' ? takeOver : keepBoth
  throw new InputError('usage', {
    file: out,
    reason: {
      zh: '已经有这个文件，而且不是写出时的原样（多半有人改过），没有改动它。',
      en: 'this file is there, and not as it was written; it was left alone.'
    },
    cure: { zh: `${instead.zh}确实要替换，加 --force。`, en: `${instead.en}or replace it with --force.` }
  })
}

/** A Word file that is known again as long as nobody has saved it since. */
export async function sealed(file: Uint8Array | Promise<Uint8Array>): Promise<Uint8Array> {
  const { sealDocx } = await import('@tiaoli/docx')
  return sealDocx(await file)
}
