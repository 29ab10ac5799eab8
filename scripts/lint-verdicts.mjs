// Draws findings of the drafting rules in real texts for a person to judge, and keeps the judgements as facts.
//
//   node scripts/lint-verdicts.mjs                       precision of every rule, from the judgements alone
//   node scripts/lint-verdicts.mjs --draw FILE           print the drawn findings that nobody has judged yet
//   node scripts/lint-verdicts.mjs --record FILE ANSWERS keep the answers to what FILE lists
//   node scripts/lint-verdicts.mjs --check               whether the judgements are those of what is found today
//
// Of each rule at most twenty findings are drawn, at most two of a text while others are left: those whose key hashes
// lowest, so that a rule that errs less keeps the judged findings that it still makes. A rule is drawn where it is on
// by default; one that is nowhere on (or not in some kinds) is drawn there separately, under “off”.
//
// ANSWERS is a text of lines: "ID: right", or "ID: wrong 3, 7" by the numbers that --draw printed; # begins a remark.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { rules } from '@tiaoli/lint'
import { parse } from 'yaml'
import { checkTexts, inContext, readTexts } from './lint-corpus.mjs'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    draw: { type: 'string' },
    record: { type: 'string' },
    check: { type: 'boolean', default: false },
    rule: { type: 'string', multiple: true },
    folder: { type: 'string', default: '../shared/corpus' },
    seed: { type: 'string', default: '1' }
  }
})
const store = fileURLToPath(new URL('../test/lint/verdicts.yaml', import.meta.url))
const size = 20
const ofOneText = 2

if (values.draw !== undefined) await draw(values.draw)
else if (values.record !== undefined) record(values.record, positionals[0])
else if (values.check) await check()
else print(readVerdicts())

/** Judgements by rule. */
function readVerdicts() {
  return existsSync(store) ? (parse(readFileSync(store, 'utf8')) ?? {}) : {}
}

function writeVerdicts(verdicts) {
  const lines = [
    '# Judgements on findings of the drafting rules in published texts; written by scripts/lint-verdicts.mjs.',
    '# text: title and date; at: clause; place: line and column in the collection; off: the rule is off there by default.'
  ]
  for (const rule of rules) {
    const list = verdicts[rule.id] ?? []
    if (list.length === 0) continue
    lines.push(`${rule.id}:`)
    for (const { text, at, place, right, off } of list) {
      const fields = [`text: ${JSON.stringify(text)}`, `at: ${JSON.stringify(at)}`, `place: "${place}"`]
      if (off) fields.push('off: true')
      lines.push(`  - { ${fields.join(', ')}, right: ${right} }`)
    }
  }
  writeFileSync(store, `${lines.join('\n')}\n`)
}

function keyOf({ text, at, place }) {
  return `${text} ${at} ${place}`
}

/** The findings to judge of every rule. */
async function drawn() {
  const found = new Map()
  const documents = await readTexts(values.folder)
  await checkTexts(documents, { all: true, only: values.rule }, (entry) => {
    const { finding, document, byDefault } = entry
    const { line, column } = finding.position.start
    const fact = {
      text: document.name,
      at: finding.address,
      place: `${line}:${column}`,
      ...(!byDefault && { off: true })
    }
    const list = found.get(finding.ruleId) ?? []
    list.push({ fact, entry, order: hash(`${values.seed} ${finding.ruleId} ${keyOf(fact)}`) })
    found.set(finding.ruleId, list)
  })
  const samples = new Map()
  for (const { id } of rules) {
    const list = (found.get(id) ?? []).sort((left, right) => left.order - right.order)
    const on = pick(list.filter(({ fact }) => !fact.off))
    const off = pick(list.filter(({ fact }) => fact.off))
    if (list.length > 0) samples.set(id, { total: list.length, picked: [...on, ...off] })
  }
  return samples
}

function pick(list) {
  const perText = new Map()
  const first = []
  const rest = []
  for (const item of list) {
    const already = perText.get(item.fact.text) ?? 0
    perText.set(item.fact.text, already + 1)
    ;(already < ofOneText ? first : rest).push(item)
  }
  return [...first, ...rest].slice(0, size)
}

/** FNV-1a of a text, mixed. */
function hash(text) {
  let state = 0x811c9dc5
  for (let at = 0; at < text.length; at++) state = Math.imul(state ^ text.charCodeAt(at), 0x01000193)
  state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d)
  return (state ^ (state >>> 13)) >>> 0
}

async function draw(file) {
  const verdicts = readVerdicts()
  const list = {}
  for (const [id, { total, picked }] of await drawn()) {
    const known = new Map((verdicts[id] ?? []).map((verdict) => [keyOf(verdict), verdict.right]))
    const open = picked.filter(({ fact }) => !known.has(keyOf(fact)))
    const judged = picked
      .filter(({ fact }) => known.has(keyOf(fact)))
      .map(({ fact }) => ({ ...fact, right: known.get(keyOf(fact)) }))
    list[id] = { judged, open: open.map(({ fact }) => fact) }
    const wrong = judged.filter(({ right }) => !right).length
    console.log(`\n== ${id}: ${total} found, ${judged.length} judged (${wrong} wrong), ${open.length} to judge`)
    for (const [index, { fact, entry }] of open.entries()) {
      const flag = fact.off ? ' off' : ''
      console.log(
        `${index + 1}.${flag} ${fact.text.slice(0, 22)} ${fact.at} ${inContext(entry, 44, 40)} | ${entry.finding.reason}`
      )
    }
  }
  writeFileSync(file, JSON.stringify({ all: values.rule === undefined, list }))
}

function record(file, answers) {
  const { all, list } = JSON.parse(readFileSync(file, 'utf8'))
  const verdicts = readVerdicts()
  const ids = new Set(rules.map(({ id }) => id))
  // A rule that no longer finds anything has nothing judged.
  if (all) for (const id of Object.keys(verdicts)) if (!(id in list)) delete verdicts[id]
  const said = new Map()
  for (const line of readFileSync(answers, 'utf8').split('\n')) {
    const match = /^([a-z-]+):\s*(?:(right)|wrong\s+([\d,\s]+))(?:\s*#.*)?$/.exec(line.trim())
    if (match === null) {
      if (line.trim() !== '' && !line.startsWith('#')) throw new Error(`cannot read: ${line}`)
      continue
    }
    if (!ids.has(match[1])) throw new Error(`no rule ${match[1]}`)
    said.set(
      match[1],
      new Set(
        (match[3] ?? '')
          .split(/[,\s]+/)
          .filter(Boolean)
          .map(Number)
      )
    )
  }
  for (const [id, { judged, open }] of Object.entries(list)) {
    const wrong = said.get(id)
    if (open.length > 0 && wrong === undefined) {
      console.log(`not answered: ${id} (${open.length})`)
      continue
    }
    for (const number of wrong ?? []) if (number > open.length) throw new Error(`${id} has no number ${number}`)
    verdicts[id] = [...judged, ...open.map((fact, index) => ({ ...fact, right: !wrong.has(index + 1) }))]
  }
  writeVerdicts(verdicts)
  print(verdicts)
}

function print(verdicts) {
  let below = 0
  console.log('rule                     judged  right  precision')
  for (const rule of rules) {
    for (const off of [false, true]) {
      const list = (verdicts[rule.id] ?? []).filter((verdict) => (verdict.off ?? false) === off)
      if (list.length === 0) continue
      const right = list.filter((verdict) => verdict.right).length
      const precision = right / list.length
      const low = precision < 0.9 && !off
      if (low) below++
      console.log(
        `${rule.id.padEnd(24)} ${String(list.length).padStart(6)} ${String(right).padStart(6)}  ${precision.toFixed(2)}${off ? '  off by default' : ''}${low ? '  BELOW 0.9' : ''}`
      )
    }
  }
  const silent = rules.filter(({ id }) => (verdicts[id] ?? []).length === 0).map(({ id }) => id)
  console.log(`\nnothing found, nothing judged: ${silent.join(', ')}`)
  if (below > 0) {
    console.log(`${below} rules that are on by default are right less than nine times in ten`)
    process.exitCode = 1
  }
}

async function check() {
  const verdicts = readVerdicts()
  let stale = 0
  for (const [id, { picked }] of await drawn()) {
    const known = new Set((verdicts[id] ?? []).map(keyOf))
    const missing = picked.filter(({ fact }) => !known.has(keyOf(fact)))
    const gone = known.size - (picked.length - missing.length)
    if (missing.length + gone === 0) continue
    stale++
    console.log(`${id}: ${missing.length} findings to judge, ${gone} judgements of what is not found any more`)
  }
  console.log(stale === 0 ? 'every drawn finding is judged' : `${stale} rules: draw and judge again`)
  if (stale > 0) process.exitCode = 1
}
