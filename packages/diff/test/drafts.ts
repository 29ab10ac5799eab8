import { readFileSync } from 'node:fs'
import { compareDrafts, findBreaks } from '@tiaoli/diff'
import { parseRegulation } from 'remark-regast'

/** A draft out of its articles, numbered as written. */
export function draftOf(...paragraphs: string[]) {
  return parseRegulation(`# 某市共享厨房管理办法\n\n${paragraphs.join('\n\n')}\n`).tree
}

/** The comparison of two drafts given as paragraphs. */
export function compare(old: string[], next: string[]) {
  return compareDrafts({ tree: draftOf(...old) }, { tree: draftOf(...next) })
}

/** Kinds and numbers in one line each: `modified 3>4`. */
export function lines(comparison: ReturnType<typeof compareDrafts>): string[] {
  const number = (addresses: string[]) => addresses.map((address) => address.replace('art_', '')).join('+')
  return comparison.articles.map(({ kind, old, new: next }) => `${kind} ${number(old)}>${number(next)}`)
}

/** What a change broke, as rule and clause. */
export function breaks(old: string[], next: string[]) {
  const trees = { old: draftOf(...old), new: draftOf(...next) }
  return findBreaks(compareDrafts({ tree: trees.old }, { tree: trees.new }), trees)
}

/** The clause tree of a shipped draft. */
export function shipped(name: string) {
  const file = new URL(`../../../corpus/drafts/organization-work-regulations/${name}`, import.meta.url)
  return parseRegulation(readFileSync(file, 'utf8')).tree
}
