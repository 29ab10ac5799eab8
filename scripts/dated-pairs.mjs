// Finds texts that stand in a folder in several dated versions: 甲条例(2019-05-01).md and 甲条例(2024-03-10).md.
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Neighbouring versions, older first: `{ name, old, new }` with paths; an empty list where the folder is absent. */
export function datedPairs(folder) {
  if (!existsSync(folder)) return []
  const versions = new Map()
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const match = entry.isFile() && /^(.*)\((\d{4}-\d{2}-\d{2})\)\.md$/.exec(entry.name)
    if (!match) continue
    const title = join(entry.parentPath, match[1])
    if (!versions.has(title)) versions.set(title, [])
    versions.get(title).push({ date: match[2], file: join(entry.parentPath, entry.name), title: match[1] })
  }
  return [...versions.values()].flatMap((found) => {
    found.sort((left, right) => left.date.localeCompare(right.date))
    return found.slice(1).map((next, index) => ({
      name: `${next.title} ${found[index].date}→${next.date}`,
      old: found[index].file,
      new: next.file
    }))
  })
}
