import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '../../packages/cli/src/context.js'
import { createProgram } from '../../packages/cli/src/program.js'
import { root, tiaoli } from './tiaoli.js'

type Command = ReturnType<typeof createProgram>

const files = {
  'tiaoli.config.json': '{"drafts": ["drafts"], "instruments": ["library"]}',
  'library/草坪管理条例(2020-01-31).md':
    '# 草坪管理条例\n\n（2020年1月31日通过）\n\n第一条　为了养护草坪，制定本条例。\n\n第二条　草坪的养护期为三十日。\n',
  'drafts/1.md': '# 校园草坪办法\n\n第一条　根据《草坪管理条例》第二条，制定本办法。\n\n第二条　养护期为六十日。\n',
  'drafts/2.md':
    '---\nstage: 送审稿\n---\n\n# 校园草坪办法\n\n第一条　根据《草坪管理条例》第二条，制定本办法。\n\n第二条　养护期为三十日。\n\n第三条　违反前条规定的，责令改正。\n\n第四条　市园林管理机构（以下简称园林机构）负责实施。\n',
  '任务书.md':
    '# 校园草坪办法起草任务书\n\n- 法规名称：校园草坪办法\n\n## B-1 养护\n\n规定养护期。\n\n- 强度：必备\n- 来源：会议纪要\n'
}

/** Commands of the page, as they are typed, and what it says of each. */
const rows = [
  ...readFileSync(join(root, 'docs/json.md'), 'utf8').matchAll(/^\| `([^|]+)` \| (\w+)[^|]* \| (.+) \|$/gm)
].map(([, line, kind, keys]) => ({
  line: line!,
  kind: kind!,
  keys: [...keys!.matchAll(/`([^`]+)`/g)].map(([, key]) => key!)
}))

/** Commands that serve, that print a script, and the one that has `--to json`. */
const others = ['export', 'serve', 'lsp', 'completion']

describe('docs/json.md', () => {
  let folder: string

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'tiaoli-json-'))
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true })
      writeFileSync(join(folder, name), text)
    }
    const made = [
      tiaoli(['amend', 'draft', 'drafts/1.md', 'drafts/2.md', '--out', '决定.md'], { cwd: folder }),
      tiaoli(['export', 'drafts/1.md', '--out', '稿.docx'], { cwd: folder })
    ]
    expect(made.map(({ status }) => status)).toEqual([0, 0])
  })

  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it.each(rows)('$line --json', ({ line, kind, keys }) => {
    const { stdout, status } = tiaoli([...line.split(' '), '--json'], { cwd: folder })
    expect(status).toBeLessThan(2)
    const value = JSON.parse(stdout)
    expect(Array.isArray(value)).toBe(kind === 'array')
    const entries: object[] = Array.isArray(value) ? value : [value]
    expect(entries.length).toBeGreaterThan(0)
    const known = keys.map((key) => key.replace('?', ''))
    for (const entry of entries) {
      expect(Object.keys(entry).filter((key) => !known.includes(key))).toEqual([])
      expect(keys.filter((key) => !key.endsWith('?') && !(key in entry))).toEqual([])
    }
  })

  it('has every command that prints JSON, and that is every command but those that print something else', () => {
    const context = { language: 'en', say: ({ en }: { en: string }) => en } as Context
    const program = createProgram(context, '')
    const withJson = commandsOf(program)
    expect(leavesOf(program).filter((name) => !withJson.includes(name))).toEqual(others)
    const described = rows.map(({ line }) => line)
    expect(withJson.filter((name) => !described.some((line) => `${line} `.startsWith(`${name} `)))).toEqual([])
  })
})

/** The names of the commands without commands of their own that stand below one. */
function leavesOf(command: { commands: readonly Command[] }, above = ''): string[] {
  return command.commands.flatMap((below) => {
    const name = `${above}${below.name()}`
    return below.commands.length === 0 ? [name] : leavesOf(below, `${name} `)
  })
}

/** The names of the commands below one that have `--json`, with the names of those above them. */
function commandsOf(command: { commands: readonly Command[] }, above = ''): string[] {
  return command.commands.flatMap((below) => {
    const name = `${above}${below.name()}`
    const own = below.options.some(({ long }) => long === '--json') ? [name] : []
    return [...own, ...commandsOf(below, `${name} `)]
  })
}
