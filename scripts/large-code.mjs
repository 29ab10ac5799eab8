// A long regulation for measuring and for tests: invented, every reference in it resolves.
import { formatNumeral } from 'regast'

/** Markdown of an invented code with so many articles in chapters of forty, dense with references. */
export function largeCode(articles) {
  const number = (value) => `第${formatNumeral(value)}`
  const other = (index, factor) => `本条例${number(((index * factor) % articles) + 1)}条`
  const lines = ['---', 'stage: 草案', 'date: 2026-01-01', '---', '', '# 江川市公共事务管理条例', '']
  for (let index = 1; index <= articles; index++) {
    if ((index - 1) % 40 === 0)
      lines.push(`## ${number((index - 1) / 40 + 1)}章　${number((index - 1) / 40 + 1)}类事务`, '')
    lines.push(
      `${number(index)}条　主管部门应当按照${other(index, 37)}的规定，登记、核查和公示第${index}类事务，并及时答复申请人的意见。`,
      ''
    )
    if (index % 3 === 0) {
      lines.push(
        `前款规定的事项，可以委托街道办事处办理；受委托的单位应当遵守${other(index, 11)}、${number(((index * 13) % articles) + 1)}条的规定。`,
        ''
      )
    }
    if (index % 5 === 0) {
      lines.push(
        '有下列情形之一的，应当重新办理：',
        '',
        '（一）登记事项发生变化；',
        '',
        `（二）依照${other(index, 7)}撤销登记；`,
        '',
        '（三）其他应当重新办理的情形。',
        ''
      )
    }
  }
  return lines.join('\n')
}
