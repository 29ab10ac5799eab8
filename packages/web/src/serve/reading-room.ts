import type { Library } from '@tiaoli/library'
import type { Site } from '../prepare/site.js'
import { prepareSite } from '../prepare/site.js'
import type { DraftCache, SiteSources } from '../prepare/sources.js'
import type { ServeOptions } from './server.js'
import { serveSite } from './server.js'
import { watchFolders } from './watch-sources.js'

/** A reading room that is open. */
export interface ReadingRoom {
  /** Address to open. */
  url: string
  /** What it opened with. */
  site: Site
  close(): Promise<void>
}

/** What is told while a reading room is served. */
export interface RoomEvents {
  /** The drafts were read again, in so many milliseconds. */
  reloaded?(site: Site, milliseconds: number): void
  /** Reading them failed in a way that is a defect; the last good state is still shown. */
  failed?(error: unknown): void
}

/** Serves drafts while they are edited: a change of a draft or a brief shows in every open page. */
export async function openReadingRoom(
  sources: SiteSources,
  options: ServeOptions,
  events: RoomEvents = {}
): Promise<ReadingRoom> {
  const cache: DraftCache = new Map()
  const live = { ...sources, live: true }
  const site = await prepareSite(live, cache)
  const server = await serveSite(site, options)
  let reading = Promise.resolve()
  const drafts = watchFolders([...(await sources.drafts()), ...sources.briefs], () => {
    reading = reading.then(reload)
  })
  const texts = watchFolders(textsOf(await sources.workspace.library()), () => {
    reading = reading.then(async () => {
      await sources.workspace.refresh()
      await reload()
    })
  })
  return {
    url: server.url,
    site,
    close: async () => {
      drafts.close()
      texts.close()
      await server.close()
      await reading
    }
  }

  async function reload(): Promise<void> {
    const started = performance.now()
    try {
      const site = await prepareSite(live, cache)
      server.show(site)
      events.reloaded?.(site, performance.now() - started)
    } catch (error) {
      events.failed?.(error)
    }
  }
}

/** The files that a library was read from; the registers that ship do not change. */
function textsOf({ instruments }: Library): string[] {
  return instruments.flatMap(({ versions }) =>
    versions.flatMap(({ source }) => (source.kind === 'text' ? [source.file] : []))
  )
}
