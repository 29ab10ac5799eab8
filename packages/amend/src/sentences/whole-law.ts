import type { Operation } from '../operation.js'
import { readPlaces } from '../places.js'
import { sentence } from './pattern.js'
import { joined, words } from './quotations.js'
import { changes, colon, heads, quote, quoted } from './vocabulary.js'

/** 将名称修改为“乙办法”. */
export const renameLaw = sentence(
  `${heads}(?:本?(?:名称|题目|标题|法律名称)|(?:《[^》]*》|本(?:法|条例|规定|办法|规则|细则|解释))(?:的)?(?:名称|题目|标题))${changes}${colon}(?:${quoted('to')}|《(?<bare>[^《》]+(?:《[^《》]*》[^《》]*)*)》)`,
  ({ groups, quotations }) => ({
    operations: [{ type: 'rename', title: groups.bare ?? words(groups.to, quotations).replace(/^《|》$/g, '') }]
  })
)

/** 本决定自2026年5月1日起施行. */
export const takeEffect = sentence(
  '(?:本(?:决定|修正案))(?<when>自.{1,24}?(?:起)?(?:施行|实施|生效))',
  ({ groups }) => ({
    operations: [],
    effective: groups.when!.replace(/^自|起?(?:施行|实施|生效)$/g, '')
  })
)

/** 条文顺序相应调整：“第八条”调整为“第九条”. */
export const reorder = sentence(
  `${heads}(?:《[^》]*》)?(?:的)?条文顺序(?:作|做)?相应调整[：，](?<moves>${quote}调整为${quote}(?:[，；、]${quote}调整为${quote})*)`,
  ({ groups, quotations }) => ({
    operations: [...(groups.moves ?? '').matchAll(/⟦(\d+)⟧调整为⟦(\d+)⟧/g)].flatMap((match): Operation[] => {
      const [at] = readPlaces(quotations[Number(match[1])]!.join(''), undefined)
      const [to] = readPlaces(quotations[Number(match[2])]!.join(''), undefined)
      return at === undefined || to === undefined ? [] : [{ type: 'renumber', at, to }]
    })
  })
)

/** 对条文顺序作相应调整. */
export const renumberRest = sentence(
  '(?:此外[，]?|并)?(?:对|将)?(?:《[^》]*》)?(?:[的]?(?:部分)?(?:条文|章节|条款)(?:的)?(?:顺序|序号)(?:和[^，。；]{0,12})?)(?:根据本决定)?(?:作|做)?(?:相应(?:的)?)?(?:调整|修改|变动)',
  () => ({
    operations: [{ type: 'renumber-rest' }]
  })
)

/** 《甲办法》根据本决定作相应修改，重新公布; some say here that the articles are numbered anew. */
export const republish = sentence(
  '(?:根据本决定[，]?)?《[^》]*》(?:等[^，。；]{0,20})?(?:根据本决定)?(?:作|做)?(?:相应)?(?:的)?(?:修改|修正)(?:后)?(?<adjust>[，]?(?:并)?(?:对|将)?(?:条文|章节)(?:的)?(?:顺序|序号)(?:作|做)?相应(?:的)?调整|[，]?并调整(?:条文|章节)(?:的)?顺序)?(?:后)?[，]?(?:重新公布|重新发布|予以公布|公布)?',
  ({ groups }) => ({
    operations: groups.adjust === undefined ? [] : [{ type: 'renumber-rest' }]
  })
)

/** 增加一段引言：“…”. */
export const addPreamble = sentence(
  `增加(?:一段)?(?:引言|序言)${colon}${quoted('text')}`,
  ({ groups, quotations }) => ({
    operations: [{ type: 'add-preamble', text: joined(groups.text, quotations) }]
  })
)
