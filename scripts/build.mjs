// Builds every package and the program of the reading room, compiles the registers, and puts the command into few files.
import { root, run } from './set-up.mjs'

const steps = [
  [`${root}node_modules/typescript/bin/tsc`, '-b'],
  [`${root}packages/web/node_modules/vite/bin/vite.js`, 'build', `${root}packages/web`],
  ['scripts/build-registers.mjs'],
  ['packages/cli/scripts/bundle.mjs']
]
for (const step of steps) {
  const status = run(process.execPath, step)
  if (status !== 0) process.exit(status)
}
