// Builds every package and compiles the registers.
import { root, run } from './set-up.mjs'

const status = run(process.execPath, [`${root}node_modules/typescript/bin/tsc`, '-b'])
process.exit(status === 0 ? run(process.execPath, ['scripts/build-registers.mjs']) : status)
