import type { Wording } from '@tiaoli/workspace'

/** Languages that the command speaks. */
export type Language = keyof Wording

/** What every command is given beside its own options. */
export interface Context {
  language: Language
  /** Chooses the words of the language in use. */
  say(wording: Wording): string
  /** Writes to standard output; resolves when there is room for more. */
  write(text: string | Uint8Array): Promise<void>
  /** Writes a line to standard error. */
  note(text: string): void
  /** Columns of the terminal that standard output is; `undefined` for a file or pipe. */
  columns: number | undefined
  /** Whether standard output takes colours. */
  color: boolean
  /** Sets the exit code, unless a worse one is set already. */
  exit(code: number): void
}

/** The context of this process. */
export function processContext(language: Language): Context {
  const { stdout, stderr, env } = process
  return {
    language,
    say: (wording) => wording[language],
    write: (text) =>
      new Promise((resolve) => {
        if (stdout.write(text)) resolve()
        else stdout.once('drain', resolve)
      }),
    note: (text) => {
      stderr.write(`${text}\n`)
    },
    columns: stdout.isTTY ? stdout.columns : undefined,
    color: useColor(stdout.isTTY === true, env),
    exit: (code) => {
      process.exitCode = Math.max(Number(process.exitCode ?? 0), code)
    }
  }
}

/** NO_COLOR and FORCE_COLOR as their sites describe them, else colours on a terminal that is not dumb. */
function useColor(terminal: boolean, env: NodeJS.ProcessEnv): boolean {
  if (env.NO_COLOR) return false
  if (env.FORCE_COLOR && env.FORCE_COLOR !== '0') return true
  return terminal && env.TERM !== 'dumb'
}
