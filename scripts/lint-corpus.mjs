// What the drafting rules find in a folder of real texts, for the scripts that count and sample it.
import { existsSync, readdirSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { createLibrary, linkDocument } from '@tiaoli/library'
import { createLinter, inPreset, rules } from '@tiaoli/lint'
import { instrumentOfDocument, loadShippedRegisters, readDocument } from '@tiaoli/workspace'

/** Kinds in the order of the tables; `undefined` are decisions, cases and interpretations, which no preset is for. */
export const kinds = ['法律', '行政法规', '规章', '地方性法规', '党内法规', undefined]

/** Kind of a text by the folder that the collection keeps it in. */
export function kindOf(path) {
  if (path.includes('DLC/')) return '地方性法规'
  if (path.includes('行政法规/')) return '行政法规'
  if (path.includes('部门规章/')) return '规章'
  if (path.startsWith('party')) return '党内法规'
  if (/司法解释|案例|其他/.test(path)) return undefined
  return path.startsWith('laws') ? '法律' : undefined
}

/** Whether a rule can be asked about a kind at all. */
export function holdsFor(rule, kind) {
  return rule.kinds === 'all' || (kind !== undefined && rule.kinds.includes(kind))
}

/** The texts of a folder whose paths are wanted; stops the program, with a word, where there is no folder. */
export async function readTexts(folder, wanted = () => true) {
  if (!existsSync(folder)) {
    console.log(`no folder ${folder}: nothing to count`)
    process.exit(0)
  }
  const documents = []
  const files = filesIn(folder).sort()
  for (const file of files.filter((path) => wanted(path))) {
    try {
      documents.push({ ...(await readDocument(file)), path: relative(folder, file) })
    } catch (error) {
      console.log(`left out: ${relative(folder, file)}: ${error.message}`)
    }
  }
  const names = new Map()
  for (const path of files) names.set(basename(path), (names.get(basename(path)) ?? 0) + 1)
  for (const document of documents) {
    const name = basename(document.path, '.md')
    const alone = names.get(basename(document.path)) === 1
    document.name = alone ? name : `${basename(dirname(document.path))}/${name}`
    document.kind = kindOf(document.path)
  }
  return documents
}

function filesIn(path) {
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
    const full = join(path, entry.name)
    return entry.isDirectory() ? filesIn(full) : entry.name.endsWith('.md') ? [full] : []
  })
}

/**
 * Checks texts, each as its kind, and hands every finding to `each` with whether its rule is on for that kind.
 * `all` also runs the rules that are off by default; `only` names the rules that run.
 */
export async function checkTexts(documents, { all = false, only, kind: wanted }, each) {
  const library = createLibrary([...documents.map(instrumentOfDocument), ...(await loadShippedRegisters())])
  const known = new Map(rules.map((rule) => [rule.id, rule]))
  const linters = new Map()
  const linterOf = (kind) => {
    if (!linters.has(kind)) {
      const set = rules.map((rule) => {
        const runs = (only?.includes(rule.id) ?? true) && holdsFor(rule, kind) && (all || inPreset(rule, kind))
        return [rule.id, runs ? 'on' : 'off']
      })
      linters.set(kind, createLinter({ rules: Object.fromEntries(set) }))
    }
    return linters.get(kind)
  }
  let spent = 0
  for (const document of documents) {
    const { kind, facts, tree } = document
    if (wanted !== undefined && wanted !== kind) continue
    const { title, date } = facts
    const links = linkDocument(tree, { library, ...(title && { title }), ...(date && { date }) })
    const begun = performance.now()
    const findings = linterOf(kind).lint({
      tree,
      source: document.text,
      parserMessages: document.messages,
      links,
      library,
      ...(kind && { kind })
    })
    spent += performance.now() - begun
    for (const finding of findings) {
      const rule = known.get(finding.ruleId)
      each({ finding, document, kind, byDefault: rule === undefined || inPreset(rule, kind) })
    }
  }
  return spent
}

/** How many articles a tree has. */
export function countArticles(node) {
  if (node.type === 'article') return 1
  return (node.children ?? []).reduce((sum, child) => sum + countArticles(child), 0)
}

/** A finding with what stands around it, on one line. */
export function inContext({ finding, document }, before = 34, after = 30) {
  const start = finding.position.start.offset
  const end = finding.position.end.offset
  const flat = (from, to) => document.text.slice(Math.max(0, from), to).replace(/\s+/g, ' ')
  return `${flat(start - before, start)}【${flat(start, end).slice(0, 60)}】${flat(end, end + after)}`
}
