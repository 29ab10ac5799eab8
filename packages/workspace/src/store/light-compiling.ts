import { setFlagsFromString } from 'node:v8'

/** What the engine may put into one function of the functions that it calls, in bytes of their code; its own default. */
const generous = { 'max-inlined-bytecode-size': 460, 'max-inlined-bytecode-size-cumulative': 920 }
const sparing: typeof generous = { 'max-inlined-bytecode-size': 60, 'max-inlined-bytecode-size-cumulative': 100 }

let under = 0

/**
 * Does work that passes once through much code, such as the first reading of a library. The engine would spend as long on
 * making that code fast as the work itself takes, most of it on copying functions into each other, which one pass never
 * earns back; here it makes each function fast by itself.
 */
export async function withLightCompiling<Result>(work: () => Promise<Result>): Promise<Result> {
  if (!mayBeSet()) return work()
  if (under++ === 0) setFlags(sparing)
  try {
    return await work()
  } finally {
    if (--under === 0) setFlags(generous)
  }
}

/** Only engines whose defaults are known, and only where nobody has chosen for themselves. */
function mayBeSet(): boolean {
  const major = Number(process.versions.node.split('.')[0])
  const chosen = [...process.execArgv, process.env.NODE_OPTIONS ?? ''].some((option) => option.includes('inlined'))
  return major >= 20 && major <= 24 && !chosen
}

function setFlags(values: typeof generous): void {
  for (const [name, value] of Object.entries(values)) setFlagsFromString(`--${name}=${value}`)
}
