import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { command, drafts, folderWith, root, sharedFolder, tiaoli } from './tiaoli.js'

interface Place {
  line: number
  column: number
  offset: number
}

const draft = `${drafts}/1-initial.md`
const statuses = ['resolved', 'dangling', 'unknown-instrument', 'ambiguous', 'superseded']
const kinds = ['internal', 'relative', 'external', 'title', 'self', 'alias']
const address =
  /^(?:preamble|(?:book|part|chp|sec|dvs|art|att)_\d+(?:-\d+)*)(?:__(?:part|chp|sec|dvs|art|para|point|indent)_\d+(?:-\d+)*)*$/

describe('tiaoli refs --json', () => {
  const { stdout, stderr, status } = tiaoli(['refs', draft, `${drafts}/3-submission.md`, '--json'])
  const entries = JSON.parse(stdout) as Record<string, unknown>[]

  it('prints one entry a file, in the order given', () => {
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 })
    expect(entries.map(({ file }) => file)).toEqual([draft, `${drafts}/3-submission.md`])
    for (const entry of entries) {
      expect(Object.keys(entry)).toEqual(['file', 'title', 'references', 'terms', 'documentNumbers'])
      expect(entry.title).toBe('中国共产党组织工作条例（研究稿）')
    }
  })

  it('keeps its contract in every reference', () => {
    const text = readFileSync(join(root, draft), 'utf8')
    const references = entries[0]!.references as Record<string, unknown>[]
    expect(references.length).toBeGreaterThan(100)
    for (const { text: words, start, end, in: clause, kind, targets, ...rest } of references) {
      expect(rest).toEqual({})
      expect(text.slice((start as Place).offset, (end as Place).offset)).toBe(words)
      expect(placeOf(text, (start as Place).offset)).toEqual(start)
      expect(placeOf(text, (end as Place).offset)).toEqual(end)
      if (clause !== '') expect(clause).toMatch(address)
      expect(kinds).toContain(kind)
      expect((targets as unknown[]).length).toBeGreaterThan(0)
      for (const { instrument, version, from, to, status: state, reason, alternatives, ...others } of targets as Record<
        string,
        unknown
      >[]) {
        expect(others).toEqual({})
        expect(statuses).toContain(state)
        if (instrument !== null) expect(instrument).toMatch(/^[^《》]+$/)
        if (version !== undefined) expect(version).toMatch(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/)
        if (from !== null) expect(from).toMatch(address)
        if (to !== undefined) expect(to).toMatch(address)
        if (state !== 'resolved') expect(reason).toMatch(/\p{Script=Han}/u)
        if (alternatives !== undefined) expect(Array.isArray(alternatives)).toBe(true)
      }
    }
  })

  it('keeps its contract in terms', () => {
    const terms = entries[0]!.terms as Record<string, unknown>[]
    expect(terms.filter(({ role }) => role === 'definition').map(({ text }) => text)).toContain('组织部门')
    for (const term of terms) expect(['definition', 'use']).toContain(term.role)
  })

  it('counts offsets with a byte order mark, in the decoded text', () => {
    const folder = folderWith({ 'a.md': '\uFEFF第一条　甲。\n\n第二条　依照第一条办理。\n' })
    const [entry] = JSON.parse(tiaoli(['refs', 'a.md', '--json'], { cwd: folder }).stdout)
    expect(entry.references[0]).toMatchObject({ text: '第一条', in: 'art_2__para_1' })
    expect(entry.references[0].start.offset).toBe('\uFEFF第一条　甲。\n\n第二条　依照'.length)
  })

  it('prints a line a target for people', () => {
    const folder = folderWith({ '办法.md': '第一条　依照第二条办理。\n' })
    const { stdout: lines } = tiaoli(['refs', '办法.md'], { cwd: folder })
    expect(lines).toMatch(/^办法\.md:1:7: \[条款不存在\] “第二条” → 第二条（.+）\n$/)
  })

  it('names this text in the language in use, and never as the place of what it does not have', () => {
    const folder = folderWith({ '办法.md': '# 花园办法\n\n第一条　制定本办法。\n\n第二条　依照本办法第×条。\n' })
    const { stdout } = tiaoli(['refs', '办法.md', '--lang', 'en'], { cwd: folder })
    expect(stdout.split('\n')).toEqual([
      '办法.md:3:7: [resolved] “本办法” → this text',
      expect.stringMatching(/^办法\.md:5:7: \[no such clause\] “本办法第×条”（.+）$/),
      ''
    ])
  })

  it('reads on after a file that it cannot read, and says so in the exit code', () => {
    const folder = folderWith({ 'a.md': '第一条　甲。\n', 'b.md': '', 'c.md': '第一条　丙。\n' })
    const run = tiaoli(['refs', '*.md', '--json'], { cwd: folder })
    expect(run.status).toBe(2)
    expect(run.stderr).toContain('b.md')
    expect((JSON.parse(run.stdout) as { title: string }[]).length).toBe(2)
  })

  it('ends quietly when the reader of its output stops early', async () => {
    const child = spawn(command, ['refs', ...Array.from({ length: 60 }, () => draft), '--json'], { cwd: root })
    let errors = ''
    child.stderr.on('data', (chunk: Buffer) => {
      errors += chunk.toString()
    })
    await once(child.stdout, 'data')
    child.stdout.destroy()
    const [code] = (await once(child, 'close')) as [number]
    expect({ code, errors }).toEqual({ code: 0, errors: '' })
  })

  it('ends with 130 when interrupted', async () => {
    const child = spawn(command, ['refs', ...Array.from({ length: 400 }, () => draft), '--json'], { cwd: root })
    await once(child.stdout, 'data')
    child.kill('SIGINT')
    child.stdout.resume()
    const [code, signal] = (await once(child, 'close')) as [number | null, string | null]
    expect({ code, signal }).toEqual({ code: 130, signal: null })
  })

  it('runs over every text of the development corpus', ({ skip }) => {
    const corpus = sharedFolder('corpus')
    if (corpus === undefined) return skip('no development corpus beside the project')
    const run = tiaoli(['refs', `${corpus}/**/*.md`, '--json'])
    expect(run.stderr).toBe('')
    expect(run.status).toBe(0)
    const all = JSON.parse(run.stdout) as { references: unknown[] }[]
    expect(all.length).toBeGreaterThan(2000)
    expect(all.filter(({ references }) => references.length > 0).length).toBeGreaterThan(1900)
  })
})

function placeOf(text: string, offset: number): Place {
  const before = text.slice(0, offset).split('\n')
  return { line: before.length, column: before.at(-1)!.length + 1, offset }
}
