import type { GraphDocument, GraphReference, Instrument, LinkGraph } from '@tiaoli/library'
import {
  basisChain,
  createLibrary,
  createLinkGraph,
  cyclesOf,
  graphDocumentOf,
  graphDot,
  graphMl,
  impactOf,
  instrumentGraph,
  linkDocument,
  outlineOfTree,
  relianceOf
} from '@tiaoli/library'
import { parseRegulation } from 'remark-regast'
import { describe, expect, it } from 'vitest'

const kinds: Record<string, Instrument['kind']> = {
  中华人民共和国宪法: '宪法',
  中华人民共和国绿化法: '法律',
  某省绿地条例: '地方性法规'
}

/** The graph of regulations given as Markdown, as the library on disk would make it. */
function graphOf(...sources: string[]): LinkGraph {
  const texts = sources.map((source) => {
    const { tree } = parseRegulation(source)
    return { source, tree, title: /^# (.+)$/m.exec(source)![1]! }
  })
  const library = createLibrary(
    texts.map(({ tree, title }): Instrument => {
      const kind = kinds[title]
      return {
        title,
        shortNames: title.includes('宪法') ? ['宪法'] : [],
        versions: [{ outline: outlineOfTree(tree), source: { kind: 'text', file: title } }],
        ...(kind && { kind })
      }
    })
  )
  const documents = texts.map(({ source, tree, title }) =>
    graphDocumentOf(linkDocument(tree, { library, title }), source, { title })
  )
  return createLinkGraph({ documents, library })
}

const constitution = '# 中华人民共和国宪法\n\n第一条　国家。\n'
const law = `# 中华人民共和国绿化法

## 第一章　总则

第一条　为了绿化，根据宪法，制定本法。

第二条　绿地分下列两类：

（一）公园；

（二）防护林。

## 第二章　管理

第三条　绿地由市管理。

市可以委托镇管理。

第四条　移植树木的，依照本法第三条第二款办理。

第五条　第二条至第四条的规定适用于林地。
`
const province = `# 某省绿地条例

第一条　为了管理绿地，根据《中华人民共和国绿化法》，制定本条例。

第二条　公园依照《中华人民共和国绿化法》第二条第一项认定。

第三条　绿地的委托，依照《中华人民共和国绿化法》第三条办理，《中华人民共和国林木法》另有规定的除外。

第四条　违反本条例第三条的，责令改正。
`

const graph = graphOf(constitution, law, province)
const where = ({
  title,
  clause,
  distance,
  meets
}: {
  title: string
  clause: string
  distance: number
  meets: string
}) => `${distance} ${title} ${clause} ${meets}`

describe('what a change would touch', () => {
  it('is what refers to the clause, its parts, and ranges over it, then what refers to those', () => {
    const { touched, whole } = impactOf(graph, '中华人民共和国绿化法', 'art_3')
    expect(touched.map(where)).toEqual([
      '1 中华人民共和国绿化法 art_4__para_1 part',
      '1 某省绿地条例 art_3__para_1 exact',
      '1 中华人民共和国绿化法 art_5__para_1 range',
      '2 某省绿地条例 art_4__para_1 whole-clause'
    ])
    expect(whole.map(({ in: clause, role }) => `${clause} ${role}`)).toEqual(['art_1__para_1 basis'])
  })

  it('of one 款 leaves out what refers to another', () => {
    const { touched } = impactOf(graph, '绿化法', 'art_3__para_1', 1)
    expect(touched.map(where)).toEqual([
      '1 某省绿地条例 art_3__para_1 whole-clause',
      '1 中华人民共和国绿化法 art_5__para_1 range'
    ])
  })

  it('of a clause that nothing refers to is nothing', () => {
    expect(impactOf(graph, '某省绿地条例', 'art_2').touched).toEqual([])
    expect(impactOf(graph, '没有的办法', 'art_2').touched).toEqual([])
  })
})

describe('a basis chain', () => {
  it('leads up to the constitution', () => {
    const chain = basisChain(graph, '某省绿地条例')
    expect(chain).toEqual({
      title: '某省绿地条例',
      above: [
        {
          title: '中华人民共和国绿化法',
          in: 'art_1__para_1',
          above: [{ title: '中华人民共和国宪法', in: 'art_1__para_1', end: 'top', above: [] }]
        }
      ]
    })
  })

  it('says where it breaks off', () => {
    const loop = graphOf(
      '# 甲办法\n\n第一条　根据《乙办法》，制定本办法。\n',
      '# 乙办法\n\n第一条　根据《甲办法》和《丙条例》，制定本办法。\n',
      '# 丁办法\n\n第一条　为了便民。\n'
    )
    const ends = basisChain(loop, '甲办法').above[0]!.above.map(({ title, end }) => `${title} ${end}`)
    expect(ends).toEqual(['甲办法 circular', '丙条例 unread'])
    expect(basisChain(loop, '丁办法').end).toBe('unstated')
  })
})

describe('circles', () => {
  it('are clauses that send the reader round', () => {
    const text =
      '# 某办法\n\n第一条　依照第二条办理。\n\n第二条　依照第三条办理。\n\n第三条　依照第一条办理。\n\n第四条　依照第一条办理。\n'
    expect(cyclesOf(graphOf(text)).map(({ clauses }) => clauses.map(({ clause }) => clause))).toEqual([
      ['art_1', 'art_2', 'art_3']
    ])
  })

  it('are not found in sound texts, however long a chain', () => {
    const chain = Array.from({ length: 3000 }, (_, index) => `第${index + 1}条　依照第${index + 2}条办理。`).join(
      '\n\n'
    )
    expect(cyclesOf(graphOf(`# 某办法\n\n${chain}\n`))).toEqual([])
    expect(cyclesOf(graph)).toEqual([])
  })
})

describe('reliance', () => {
  it('puts the basis first and counts what is unknown', () => {
    expect(
      relianceOf(graph, '某省绿地条例').map(({ title, role, references, clauses, known }) => ({
        title,
        role,
        references,
        clauses,
        known
      }))
    ).toEqual([
      { title: '中华人民共和国绿化法', role: 'basis', references: 3, clauses: 2, known: true },
      { title: '中华人民共和国林木法', role: 'mention', references: 1, clauses: 0, known: false }
    ])
  })
})

describe('versions', () => {
  const reference: GraphReference = {
    in: 'art_1',
    kind: 'title',
    role: 'mention',
    text: '《乙法》',
    line: 3,
    column: 1,
    targets: [{ instrument: '乙法', from: null, status: 'unknown-instrument' }]
  }
  const old: GraphDocument = { title: '甲法', date: '2001-01-01', references: [reference, reference] }
  const young: GraphDocument = { title: '甲法', date: '2020-01-01', references: [reference] }
  const library = createLibrary([])

  it('count once: the newest, or the one of a day', () => {
    expect(createLinkGraph({ documents: [old, young], library }).edges).toHaveLength(1)
    expect(createLinkGraph({ documents: [old, young], library, asOf: '2010-01-01' }).edges).toHaveLength(2)
  })
})

describe('exports', () => {
  const exported = instrumentGraph(graph)

  it('have one edge for all references from one instrument to another', () => {
    expect(exported.nodes.map(({ title, incoming }) => `${title} ${incoming}`).sort()).toEqual([
      '中华人民共和国宪法 1',
      '中华人民共和国林木法 1',
      '中华人民共和国绿化法 3',
      '某省绿地条例 0'
    ])
    expect(exported.edges.map(({ references, role }) => `${references} ${role}`).sort()).toEqual([
      '1 basis',
      '1 mention',
      '3 basis'
    ])
  })

  it('are escaped', () => {
    const odd = { nodes: [{ id: 'n1', title: '甲<"&\u0001>乙', known: false, incoming: 0, outgoing: 0 }], edges: [] }
    expect(graphMl(odd)).toContain('<data key="title">甲&#60;&#34;&#38;&#62;乙</data>')
    expect(graphDot(odd)).toContain('n1 [label="甲<\\"&\\u0001>乙" style=dashed]')
  })
})
