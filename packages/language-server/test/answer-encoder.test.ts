import { createLanguageService, memoryWorkspace } from '@tiaoli/language-service'
import { expect, test } from 'vitest'
import { createAnswerEncoder } from '../src/answer-encoder.js'

const uri = 'file:///草案.md'
const draft =
  '# 码头管理办法\n\n## 第一章　总则\n\n第一条　为了管理码头，制定本办法。\n\n第二条　码头应当：\n\n（一）登记“船舶”；\n\n（二）公布\\航次。\n'

test('an outline is written as it is, before and after a change', async () => {
  const workspace = memoryWorkspace({ drafts: { [uri]: draft } })
  const service = createLanguageService({ workspace })
  const encoder = createAnswerEncoder()
  const written = async (message: object) =>
    Buffer.from(await encoder.encode({ jsonrpc: '2.0', ...message }, { charset: 'utf-8' })).toString('utf8')
  const at = { line: 4, character: 6 }
  for (const text of ['', '增', '\n\n', '']) {
    workspace.change(uri, [{ range: { start: at, end: at }, text }])
    const result = service.documentSymbols(uri)
    expect(result.length).toBeGreaterThan(0)
    const message = { jsonrpc: '2.0', id: 7, result }
    expect(JSON.parse(await written(message))).toEqual(JSON.parse(JSON.stringify(message)))
  }
})

test('other messages are written as JSON writes them', async () => {
  const encoder = createAnswerEncoder()
  for (const message of [
    { jsonrpc: '2.0', id: 1, result: [] },
    { jsonrpc: '2.0', id: 1, result: null },
    { jsonrpc: '2.0', method: 'initialized', params: { 名: '“甲”' } }
  ]) {
    const bytes = await encoder.encode(message, { charset: 'utf-8' })
    expect(Buffer.from(bytes).toString('utf8')).toBe(JSON.stringify(message))
  }
})
