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

test('the edits of a command are written as they are, expected or not', async () => {
  const articles = ['一', '二', '三'].map((numeral) => `第${numeral}条　依照第三条、第二条“办理”。`)
  const workspace = memoryWorkspace({ drafts: { [uri]: `# 码头管理办法\n\n${articles.join('\n\n')}\n` } })
  const service = createLanguageService({ workspace })
  const encoder = createAnswerEncoder()
  const expected = [...service.prepareAnswers(uri)].flat()
  expect(expected.filter((part) => 'newText' in part).length).toBeGreaterThan(0)
  encoder.expect(expected)
  const { changes } = service.renumber(uri, 'insertArticle', { line: 2, character: 1 })!
  const message = { jsonrpc: '2.0', id: 3, method: 'workspace/applyEdit', params: { edit: { changes } } }
  // The last that was rehearsed is an insertion behind the third article, whose edits the others share.
  expect(changes[uri]!.filter((edit) => expected.includes(edit)).length).toBeGreaterThan(0)
  const more = { ...message, params: { label: '插入', edit: { changes: {}, documentChanges: [] } } }
  for (const one of [message, { ...message, params: { edit: { changes: { ...changes, 'file:///乙': [] } } } }, more]) {
    const bytes = Buffer.from(await encoder.encode(one, { charset: 'utf-8' }))
    expect(JSON.parse(bytes.toString('utf8'))).toEqual(one)
  }
})

test('every message is JSON in ASCII', async () => {
  const encoder = createAnswerEncoder()
  for (const message of [
    { jsonrpc: '2.0', id: 1, result: [] },
    { jsonrpc: '2.0', id: 1, result: null },
    { jsonrpc: '2.0', method: 'initialized', params: { 名: '“甲”\n𠀀\u0085\u007f' } }
  ]) {
    const bytes = Buffer.from(await encoder.encode(message, { charset: 'utf-8' }))
    expect(bytes.every((byte) => byte < 128)).toBe(true)
    expect(JSON.parse(bytes.toString('latin1'))).toEqual(message)
  }
})
