import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestCluster } from './cluster.js'
import { canStart, cluster } from './cluster.js'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const address = 'http://127.0.0.1:9200'

/** The example of the documentation, as it stands there. */
function example(): string {
  const page = readFileSync(join(root, 'docs/search.md'), 'utf8')
  const found = page.split('```').filter((block) => block.startsWith('js\n') && block.includes('openOpenSearchIndex'))
  expect(found).toHaveLength(1)
  expect(found[0]).toContain(address)
  return found[0]!.slice('js\n'.length)
}

/** A folder of a user who has installed the packages, as they are built. */
let folder: string
let file: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tiaoli-example-'))
  mkdirSync(join(folder, 'node_modules/@tiaoli'), { recursive: true })
  for (const name of ['search', 'search-opensearch', 'workspace'])
    symlinkSync(join(root, 'packages', name), join(folder, 'node_modules/@tiaoli', name), 'junction')
  file = join(folder, 'example.mjs')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the example of the documentation', () => {
  it('calls what there is, as it is to be called', () => {
    writeFileSync(file, example())
    const program = ts.createProgram([file], {
      allowJs: true,
      checkJs: true,
      noEmit: true,
      strict: true,
      noImplicitAny: false,
      skipLibCheck: true,
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.NodeNext,
      types: ['node'],
      typeRoots: [join(root, 'node_modules/@types')]
    })
    const found = ts.getPreEmitDiagnostics(program, program.getSourceFile(file))
    expect(found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))).toEqual([])
  })

  describe.runIf(canStart())('with a server', () => {
    let server: TestCluster
    beforeAll(async () => {
      server = await cluster(1)
    }, 200_000)
    afterAll(() => server?.stop())

    it('prints the clauses that it finds', () => {
      writeFileSync(
        join(folder, '章程.md'),
        '# 花圃会章程\n\n第一条　花圃会的经费每年公开一次。\n\n第二条　会员轮流浇水。\n'
      )
      writeFileSync(join(folder, '办法.md'), '# 浇水办法\n\n第一条　隔日浇水。\n')
      writeFileSync(file, example().replace(address, server.urls[0]!))
      const printed = execFileSync(process.execPath, [file], { cwd: folder, encoding: 'utf8' })
      expect(printed.split('\n')[0]).toBe('《花圃会章程》第一条 花圃会的经费每年公开一次。')
    })
  })
})
