import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { command, root } from './tiaoli.js'

/** One command of a page, and what the page says that it prints; `undefined` where the page shows nothing. */
export interface Step {
  line: number
  command: string
  shown: string[] | undefined
}

/** What a step printed, both streams in the order in which a reader sees them. */
export interface Outcome extends Step {
  status: number
  printed: string[]
}

/**
 * The commands of a page in order: those after `$` in `console` blocks (with `>` for the lines that follow, as a shell
 * prompts) together with what is shown below them, and those of indented blocks, whose remark stands after two spaces.
 */
export function stepsOf(page: string): Step[] {
  const steps: Step[] = []
  let fence: string | undefined
  for (const [index, line] of readFileSync(join(root, page), 'utf8').split('\n').entries()) {
    const at = { line: index + 1 }
    const last = steps.at(-1)
    if (line.startsWith('```')) fence = fence === undefined ? line.slice(3) : undefined
    else if (fence === 'console' && line.startsWith('$ ')) steps.push({ ...at, command: line.slice(2), shown: [] })
    else if (fence === 'console' && /^>( |$)/.test(line) && last?.shown?.length === 0)
      last.command += `\n${line.slice(2)}`
    else if (fence === 'console') last!.shown!.push(line)
    else if (fence === undefined && /^ {4}\S/.test(line))
      steps.push({ ...at, command: line.slice(4).replace(/ {2,}.*$/, ''), shown: undefined })
  }
  return steps
}

/** Runs the steps one after the other in one shell, as a reader would, in a folder where `tiaoli` is the built command. */
export function runSteps(steps: readonly Step[], folder: string, env: Record<string, string> = {}): Outcome[] {
  const notes = join(folder, '.steps')
  mkdirSync(notes)
  for (const [name, script] of [
    ['tiaoli', `exec '${command}' "$@"`],
    ['npx', `[ "$1" = tiaoli ] && shift && exec '${command}' "$@"; echo "npx $1: not here" >&2; exit 1`]
  ] as const) {
    writeFileSync(join(notes, name), `#!/bin/sh\n${script}\n`)
    chmodSync(join(notes, name), 0o755)
  }
  const script = ['code=0']
  for (const [index, step] of steps.entries()) {
    // The status of the step before is what `$?` says, as it would at a prompt.
    script.push(
      `{ (exit $code)\n${step.command}\n} >'${notes}/${index}' 2>&1; code=$?; echo $code >'${notes}/${index}.status'`
    )
  }
  writeFileSync(join(notes, 'all.sh'), script.join('\n'))
  const { error, stderr } = spawnSync('bash', ['--norc', join(notes, 'all.sh')], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', TIAOLI_LANG: '', PATH: `${notes}:${process.env.PATH}`, ...env }
  })
  if (error) throw error
  if (stderr !== '') throw new Error(stderr)
  return steps.map((step, index) => ({
    ...step,
    status: Number(readFileSync(join(notes, `${index}.status`), 'utf8')),
    printed: readFileSync(join(notes, String(index)), 'utf8')
      .trimEnd()
      .split('\n')
  }))
}

/** Where what a page shows is not what was printed: a line of `…` stands for any lines, `…` at the end for any words. */
export function disagreement({ line, command: run, shown, printed }: Outcome, page: string): string | undefined {
  const expected = (shown ?? []).join('\n').trimEnd().split('\n')
  let at = 0
  let anywhere = false
  for (const wanted of expected) {
    if (wanted === '…') {
      anywhere = true
      continue
    }
    if (anywhere && wanted === '') continue
    const holds = (text: string): boolean =>
      wanted.endsWith('…') ? text.startsWith(wanted.slice(0, -1)) : text.trimEnd() === wanted
    const found = anywhere ? printed.findIndex((text, index) => index >= at && holds(text)) : at
    if (found < 0 || printed[found] === undefined || !holds(printed[found]))
      return `${page}:${line}: ${run}\n  the page shows  ${wanted}\n  printed is      ${printed.slice(at, at + 4).join('\n                  ')}`
    at = found + 1
    anywhere = false
  }
  if (anywhere || at === printed.length) return undefined
  return `${page}:${line}: ${run}\n  after what the page shows there is printed: ${printed.slice(at, at + 4).join('\n')}`
}
