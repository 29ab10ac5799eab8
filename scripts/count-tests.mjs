// Prints the counts of a vitest JSON report in one line: N passed, N failed, N skipped.
import { readFileSync } from 'node:fs'

let results = { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] }
let failure = 0
try {
  results = JSON.parse(readFileSync(process.argv[2], 'utf8'))
} catch {
  // The tests did not get as far as a report: set-up or build failed.
  failure = 1
}
// A file that does not load has no tests that could fail; it counts as one.
const broken = results.testResults.filter(
  ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed')
)
const failed = results.numFailedTests + broken.length + failure
console.log(
  `${results.numPassedTests} passed, ${failed} failed, ${results.numPendingTests + results.numTodoTests} skipped`
)
process.exit(failed === 0 ? 0 : 1)
