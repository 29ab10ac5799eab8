import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { corpusFolder } from '@tiaoli/corpus'
import { openWorkspace } from '@tiaoli/workspace'
import type { Browser, BrowserContextOptions } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { writeSite } from '../../src/output/write-site.js'
import { prepareSite, type Site } from '../../src/prepare/site.js'
import { buildClient } from '../client-build.js'
import type { WatchedPage } from './room.js'
import { launch, open } from './room.js'

const drafts = 'drafts/organization-work-regulations'
export const initial = `${drafts}/1-initial`
export const consultation = `${drafts}/2-consultation`
export const submission = `${drafts}/3-submission`

/** The static site of the shipped drafts in a folder, and a browser to look at it. */
export class ShippedSite {
  /** The address of its first page. */
  home = ''

  constructor(
    readonly site: Site,
    readonly folder: string,
    private readonly browser: Browser
  ) {
    this.home = pathToFileURL(join(folder, 'index.html')).href
  }

  /** Opens a page of it in a window of its own. */
  open(hash: string, options?: BrowserContextOptions): Promise<WatchedPage> {
    return open(this.browser, `${this.home}${hash}`, options)
  }

  /** What the site says about a draft. */
  draft(id: string) {
    return this.site.index.works[0]!.drafts.find((draft) => draft.id === id)!
  }
}

/** Writes the site before the tests of a block; the function gives it to them. */
export function useShippedSite(): () => ShippedSite {
  let shipped: ShippedSite
  let browser: Browser | undefined
  const folder = mkdtempSync(join(tmpdir(), 'tiaoli-pages-'))
  beforeAll(async () => {
    buildClient()
    const workspace = await openWorkspace(join(corpusFolder, 'tiaoli.config.json'))
    const brief = join(corpusFolder, '../seeds/organization-work-regulations.md')
    const site = await prepareSite({
      workspace,
      folder: workspace.folder,
      drafts: () => workspace.drafts(),
      briefs: [brief]
    })
    await writeSite(site, join(folder, 'site'))
    browser = await launch()
    shipped = new ShippedSite(site, join(folder, 'site'), browser)
  })
  afterAll(async () => {
    await browser?.close()
    rmSync(folder, { recursive: true, force: true })
  })
  return () => shipped
}
