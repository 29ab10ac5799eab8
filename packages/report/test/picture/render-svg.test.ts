import { renderGraphSvg } from '@tiaoli/report'
import { describe, expect, it } from 'vitest'
import { layoutGraph } from '../../src/picture/layout.js'

const graph = {
  nodes: [
    { id: 'd', title: '某市社区花园管理条例（草案）', known: true, incoming: 0, outgoing: 4 },
    { id: 'c', title: '中华人民共和国宪法', kind: '宪法', known: true, incoming: 1, outgoing: 0 },
    { id: 'l', title: '中华人民共和国绿化法', kind: '法律', known: true, incoming: 3, outgoing: 1 },
    { id: 'x', title: '某某<办法>', known: false, incoming: 1, outgoing: 0 }
  ],
  edges: [
    { source: 'd', target: 'l', references: 3, role: 'basis' as const, unresolved: 0 },
    { source: 'l', target: 'c', references: 1, role: 'basis' as const, unresolved: 0 },
    { source: 'd', target: 'x', references: 1, role: 'mention' as const, unresolved: 1 },
    { source: 'd', target: 'gone', references: 1, role: 'mention' as const, unresolved: 0 }
  ]
}

describe('the picture of a link graph', () => {
  it('puts higher ranks above, and the draft last', () => {
    const { boxes, bands, lines } = layoutGraph(graph, '某市社区花园管理条例（草案）')
    expect(boxes.toSorted((one, other) => one.y - other.y).map(({ id }) => id)).toEqual(['c', 'l', 'x', 'd'])
    expect(bands.map(({ name }) => name)).toEqual(['宪法', '法律', '其他', '本文件'])
    expect(lines).toHaveLength(3)
  })

  it('lets no box lie on another, and none outside the picture', () => {
    const many = Array.from({ length: 40 }, (_, index) => ({
      id: `n${index}`,
      title: `某省第${index}号关于公园、绿地和古树名木保护的若干规定（试行）`,
      kind: '规章',
      known: true,
      incoming: 1,
      outgoing: 0
    }))
    const { boxes, width, height } = layoutGraph({ nodes: [...graph.nodes, ...many], edges: graph.edges })
    for (const [index, one] of boxes.entries()) {
      expect(one.x + one.width).toBeLessThanOrEqual(width)
      expect(one.y + one.height).toBeLessThanOrEqual(height)
      for (const other of boxes.slice(index + 1)) {
        const apart =
          one.x + one.width <= other.x ||
          other.x + other.width <= one.x ||
          one.y + one.height <= other.y ||
          other.y + other.height <= one.y
        expect(apart).toBe(true)
      }
    }
  })

  it('breaks long titles without a closing mark at the beginning of a line', () => {
    const [box] = layoutGraph({ nodes: [graph.nodes[0]!], edges: [] }).boxes
    expect(box!.lines.join('')).toBe('某市社区花园管理条例（草案）')
    for (const line of box!.lines) expect(line).not.toMatch(/^[）》]/)
  })

  it('escapes titles and says what is not in the library', () => {
    const svg = renderGraphSvg(graph, { focus: '某市社区花园管理条例（草案）' })
    expect(svg).not.toContain('某某<办法>')
    expect(svg).toContain('<title>某某&lt;办法&gt;（文库中没有）</title>')
    expect(svg).toContain('中华人民共和国绿化法：3 处，以其为制定依据')
    expect(svg).toContain('class="line unresolved"')
  })
})
