import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createLanguageService, memoryWorkspace } from '../src/index.js'
import { draftUri } from './fixture.js'
import { sea } from './regulations.js'

const draft = `# 码头管理办法

## 第一章　总则

第一条　依照《海湾渔业管理条例》（以下简称渔业条例）第二条制定本办法。

第二条　港口管理机构（以下简称港口机构）负责下列事项：

（一）依照第三条第二款登记；

（二）执行岛章第二条。

## 第二章　附则

第三条　港口机构应当依照前条第一项和渔业条例第三条办理。

违反前款规定的，由港口机构处理。

第四条　有下列情形之一的，依照前两条办理：

（一）违反第二条第一款第二项的；

（二）违反第六条的。

第五条　上述情形以外的，依照前条、第三条第二款和本章的规定办理，港口机构应当公布。

第六条　本办法自2027年1月1日起施行。
`
const pieces = [
  '港口机构',
  '第二条',
  '\n\n第五条　',
  '\n\n',
  '十',
  '前款',
  '（三）',
  '《岛章》',
  '应当',
  '\n',
  '其它',
  '<!-- 落实: B-1 -->',
  '7天',
  '## 第三章　罚则\n',
  ''
]

/** Everything that a service tells about a draft. */
function told(text: string, service = fresh(text)): unknown {
  return {
    diagnostics: service.diagnostics(draftUri),
    symbols: service.documentSymbols(draftUri),
    tokens: service.semanticTokens(draftUri),
    lenses: service.codeLenses(draftUri).map((lens) => service.resolveCodeLens(lens)),
    folds: service.foldingRanges(draftUri)
  }
}

function fresh(text: string) {
  return createLanguageService({ workspace: memoryWorkspace({ ...sea, drafts: { [draftUri]: text } }) })
}

/** A hundred sequences of a hundred edits are ten thousand; `EDITS` asks for another number. */
const sequences = Number(process.env.EDITS ?? 500) / 25

test('after any edits a service tells what a fresh one would', () => {
  const edit = fc.record({
    at: fc.nat(),
    inNumber: fc.boolean(),
    cut: fc.nat({ max: 8 }),
    put: fc.constantFrom(...pieces)
  })
  fc.assert(
    fc.property(fc.array(edit, { minLength: 25, maxLength: 25 }), (edits) => {
      const workspace = memoryWorkspace({ ...sea, drafts: { [draftUri]: draft } })
      const service = createLanguageService({ workspace })
      for (const [index, { at, inNumber, cut, put }] of edits.entries()) {
        const document = workspace.draft(draftUri)!
        const text = document.getText()
        const { length } = text
        // Half of the edits are in the number of an article, where one character changes what others lead to.
        const numbers = inNumber ? [...text.matchAll(/^第[^条\n]*条/gm)] : []
        const number = numbers[at % numbers.length]
        const start = number === undefined ? at % (length + 1) : number.index + (at % (number[0].length + 1))
        const end = Math.min(length, start + (number === undefined ? cut : cut % 2))
        const range = { start: document.positionAt(start), end: document.positionAt(end) }
        workspace.change(draftUri, [{ range, text: put }])
        // Between two full looks there are quick ones, as while somebody types.
        if (index % 5 === 4) expect(told('', service)).toEqual(told(workspace.draft(draftUri)!.getText()))
        else service.quickDiagnostics(draftUri)
      }
    }),
    { numRuns: sequences }
  )
})

test('a draft is read once for one version, however many features ask', () => {
  const workspace = memoryWorkspace({ ...sea, drafts: { [draftUri]: draft } })
  const service = createLanguageService({ workspace })
  let read = 0
  const document = workspace.draft(draftUri)!
  const getText = document.getText.bind(document)
  document.getText = (range) => {
    if (range === undefined) read += 1
    return getText(range)
  }
  told('', service)
  expect(read).toBe(1)
})
