import type { Instrument } from '@tiaoli/library'
import { instrumentsOfRegister } from '@tiaoli/library'

/** An invented law whose text is at hand. */
export const fishing = `# 海湾渔业管理条例

（2021年5月8日海湾市人民代表大会通过）

第一条　为了保护渔业资源，制定本条例。

第二条　从事捕捞应当取得许可。

捕捞许可每三年换发一次。

第三条　有下列情形之一的，不予许可：

（一）船舶不适航的；

（二）依照第二条第二款应当换发而没有换发的。
`
export const fishingUri = 'file:///library/fishing.md'

/** A register with an invented instrument whose text is not at hand. */
export const register = `instruments:
  - title: 海岛保护章程
    shortNames: [岛章]
    status: in-force
    versions:
      - date: "2019-03-01"
        articles: 3
        clauses:
          - { article: 1, topic: 立章目的, paragraphs: [0] }
          - { article: 2, topic: 岛民义务, paragraphs: [0, 2] }
          - { article: 3, topic: 生效, paragraphs: [0] }
  - title: 海岛旧章
    status: repealed
    replacedBy: 海岛保护章程
    versions:
      - date: "2009-03-01"
        articles: 3
`
export const registerUri = 'file:///registers/islands.yaml'

/** The same as a library has it. */
export const islands: Instrument[] = instrumentsOfRegister(
  {
    instruments: [
      {
        title: '海岛保护章程',
        shortNames: ['岛章'],
        status: 'in-force',
        versions: [
          {
            date: '2019-03-01',
            articles: 3,
            clauses: [
              { article: 1, topic: '立章目的', paragraphs: [0] },
              { article: 2, topic: '岛民义务', paragraphs: [0, 2] },
              { article: 3, topic: '生效', paragraphs: [0] }
            ]
          }
        ]
      },
      {
        title: '海岛旧章',
        status: 'repealed',
        replacedBy: '海岛保护章程',
        versions: [{ date: '2009-03-01', articles: 3 }]
      }
    ]
  },
  registerUri
)

/** Everything that the fixtures can cite. */
export const sea = { texts: { [fishingUri]: fishing, [registerUri]: register }, instruments: islands }

/** A part of the instrument that the register counts: its second article alone. */
export const islandsPart = `# 海岛保护章程

（2019年3月1日海湾市人民代表大会通过）

第二条　岛民承担下列义务：

（一）护林；

（二）护滩。
`
export const islandsPartUri = 'file:///library/islands-part.md'

/** The same with a part of the text of what the register counts. */
export const seaWithPart = { ...sea, texts: { ...sea.texts, [islandsPartUri]: islandsPart } }
