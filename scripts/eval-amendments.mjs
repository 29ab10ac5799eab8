// Reads every amendment decision of a folder, and turns every dated pair of laws into a decision and back: sentences not understood, pairs right and wrong.
//
//   node scripts/eval-amendments.mjs [FOLDER]      FOLDER holds the laws; without it only the shipped drafts are turned
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { applyAmendment, draftDecision, readDecision } from '@tiaoli/amend'
import { draftsFolder } from '@tiaoli/corpus'
import { datedPairs } from './dated-pairs.mjs'

const folder = resolve(process.argv[2] ?? '../shared/corpus/laws')
const decisions = existsSync(folder)
  ? readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /(?:修正案.*|修改.*的决定)\.md$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
  : []
if (decisions.length === 0) console.log(`no decisions in ${folder}`)

let operations = 0
let unread = 0
const kinds = new Map()
for (const file of decisions) {
  const { value, messages } = readDecision(readFileSync(file, 'utf8'))
  for (const amendment of value.amendments) {
    for (const { operation } of amendment.operations) {
      operations += 1
      kinds.set(operation.type, (kinds.get(operation.type) ?? 0) + 1)
    }
  }
  unread += messages.length
  for (const { line, reason } of messages) console.log(`  ${basename(file).slice(0, 40)}:${line}  ${reason}`)
}
console.log(`${decisions.length} decisions: ${operations} operations read, ${unread} sentences left to a person`)
for (const [kind, count] of [...kinds].sort((left, right) => right[1] - left[1]))
  console.log(`${String(count).padStart(6)}  ${kind}`)

const home = join(draftsFolder, 'organization-work-regulations')
const draft = (name) => join(home, `${name}.md`)
const pairs = [
  ...datedPairs(folder),
  { name: 'shipped drafts 1→2', old: draft('1-initial'), new: draft('2-consultation') },
  { name: 'shipped drafts 2→3', old: draft('2-consultation'), new: draft('3-submission') },
  { name: 'shipped drafts 1→3', old: draft('1-initial'), new: draft('3-submission') }
]
let right = 0
for (const pair of pairs) {
  const [old, next] = [readFileSync(pair.old, 'utf8'), readFileSync(pair.new, 'utf8')]
  const { value, exact, exceptions } = draftDecision(old, next)
  // Carried out once more from the decision's own words, as a reader of it would.
  const amendment = readDecision(value).value.amendments[0] ?? { title: undefined, operations: [] }
  const done = exact && applyAmendment(old, amendment).value !== undefined
  if (done) right += 1
  else console.log(`  ${pair.name}: ${exceptions.join('、')}`)
}
console.log(
  `${pairs.length} pairs: ${right} come out of the decision drafted for them (blanks and widths of brackets apart), ${pairs.length - right} do not`
)
