import { definitionsIn } from '@tiaoli/citation'
import type { ClauseText } from 'regast'
import { documentRule } from '../rule.js'
import { practice, source } from '../sources.js'

/** Words that name the same thing when they end a name. */
const alike: readonly (readonly string[])[] = [
  ['部门', '机关', '机构', '单位'],
  ['会议', '会'],
  ['清单', '名录', '目录', '名单'],
  ['负责人', '责任人'],
  ['中心', '站']
]

export default documentRule({
  id: 'term-drift',
  group: 'clauses',
  summary: { zh: '一个事物只用一个名称。', en: 'One thing has one name.' },
  rationale:
    '约定或者定义了“登记机关”，后面又写“登记部门”，读者会以为是两个机关。只检查约定过的名称换了末尾用词的情形，是否同一事物由人判断。',
  sources: [source(practice, 'C')],
  kinds: 'all',
  severity: 'warning',
  fix: 'offer',
  good: [
    '第一条　样品登记机关（以下简称登记机关）负责登记。\n第二条　登记机关应当公示。',
    '第一条　样品登记机关（以下简称登记机关）负责登记。\n第二条　税务登记部门应当配合登记机关。',
    '第一条　由登记机关负责登记。\n第二条　登记部门应当公示。',
    '第一条　样品登记机关（以下简称登记机关）负责登记。\n第二条　登记机关、登记单位之间交换信息，登记单位应当配合。'
  ],
  bad: [
    {
      text: '第一条　样品登记机关（以下简称登记机关）负责登记。\n第二条　登记机关应当公示，并由⟦登记部门⟧存档。',
      fixed: '第一条　样品登记机关（以下简称登记机关）负责登记。\n第二条　登记机关应当公示，并由登记机关存档。'
    },
    {
      text: '第一条　样品工作责任清单（以下简称责任清单）每年调整。\n第二条　责任清单应当公开，⟦责任目录⟧的调整也应当公开。',
      fixed:
        '第一条　样品工作责任清单（以下简称责任清单）每年调整。\n第二条　责任清单应当公开，责任清单的调整也应当公开。'
    },
    {
      text: '第一条　本办法所称承办单位，是指受理申请的单位。\n第二条　⟦承办部门⟧应当通知承办单位。',
      fixed: '第一条　本办法所称承办单位，是指受理申请的单位。\n第二条　承办单位应当通知承办单位。'
    }
  ],
  check(document, report) {
    const defined = new Map<string, ClauseText>()
    for (const clause of document.bodyClauses) {
      if (!/[称指]/.test(clause.text)) continue
      for (const { name } of definitionsIn(clause.text))
        if (name.length >= 4 && !defined.has(name)) defined.set(name, clause)
    }
    for (const [name, definition] of defined) {
      const group = alike.find((words) => words.some((word) => name.endsWith(word)))
      const tail = group?.find((word) => name.endsWith(word))
      if (group === undefined || tail === undefined) continue
      const head = name.slice(0, -tail.length)
      if (head.length < 2) continue
      for (const other of group) {
        const variant = head + other
        if (other === tail || defined.has(variant) || name.startsWith(variant)) continue
        // 甲部门、甲单位 side by side are two things.
        const beside = new RegExp(
          `${name}[、和与或及][^，。；、]{0,2}${variant}|${variant}[、和与或及][^，。；、]{0,2}${name}`
        )
        if (document.bodyClauses.some((clause) => beside.test(clause.text))) continue
        for (const clause of document.bodyClauses) {
          for (let at = clause.text.indexOf(variant); at !== -1; at = clause.text.indexOf(variant, at + 1)) {
            if (at > 0 && !/[，。；：、（由向经和与及对在被报送]/.test(clause.text[at - 1]!)) continue
            if (/^[人员长]/.test(clause.text.slice(at + variant.length))) continue
            report({
              clause,
              start: at,
              end: at + variant.length,
              reason: {
                zh: `前面约定的名称是“${name}”，这里是“${variant}”。`,
                en: `The name defined before is “${name}”, here it is “${variant}”.`
              },
              replace: name,
              related: [{ clause: definition, reason: { zh: '约定在这里', en: 'it is defined here' } }]
            })
          }
        }
      }
    }
  }
})
