import fc from 'fast-check'

const structure = [
  '第一条 为了规范停车，制定本办法。',
  '第二条 泊位应当编号。',
  '第三条　有下列情形之一的：',
  '第一章 总则',
  '第二章 泊位',
  '（一）固定泊位；',
  '(二)临时泊位；',
  '一、总体要求',
  '1.编号；',
  '①甲；',
  '“第五条 引用的内容',
  '引用结束。”',
  '目录',
  '附件1：名单',
  '附则',
  '总纲',
  '2031年5月6日',
  '居民委员会',
  '【目的】',
  '应当登记。',
  '# 停车办法',
  '## 二、管辖',
  '<!-- 注 -->'
]
const markdown = [
  '- 项',
  '* 项',
  '1. 甲；',
  '2) 乙；',
  '**粗**',
  '**第一条** 甲',
  '**（一）**乙',
  '**',
  '*',
  '_',
  '`码`',
  '```',
  '~~~',
  '> 引',
  '    缩进',
  '\t',
  '  \n',
  '\\\n',
  '\\*',
  '&amp;',
  '&#x4e00;',
  '[x](http://a)',
  '![图](b)',
  '[^1]',
  '\n[^1]: 注\n',
  '\n[x]: http://a\n',
  '| a | b |\n|---|---|\n| c | d |\n',
  '---',
  '===',
  '#',
  '<b>',
  '<div>',
  '<!--',
  '-->',
  '<?',
  '<script>',
  '---\na: 1\n---\n',
  '+',
  '&',
  '\\',
  '<',
  '[2031]5号',
  'a<b'
]
const blanks = ['\n', '\n\n', '\r\n', '\r', ' ', '\u3000', '\u200b', '\ufeff', '\0', '𠀀']

function pieces(atoms: string[], maxLength: number): fc.Arbitrary<string> {
  const ends = fc.constantFrom('', '', '\n', '\n\n', '\n\n')
  return fc
    .array(fc.tuple(fc.constantFrom(...atoms), ends), { maxLength })
    .map((list) => list.map(([atom, end]) => atom + end).join(''))
}

/** Text made of the beginnings of clauses. */
export const clauseText = pieces([...structure, ...blanks.slice(0, 2)], 16)

/** Text made of the beginnings of clauses, of Markdown and of odd blanks, as no drafter would write it. */
export const hostileText = pieces([...structure, ...markdown, ...markdown, ...blanks], 18)
