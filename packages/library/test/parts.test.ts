import { describe, expect, it } from 'vitest'
import type { Instrument } from '../src/index.js'
import { articleText, createLibrary, instrumentsOfRegister } from '../src/index.js'
import { instrument, lines, link } from './linked.js'

/** Parts of one invented code; each counts its 章 from one, and 第三条 is in none of them. */
const general = part('总则', '## 第一章　一般规定\n\n第一条　为了管理岛屿，制定本法典。\n\n第二条　岛屿属于全体岛民。')
const special = part(
  '捕捞编',
  '## 第一章　许可\n\n第四条　捕捞实行许可：\n\n（一）近海捕捞；\n\n（二）远海捕捞。\n\n第四条之一　许可三年有效。'
)
const [registered] = instrumentsOfRegister(
  {
    instruments: [
      {
        title: '海岛法典',
        shortNames: ['岛典'],
        versions: [
          {
            date: '2020-01-01',
            articles: 5,
            structure: [
              { unit: 'book', number: 1, heading: '总则', from: 1, to: 3 },
              { unit: 'book', number: 2, heading: '捕捞', from: 4, to: 5 }
            ],
            clauses: [{ article: 3, topic: '岛民会议' }]
          }
        ]
      }
    ]
  },
  'islands.yaml'
)

const draft = `# 渔船办法

第一条　依照《海岛法典》第二条、第三条、第四条第二项、第四条之一、第五条之一、第六条和第一章处理。
`
const orders: [string, Instrument[]][] = [
  ['texts first', [general, special, registered!]],
  ['the register first', [registered!, special, general]],
  ['the register in between', [special, registered!, general]]
]

describe('a code whose text stands in parts', () => {
  it.each(orders)('has the words of its parts and the count of its register: %s', (_, instruments) => {
    expect(lines(draft, instruments, { date: '2024-01-01' })).toEqual([
      'art_1__para_1 《海岛法典》第二条、第三条、第四条第二项、第四条之一、第五条之一、第六条和第一章 → ' +
        '《海岛法典》art_2 + 《海岛法典》art_3 + 《海岛法典》art_4__para_1__point_2 + 《海岛法典》art_4-1' +
        ' + 《海岛法典》art_5-1 unknown-instrument + 《海岛法典》art_6 dangling + 《海岛法典》chp_1 unknown-instrument'
    ])
    const [code] = createLibrary(instruments).find('岛典').instruments
    const [{ outline, source }] = code!.versions as [Instrument['versions'][number]]
    const words = [...outline!.articles.values()].map(({ address, node, path, topic }) => [
      address,
      node && articleText(node).slice(0, 6),
      path[0],
      outline!.files?.get(address),
      topic
    ])
    expect(words).toEqual([
      ['art_1', '为了管理岛屿', 'book_1', '总则.md', undefined],
      ['art_2', '岛屿属于全体', 'book_1', '总则.md', undefined],
      ['art_3', undefined, 'book_1', undefined, '岛民会议'],
      ['art_4', '捕捞实行许可', 'book_2', '捕捞编.md', undefined],
      ['art_4-1', '许可三年有效', 'book_2', '捕捞编.md', undefined],
      ['art_5', undefined, 'book_2', undefined, undefined]
    ])
    expect(source).toMatchObject({ kind: 'register', file: 'islands.yaml' })
  })

  it('is known only as far as its parts reach where no register counts its articles', () => {
    expect(lines(draft, [general, special], { date: '2024-01-01' })).toEqual([
      'art_1__para_1 《海岛法典》第二条、第三条、第四条第二项、第四条之一、第五条之一、第六条和第一章 → ' +
        '《海岛法典》art_2 + 《海岛法典》art_3 unknown-instrument + 《海岛法典》art_4__para_1__point_2 + 《海岛法典》art_4-1' +
        ' + 《海岛法典》art_5-1 unknown-instrument + 《海岛法典》art_6 unknown-instrument + 《海岛法典》chp_1 unknown-instrument'
    ])
    const [target] = link('# 渔船办法\n\n第一条　依照《海岛法典》第六条处理。\n', [general, special]).references[0]!
      .targets
    expect(target!.reason).toContain('文库中的文本不全')
  })

  it('keeps 章 that run through its parts', () => {
    const later = part('捕捞编', '## 第二章　许可\n\n第四条　捕捞实行许可。')
    expect(lines('# 渔船办法\n\n第一条　依照《海岛法典》第二章处理。\n', [general, later])).toEqual([
      'art_1__para_1 《海岛法典》第二章 → 《海岛法典》chp_2'
    ])
  })
})

/** One file of the code. */
function part(name: string, body: string): Instrument {
  const { versions, ...facts } = instrument(`# 海岛法典\n\n# ${name}\n\n${body}\n`, { date: '2020-01-01' })
  return {
    ...facts,
    versions: versions.map((version) => ({ ...version, source: { kind: 'text', file: `${name}.md` } }))
  }
}
