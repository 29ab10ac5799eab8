import type { Context } from '../context.js'
import { displayWidth } from '../display-width.js'
import { exitCodes } from '../exit-codes.js'
import { version } from '../version.js'
import type { Finding } from './examination.js'
import { examine } from './examination.js'
import { examinations } from './examinations.js'

const marks: Record<Finding['state'], string> = { fine: '✓', notice: '·', fault: '✗' }

/** Looks at every part of the installation; exit code 1 where one does not work. */
export async function runDoctor(context: Context, options: { json?: true }): Promise<void> {
  const { say } = context
  const found: { id: string; name: string; finding: Finding }[] = []
  for (const examination of examinations) {
    found.push({ id: examination.id, name: say(examination.name), finding: await examine(examination) })
  }
  const faults = found.filter(({ finding }) => finding.state === 'fault').length
  if (faults > 0) context.exit(exitCodes.findings)
  if (options.json) {
    const checks = found.map(({ id, name, finding: { state, detail, cure } }) => ({
      id,
      name,
      state,
      detail: say(detail),
      ...(cure && { cure: say(cure) })
    }))
    return context.write(`${JSON.stringify({ version: version(), checks }, null, 2)}\n`)
  }
  const column = Math.max(...found.map(({ name }) => displayWidth(name)))
  const lines = found.flatMap(({ name, finding: { state, detail, cure } }) => [
    `${marks[state]} ${name}${' '.repeat(column - displayWidth(name))}  ${say(detail)}`,
    ...(cure ? [`${' '.repeat(column + 4)}${say(cure)}`] : [])
  ])
  const verdict =
    faults === 0
      ? say({ zh: '一切正常。', en: 'Everything works.' })
      : say({ zh: `有${faults}处需要处理，见上面带 ✗ 的各行。`, en: `${faults} to be mended; see the lines with ✗.` })
  await context.write(`tiaoli ${version()}\n${lines.join('\n')}\n${verdict}\n`)
}
