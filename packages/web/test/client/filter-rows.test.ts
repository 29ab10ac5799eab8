import { expect, test } from 'vitest'
import { isChanged, rowFilter } from '../../src/client/compare/filter-rows.js'
import type { ComparisonRow, ComparisonView } from '../../src/model/comparison-view.js'
import { prepareSite } from '../../src/prepare/site.js'
import { folderOf, garden, sourcesIn } from '../workshop.js'

async function rowsOf(): Promise<readonly ComparisonRow[]> {
  const site = await prepareSite(await sourcesIn(folderOf(garden)))
  return ((await site.data('compare-0-1')) as ComparisonView).rows
}

function names(rows: readonly ComparisonRow[]): string[] {
  return rows.map((row) =>
    row.type === 'moved-from'
      ? `${row.label}→`
      : row.type === 'heading'
        ? row.cells.at(-1)!
        : `${row.kind} ${row.cells.at(-1)!.articles[0]?.label ?? '-'}`
  )
}

test('only changes: headings stay above what is shown under them', async () => {
  const rows = await rowsOf()
  expect(names(rowFilter(rows, 'all'))).toEqual(names(rows))
  const shown = rowFilter(rows, 'changes')
  expect(names(shown)).not.toContain('unchanged 第一条')
  expect(names(shown)).toContain('moved 第二条')
  expect(shown.filter(isChanged).length).toBe(rows.filter(isChanged).length)
})

test('only references: articles whose references changed', async () => {
  const shown = rowFilter(await rowsOf(), 'references')
  for (const row of shown) expect(row.type).not.toBe('moved-from')
  expect(names(shown).some((name) => name.startsWith('added'))).toBe(false)
})
