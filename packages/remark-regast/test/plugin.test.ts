import type { Root } from 'regast'
import remarkParse from 'remark-parse'
import { type Plugin, unified } from 'unified'
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import remarkRegast, { parseRegulation, regastStringify } from '../src/index.js'
import { sketch } from './sketch.js'

const draft = '# 楼道公约\n\n第一条 楼道**不得**堆物。\n\n第三条 本公约自公布之日起施行。\n'

describe('remarkRegast in a processor', () => {
  it('makes `parse` return the clause tree', () => {
    const tree = unified().use(remarkParse).use(remarkRegast).parse(draft)
    expect(tree).toEqual(parseRegulation(draft).tree)
  })

  it('leaves a clause tree alone when it runs', () => {
    const processor = unified().use(remarkParse).use(remarkRegast)
    const tree = processor.parse(draft)
    expect(processor.runSync(tree)).toBe(tree)
  })

  it('puts its messages on the file, under the file’s name', () => {
    const file = new VFile({ path: 'gongyue.md', value: draft })
    unified().use(remarkParse).use(remarkRegast).parse(file)
    expect(file.messages.map(String)).toEqual(['gongyue.md:5:1-5:4: 第一条之后是第三条，中间缺第二条。'])
    expect(file.messages[0]).toMatchObject({
      ruleId: 'number-gap',
      source: 'remark-regast',
      expected: ['第二条'],
      fatal: false
    })
  })

  it('turns the mdast of a parser that came later into the same tree', () => {
    const processor = unified().use(remarkRegast).use(remarkParse)
    const file = new VFile(draft)
    const markdown = processor.parse(file) as unknown
    expect((markdown as { children: { type: string }[] }).children[0]!.type).toBe('heading')
    expect(processor.runSync(markdown as Root, file)).toEqual(parseRegulation(draft).tree)
  })

  it('leaves every block to the parser where another plugin brings syntax it does not know', () => {
    let blocks = 0
    const counting: Plugin = function () {
      const data = this.data() as { micromarkExtensions?: object[]; fromMarkdownExtensions?: object[] }
      data.micromarkExtensions = [{}]
      data.fromMarkdownExtensions = [{ transforms: [() => void blocks++] }]
    }
    const tree = unified().use(remarkParse).use(counting).use(remarkRegast).parse(draft)
    expect(blocks).toBe(1)
    expect(tree).toEqual(parseRegulation(draft).tree)
  })

  it('processes a draft to its canonical form', () => {
    const processor = unified().use(remarkParse).use(remarkRegast).use(regastStringify)
    expect(String(processor.processSync('楼道公约\n\n第一条 楼道不得堆物。'))).toBe(
      '# 楼道公约\n\n第一条　楼道不得堆物。\n'
    )
  })

  it('gives an empty tree for an empty draft', () => {
    const { tree, messages } = parseRegulation('')
    expect(sketch(tree)).toBe('root')
    expect(messages.map(({ ruleId }) => ruleId)).toEqual(['empty-document'])
  })
})
