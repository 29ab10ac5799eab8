import { referencesOf } from '../build-report.js'
import type { Report, ReportReference, ReportSection } from '../model.js'
import type { Language } from '../wording.js'
import { reportWording } from '../wording.js'
import { createAnchors } from './anchors.js'
import { citedClauses } from './cited-clauses.js'
import { filterBar, filterStyle } from './filters.js'
import { header } from './header.js'
import { instrumentTable } from './instrument-table.js'
import { html } from './markup.js'
import { navigation } from './navigation.js'
import { htmlPage } from './page.js'
import type { PageContext } from './page-context.js'
import { picture } from './picture.js'
import { problems } from './problems.js'
import { searches } from './searches.js'
import { stylesheet } from './stylesheet.js'
import { termTable } from './term-table.js'
import { textView } from './text-view.js'
import { unitFilters } from './unit-filters.js'

/** A report as one self-contained page without scripts: opens anywhere, prints well. */
export function renderHtml(report: Report, language: Language = 'zh'): string {
  const words = reportWording(language)
  const references = new Map<number, ReportReference>()
  for (const reference of [...referencesOf(report.sections), ...report.problems])
    references.set(reference.id, reference)
  const page: PageContext = {
    report,
    words,
    references,
    anchors: createAnchors(report, shownAddresses(report.sections))
  }
  const filters = unitFilters(page)
  const facts = {
    title: words.reportOf(report.title),
    style: `${stylesheet}${filterStyle(filters, '.unit', '.part')}`,
    language,
    schemes: 'light dark'
  } as const
  return htmlPage(
    facts,
    html`${navigation(page)}<main>
${header(page)}${problems(page)}${instrumentTable(page)}${picture(page)}${termTable(page)}${searches(page)}<section id="text"><h2>${words.fullText}</h2>
${filterBar(filters, words.all)}${textView(report.sections, page)}</section>
${citedClauses(page)}</main>
`
  )
}

function shownAddresses(sections: ReportSection[]): Set<string> {
  const shown = new Set<string>()
  for (const section of sections) {
    shown.add(section.address)
    for (const unit of section.units) {
      shown.add(unit.address)
      for (const clause of unit.clauses) shown.add(clause.address)
    }
    for (const address of shownAddresses(section.sections)) shown.add(address)
  }
  return shown
}
