import remarkBrief from '@tiaoli/brief'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { VFile } from 'vfile'
import { expect, it } from 'vitest'
import { gardenBrief } from './garden.js'

it('as a plugin of remark leaves the brief and its messages on the file', async () => {
  const processor = unified().use(remarkParse).use(remarkBrief)
  const file = new VFile({ path: '任务书.md', value: gardenBrief.replace('- 强度：选备', '- 强度：随便') })
  await processor.run(processor.parse(file), file)
  expect(file.data.brief?.requirements).toHaveLength(2)
  expect(file.messages.map(String)).toEqual([expect.stringContaining('任务书.md:76:1: “B-2.2”的强度“随便”不认识')])
  expect(file.messages[0]!.fatal).toBe(false)
})
