import type { RegulationDocument } from '@tiaoli/workspace'
import { InputError } from '@tiaoli/workspace'

/** A draft with the text that takes the place of its own. */
export interface ChangedDraft {
  document: Pick<RegulationDocument, 'file' | 'encoding'>
  text: string
}

/** Writes drafts in their own encodings; every one is encoded before the first is written, so that none is written where one cannot be. */
export async function writeDrafts(changed: readonly ChangedDraft[]): Promise<void> {
  const { encodeText, writeFileAtomic } = await import('@tiaoli/workspace')
  const ready = changed.map(({ document: { file, encoding }, text }) => {
    const bytes = encodeText(text, encoding)
    if (bytes === undefined) {
      throw new InputError('encoding', {
        file,
        reason: { zh: `有的字不能用 ${encoding} 保存。`, en: `some characters do not exist in ${encoding}.` },
        cure: { zh: '请先把文件另存为 UTF-8。', en: 'save the file as UTF-8 first.' }
      })
    }
    return { file, bytes }
  })
  for (const { file, bytes } of ready) writeFileAtomic(file, bytes)
}
