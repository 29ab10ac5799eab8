// Holds the shipped registers against real texts: for each entry whose title is that of a text, the day of each version,
// the number of articles of the version of that day, when it applied, and by which act. Ends with 1 where they disagree.
//
//   node scripts/check-registers.mjs [FOLDER] [--all]     --all names the entries that no text confirms
import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { baseTitle, createLibrary, titleKey } from '@tiaoli/library'
import { expandPlaces, instrumentOfDocument, loadShippedRegisters, readDocument } from '@tiaoli/workspace'

const { values, positionals } = parseArgs({ allowPositionals: true, options: { all: { type: 'boolean' } } })
const folder = positionals[0] ?? '../shared/corpus'
if (!existsSync(folder)) {
  console.log(`no folder ${folder}: nothing to hold the registers against`)
  process.exit(0)
}

const registers = await loadShippedRegisters()
const wanted = new Set(registers.map(({ title }) => titleKey(title)))
const { files } = await expandPlaces(folder, ['.'], { extensions: ['md', 'txt'] })
const found = []
for (const file of files) {
  // A file goes by its title, often without the name of the state; others need not be read.
  const name = basename(file).replace(/(?:[（(]\d{4}-\d{2}-\d{2}[）)])?\.\w+$/, '')
  if (![name, `中华人民共和国${name}`].some((title) => wanted.has(titleKey(title)))) continue
  const document = await readDocument(file).catch(() => undefined)
  if (document === undefined || !wanted.has(titleKey(document.facts.title ?? ''))) continue
  found.push(instrumentOfDocument(document))
}
const texts = createLibrary(found)

/** ISO days agree as far as both are written: 2019-03 with 2019-03-29. */
const agree = (left, right) => left.startsWith(right) || right.startsWith(left)
const disagreements = []
const unconfirmed = []
const sure = new Set()
const confirmed = { entries: 0, days: 0, articles: 0, starts: 0 }
for (const entry of registers) {
  const [text] = texts.find(entry.title).instruments
  if (text === undefined || titleKey(text.title) !== titleKey(entry.title)) {
    unconfirmed.push(entry)
    continue
  }
  confirmed.entries += 1
  const say = (what) => disagreements.push(`${entry.title}: ${what}`)
  const history = text.history ?? []
  const made = history.filter(({ action }) => ['adopted', 'approved', 'amended', 'revised', 'issued'].includes(action))
  const days = new Set([...made.map(({ date }) => date), ...text.versions.flatMap(({ date }) => date ?? [])])
  const passed = history
    .filter(({ action }) => ['adopted', 'amended', 'revised'].includes(action))
    .map(({ date }) => date)
  const [oldest, newest] = [[...days].sort()[0], [...days].sort().at(-1)]
  for (const version of entry.versions) {
    if (version.date === undefined) continue
    // A note tells of what was done from the first day that it states to the last; of others it cannot know.
    if ([...days].some((day) => agree(day, version.date))) confirmed.days += 1
    else if (newest !== undefined && version.date <= newest && version.date >= oldest)
      say(`the texts know of no ${version.date}`)
    const same = text.versions.find(({ date }) => date !== undefined && agree(date, version.date))
    if (same?.outline?.complete && version.outline !== undefined) {
      const [stated, counted] = [articlesOf(version), lastArticle(same)]
      if (stated !== undefined && counted !== undefined) {
        if (stated === counted) {
          confirmed.articles += 1
          sure.add(version)
        } else say(`${version.date} has ${counted} articles, registered ${stated}`)
      }
    }
    const noted = history.filter(({ action }) => action === 'effective').map(({ date }) => date)
    const starts = [same?.effective, ...noted].filter((day) => day !== undefined)
    if (version.effective !== undefined && same?.effective !== undefined) {
      if (starts.some((day) => agree(day, version.effective))) confirmed.starts += 1
      else say(`${version.date} applies from ${starts.join(' or ')}, registered ${version.effective}`)
    }
  }
  for (const day of passed) {
    // Regulations of the State Council are registered by the day of their publication, which follows.
    const published = history.filter(
      ({ action, date }) => action === 'issued' && date >= day && daysBetween(day, date) < 180
    )
    const known = [day, ...published.map(({ date }) => date)]
    const registered = entry.versions.some(({ date }) => date !== undefined && known.some((one) => agree(date, one)))
    if (!registered) say(`no version of ${day} is registered`)
  }
  if (text.kind !== undefined && entry.kind !== undefined && text.kind !== entry.kind)
    say(`the text is ${text.kind}, registered ${entry.kind}`)
}

console.log(`entries ${registers.length}, with a text ${confirmed.entries}`)
console.log(
  `confirmed by texts: days ${confirmed.days}, numbers of articles ${confirmed.articles}, starts ${confirmed.starts}`
)
console.log(`disagreements ${disagreements.length}`)
for (const line of disagreements) console.log(`  ${line}`)
if (values.all) {
  console.log('\nnumbers of articles that no text confirms')
  for (const { title, versions } of registers)
    for (const version of versions)
      if (!sure.has(version) && articlesOf(version) !== undefined)
        console.log(`  ${title} ${version.date}: ${articlesOf(version)}`)
  console.log(`\nno text confirms ${unconfirmed.length}`)
  for (const { title, kind, versions } of unconfirmed)
    console.log(`  ${baseTitle(title)} ${kind ?? ''} ${versions.map(({ date }) => date).join(', ')}`)
}
process.exitCode = disagreements.length === 0 ? 0 : 1

function daysBetween(first, last) {
  return (Date.parse(last) - Date.parse(first)) / 86_400_000
}

function articlesOf({ outline }) {
  return outline === undefined || outline.articles.size === 0 ? undefined : lastArticle({ outline })
}

/** The highest article number: 之一 articles do not count in registers. */
function lastArticle({ outline }) {
  const numbers = [...outline.articles.values()].map(({ number }) => number.value)
  return numbers.length === 0 ? undefined : Math.max(...numbers)
}
