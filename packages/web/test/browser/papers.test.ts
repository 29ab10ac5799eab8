import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { coverDraft, linkageReport, parseBrief, renderCoverageHtml } from '@tiaoli/brief'
import { corpusFolder } from '@tiaoli/corpus'
import { compareDrafts, comparisonTable, findBreaks, renderComparisonHtml } from '@tiaoli/diff'
import { createLinkGraph, graphDocumentOf } from '@tiaoli/library'
import { buildWorkspaceReport, renderHtml, workspaceHtml } from '@tiaoli/report'
import { openWorkspace, readDocument } from '@tiaoli/workspace'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { prepareDraft } from '../../src/prepare/draft.js'
import { inaccessible, launch, noBrowser, phone } from './room.js'

/** The pages that commands write as one file each, of the shipped drafts. */
async function papers(): Promise<[name: string, page: string][]> {
  const workspace = await openWorkspace(join(corpusFolder, 'tiaoli.config.json'))
  const library = await workspace.library()
  const drafts = []
  for (const name of ['1-initial.md', '2-consultation.md']) {
    const document = await readDocument(join(corpusFolder, 'drafts/organization-work-regulations', name))
    drafts.push(prepareDraft(name, name, document, library))
  }
  const [initial, consultation] = [drafts[0]!, drafts[1]!]
  const sources = drafts.map(({ report, links, document }) => ({
    report,
    references: graphDocumentOf(links, document.text, { title: report.title })
  }))
  const graph = createLinkGraph({ documents: sources.map(({ references }) => references), library })
  const side = ({ document: { tree }, links }: typeof initial) => ({ tree, links })
  const comparison = compareDrafts(side(initial), side(consultation))
  const columns = [
    { name: '初稿', tree: initial.document.tree },
    { name: '征求意见稿', tree: consultation.document.tree }
  ]
  const breaks = findBreaks(comparison, { old: initial.document.tree, new: consultation.document.tree })
  const { value: brief } = parseBrief(
    readFileSync(join(corpusFolder, '../seeds/organization-work-regulations.md'), 'utf8')
  )
  const linked = initial.links
  const coverage = coverDraft(brief, initial.document.tree, { library, linked })
  const linkages = linkageReport(brief, initial.document.tree, linked, library)
  return [
    ['report', renderHtml(initial.report)],
    ['report of a workspace', workspaceHtml(buildWorkspaceReport({ drafts: sources, library, graph }))],
    ['comparison', renderComparisonHtml(comparisonTable(columns, [comparison]), { breaks })],
    ['coverage', renderCoverageHtml({ brief, coverage, linkages })]
  ]
}

describe.skipIf(noBrowser)('the pages that commands write', () => {
  let browser: Browser
  let pages: [name: string, page: string][]

  beforeAll(async () => {
    pages = await papers()
    browser = await launch()
  }, 120_000)

  afterAll(() => browser.close())

  test.each([
    ['on a desktop', { viewport: { width: 1280, height: 800 } }],
    ['on a phone in the dark', { viewport: phone, colorScheme: 'dark' as const }]
  ])('are accessible and no wider than the window %s', async (_, options) => {
    // Their policy lets no script in, which the examination is.
    const context = await browser.newContext({ ...options, bypassCSP: true })
    const faults: string[] = []
    for (const [name, content] of pages) {
      const page = await context.newPage()
      await page.setContent(content)
      for (const fault of await inaccessible(page)) faults.push(`${name}: ${fault}`)
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      if (over > 0) faults.push(`${name}: ${over} pixels too wide`)
      await page.close()
    }
    await context.close()
    expect(faults).toEqual([])
  })
})
