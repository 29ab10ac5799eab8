import type { Report, ReportTarget } from '../model.js'

/** Names of the places in a page that can be linked to. */
export interface Anchors {
  /** Fragment of a clause that the page shows, once; `undefined` the second time (two articles with one number). */
  claim(address: string): string | undefined
  /** Link to where the page shows a target; `undefined` where it shows it nowhere. */
  href(target: ReportTarget): string | undefined
  instrument(title: string | null): string | undefined
  cited(title: string | null, from: string, to: string | undefined): string
}

/** Anchors of a report's page: a clause goes by its address, so that `page.html#art_12__para_2` finds it. */
export function createAnchors(report: Report, shown: ReadonlySet<string>): Anchors {
  const claimed = new Set<string>()
  const numbers = new Map(report.instruments.map(({ title }, index) => [title, `inst-${index}`]))
  return { claim, href, instrument, cited }

  function claim(address: string): string | undefined {
    if (address === '' || claimed.has(address)) return undefined
    claimed.add(address)
    return address
  }

  function instrument(title: string | null): string | undefined {
    return title === null ? undefined : numbers.get(title)
  }

  function cited(title: string | null, from: string, to: string | undefined): string {
    return `${numbers.get(title) ?? 'inst'}--${from}${to === undefined ? '' : `--to--${to}`}`
  }

  function href(target: ReportTarget): string | undefined {
    if (target.instrument === null) {
      if (target.from === null) return '#top'
      return shown.has(target.from) ? `#${target.from}` : undefined
    }
    return target.from === null
      ? `#${instrument(target.instrument)}`
      : `#${cited(target.instrument, target.from, target.to)}`
  }
}
