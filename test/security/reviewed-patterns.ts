/** What follows cannot fail to match on text without line breaks, so that no second way is ever tried. */
const cannotFail = 'what comes last takes the rest of a line, whatever it is: the first attempt is the only one'

/**
 * Patterns that could take more than linear time on some text, each with the reason why they do not.
 * The key is the file and the pattern as it stands there.
 */
export const reviewedPatterns: Record<string, string> = {
  'packages/brief/src/field-values.ts ^《(.+)》\\s*(.*)$': cannotFail,
  'packages/brief/src/field-values.ts ^《(.+)》\\s*([^（(]*)(?:[（(](.+)[）)])?$':
    'one instrument of one field of a brief',
  'packages/brief/src/parse-brief.ts ^([A-Za-z][A-Za-z0-9]*)-(\\d+(?:\\.\\d+)*)[ ．.、：:]*(.*)$': cannotFail,
  'packages/brief/src/read-entries.ts ^([^：:]{1,8})[：:]\\s*(.*)$': cannotFail,
  'packages/citation/src/document-numbers.ts ([\\u4e00-\\u9fff]{1,16})\\s*(?:[〔［[【（(]\\s*(?:19|20)\\d{2}\\s*[〕］\\]】）)])\\s*(?:第)?\\s*\\d{1,5}\\s*$':
    'used on the 48 characters before 号',
  'packages/cli/src/edit-inside.ts (^#+[\\s\\u3000]*|[\\s\\u3000\\u200B]*)(\\\\[^\\w\\s]|(?<=\\|[ :]*)-+(?=[ :]*\\|)|[^\\s\\u3000\\u200B])':
    "one paragraph of a draft of one's own, into which an edit of its text is put",
  'packages/language-service/src/features/completion.ts <!--\\s*(?:部分)?落实\\s*[:：][^>]*?([A-Za-z0-9.-]*)$':
    'the line that is being typed, up to the cursor',
  'packages/language-service/src/register-place.ts ^\\s*-\\s+title:\\s*["\']?(.+?)["\']?\\s*$':
    'a line of a register that was read already',
  'packages/lint/src/directives.ts ^\\s*(不检查|停止检查|恢复检查|tiaoli-disable-next|tiaoli-disable|tiaoli-enable)(?=[\\s:：]|$)[\\s:：]*([\\s\\S]*)$':
    cannotFail,
  'packages/search/src/query/parse-query.ts ^(.*?)(?:\\.\\.|~|至)(.*)$': cannotFail
}

/** The same for patterns that are put together at run time, by how they begin. */
export const reviewedTemplates: readonly { begins: string; reason: string }[] = [
  {
    begins: '((?:中华人民共和国)?[\\u4e00-\\u9fff]{0,24}?(?:令|公告|决定|通告))',
    reason: 'used on the 48 characters before 号'
  },
  { begins: '((?:《[^》]*》|刑法|宪法|本(?:法|条例', reason: 'used on one sentence of an amendment decision' }
]
