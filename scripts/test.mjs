// npm test: sets everything up and runs all tests; further arguments go to vitest. Properties are tried on the same cases each time.
import { run, setUp } from './set-up.mjs'

process.env.TIAOLI_SEED ??= '1921'
setUp()
process.exit(run(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...process.argv.slice(2)]))
