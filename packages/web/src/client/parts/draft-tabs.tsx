import type { DraftEntry } from '../../model/site.js'
import { draftHref } from '../links.js'
import type { PageName } from '../state/route.js'
import { formatRoute } from '../state/route.js'
import { workOf } from '../state/site.js'
import { words } from '../wording.js'

/** The other drafts of the same regulation, and the other pages of this draft. */
export function DraftTabs({ draft, page }: { draft: DraftEntry; page: PageName }) {
  const work = workOf(draft)
  const say = words.value
  const last = work?.comparisons.find(({ drafts }) => drafts.length === 2 && drafts[1] === draft.id)
  const compared = last ?? work?.comparisons.find(({ drafts }) => drafts.includes(draft.id))
  const tabs: [PageName, string, string | undefined][] = [
    ['draft', say.read, draftHref(draft.id)],
    ['findings', say.findings, formatRoute('findings', draft.id)],
    ['coverage', say.coverage, draft.coverageKey && formatRoute('coverage', draft.id)],
    ['links', say.links, formatRoute('links', draft.id)],
    ['compare', say.compare, compared && formatRoute('compare', compared.drafts.join('..'))]
  ]
  return (
    <div class="draft-tabs">
      {work !== undefined && work.drafts.length > 1 && (
        <nav class="stages" aria-label={say.stages}>
          {work.drafts.map((other) => {
            const here = page === 'compare' || (page === 'coverage' && other.coverageKey === undefined) ? 'draft' : page
            return (
              <a
                key={other.id}
                href={formatRoute(here, other.id)}
                aria-current={other.id === draft.id ? 'true' : undefined}
              >
                {other.name}
              </a>
            )
          })}
        </nav>
      )}
      <nav class="tabs" aria-label={draft.name}>
        {tabs.map(([name, label, href]) =>
          href === undefined ? null : (
            <a key={name} href={href} aria-current={name === page ? 'page' : undefined}>
              {label}
            </a>
          )
        )}
      </nav>
    </div>
  )
}
