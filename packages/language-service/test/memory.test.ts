import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { formatNumeral } from 'regast'
import { expect, test } from 'vitest'
import { createLanguageService, memoryWorkspace } from '../src/index.js'
import { draftUri } from './fixture.js'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

/** Memory in use when everything that can be let go has been. */
function inUse(): number {
  collect()
  return process.memoryUsage().heapUsed
}

test('typing leaves no earlier version of the text behind', () => {
  let text = '# 港口管理条例\n'
  for (let value = 1; value <= 400; value++) {
    text += `\n第${formatNumeral(value)}条　港口机构应当依照本条例第${formatNumeral(Math.max(1, value - 3))}条的规定，对有关事项进行登记并且建立工作档案，保存不少于五年。\n`
  }
  const workspace = memoryWorkspace({ drafts: { [draftUri]: text } })
  const service = createLanguageService({ workspace })
  const type = (strokes: number): void => {
    for (let stroke = 0; stroke < strokes; stroke++) {
      const at = { line: 2 + 2 * ((stroke * 7) % 400), character: 12 }
      workspace.change(draftUri, [{ range: { start: at, end: at }, text: '增' }])
      service.quickDiagnostics(draftUri)
      if (stroke % 50 === 0) service.diagnostics(draftUri)
    }
  }
  type(50)
  const before = inUse()
  type(400)
  // A version takes two bytes for each character; a quarter of them kept would show.
  expect(inUse() - before).toBeLessThan((400 * text.length * 2) / 4)
})
