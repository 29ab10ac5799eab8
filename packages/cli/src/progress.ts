import type { Context } from './context.js'

/** A line on the terminal that says how far a long job is; silent in a pipe and for short jobs. */
export interface ProgressLine {
  update(done: number, total: number): void
  clear(): void
}

const eachMilliseconds = 100
const worthShowing = 20

/** A progress line on standard error. */
export function progressLine(context: Context, what: { zh: string; en: string }): ProgressLine {
  const { stderr } = process
  const started = Date.now()
  let shown = 0
  return {
    update: (done, total) => {
      const now = Date.now()
      if (!stderr.isTTY || total < worthShowing || now - shown < eachMilliseconds) return
      shown = now
      const left = done === 0 ? '' : remaining(((now - started) / done) * (total - done), context)
      stderr.write(`\r\u001B[K${context.say(what)} ${done}/${total}${left}`)
    },
    clear: () => {
      if (shown > 0) stderr.write('\r\u001B[K')
    }
  }
}

function remaining(milliseconds: number, context: Context): string {
  const seconds = Math.ceil(milliseconds / 1000)
  return context.say({ zh: `，约剩 ${seconds} 秒`, en: `, about ${seconds} s left` })
}
