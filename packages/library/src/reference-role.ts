/** What a reference does in its sentence; `implement`: the title of the text says that it carries the instrument out. */
export type ReferenceRole =
  | 'basis'
  | 'implement'
  | 'apply'
  | 'breach'
  | 'repeal'
  | 'amend'
  | 'define'
  | 'history'
  | 'mention'

/** Roles, the strongest tie first. */
export const referenceRoles: readonly ReferenceRole[] = [
  'basis',
  'implement',
  'amend',
  'repeal',
  'apply',
  'breach',
  'define',
  'mention',
  'history'
]

/**
 * What a reference does, by the words before and after it in its source. `in` is the address of its clause: only the
 * opening clauses of a text state what it is based on.
 */
export function referenceRole(source: string, start: number, end: number, clause: string): ReferenceRole {
  const before = sentenceBefore(source, start)
  const after = sentenceAfter(source, end)
  if (clause === '' && /^[（(]?\s*(?:根据)?\d{4}(?:年|-)/.test(before)) return 'history'
  if (/^[》）)]*(?:[^。；]{0,80})(?:同时|即行|予以|相应)?废止/.test(after) && !/废止[^。；]*$/.test(before))
    return 'repeal'
  if (isOpening(clause) && /(?:根据|依据|按照|依照|遵循|遵照)[^。；]*$/.test(before) && /制定|订立|修订/.test(after))
    return 'basis'
  if (/^[^，。；]{0,6}(?:作如下修改|修改为|修正为|删去)/.test(after) || /(?:修改|将)(?:《)?$/.test(before))
    return 'amend'
  if (/^以下[简统]称/.test(source.slice(start, end))) return 'define'
  const near = before.slice(-16)
  if (/违反[^，。；]*$/.test(near)) return 'breach'
  if (
    /(?:依照|按照|适用|根据|依据|参照|执行|符合|遵守|比照|依)[^，。；]*$/.test(near) ||
    /^(?:[^，。；]{0,4})?(?:的规定|规定的)?(?:执行|办理|处理|处罚|追究|实施)/.test(after)
  )
    return 'apply'
  return 'mention'
}

/** Whether a clause is one of the first, where a text says what it is based on. */
function isOpening(clause: string): boolean {
  return clause === '' || /^(?:preamble|art_1(?:__|$)|art_2(?:__|$)|att_)/.test(clause) || !clause.includes('art_')
}

function sentenceBefore(source: string, start: number): string {
  const text = source.slice(Math.max(0, start - 160), start)
  const cut = Math.max(text.lastIndexOf('。'), text.lastIndexOf('\n'), text.lastIndexOf('；'))
  return text.slice(cut + 1)
}

function sentenceAfter(source: string, end: number): string {
  const text = source.slice(end, end + 160)
  const cut = text.search(/[。\n；]/)
  return cut === -1 ? text : text.slice(0, cut)
}
