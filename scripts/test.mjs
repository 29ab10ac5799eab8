// npm test: sets everything up and runs all tests; further arguments go to vitest.
import { run, setUp } from './set-up.mjs'

setUp()
process.exit(run(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...process.argv.slice(2)]))
