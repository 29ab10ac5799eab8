/** What the parser says of a draft in Chinese, in English: it says its messages by their ids. */
const sentences: Record<string, (expected: string) => string> = {
  'number-gap': (expected) => `The numbers have a gap${expected && ` before it: ${expected}`}.`,
  'number-duplicate': () => 'The number occurs twice.',
  'number-order': (expected) => `The number is out of order${expected && `; expected: ${expected}`}.`,
  'number-start': (expected) => `The numbers do not begin at the first${expected && ` (${expected})`}.`,
  'number-malformed': () => 'The number cannot be read.',
  'contents-disagree': (expected) =>
    expected ? `The table of contents differs from the heading ${expected}.` : 'Contents and headings differ.',
  'section-without-chapter': () => 'A 节 stands outside every 章.',
  'heading-level': (expected) => `The heading is of the wrong level${expected && `; expected: ${expected}`}.`,
  'heading-space': () => 'A space is missing behind the # of the heading.',
  'glued-articles': () => 'Several articles stand in one paragraph.',
  'article-in-sentence': () =>
    'An article number stands within a sentence; if an article begins there, begin a paragraph.',
  'article-without-space': () => 'A space is missing behind the number of the article.',
  'quotation-open': () => 'A quotation of several paragraphs is not closed.',
  'soft-break-clause': () => 'Single line breaks are read as new 款; part paragraphs by empty lines.',
  'empty-document': () => 'The document is empty.',
  'format-unsafe': () => 'It cannot be written in canonical form without loss.'
}

/** A message of the parser in English. */
export function parserEnglish(ruleId: string, expected: readonly string[] | undefined): string {
  return sentences[ruleId]?.(expected?.map((text) => `“${text}”`).join(', ') ?? '') ?? `The parser reports ${ruleId}.`
}
