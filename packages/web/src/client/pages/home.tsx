import type { DraftEntry, Work } from '../../model/site.js'
import { draftHref } from '../links.js'
import { Missing, useTitle } from '../parts/notices.js'
import { formatRoute } from '../state/route.js'
import { site } from '../state/site.js'
import { words } from '../wording.js'
import { toCheck } from './draft.js'

/** What there is to read: every regulation with its drafts, and the library. */
export function HomePage() {
  const { works, library, problems, name } = site.value
  const say = words.value
  useTitle(name)
  return (
    <div class="sheet">
      <h1 class="visually-hidden">
        {name} · {say.app}
      </h1>
      {works.length === 0 && <Missing what={say.noDrafts} why={say.noDraftsHint} />}
      {works.map((work) => (
        <WorkView key={work.title} work={work} />
      ))}
      {problems.length > 0 && (
        <section class="problems">
          <h2>{say.problems}</h2>
          <ul>
            {problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </section>
      )}
      <section class="library-line">
        <h2>{say.library}</h2>
        <p>
          {say.libraryCount(library.instruments, library.texts)}　<a href={formatRoute('library')}>{say.open}</a>
        </p>
      </section>
    </div>
  )
}

function WorkView({ work }: { work: Work }) {
  const say = words.value
  const pairs = work.comparisons
  const names = new Map(work.drafts.map(({ id, name }) => [id, name]))
  return (
    <section class="work">
      <h2 lang="zh-Hans">{work.title}</h2>
      <ol class="draft-cards">
        {[...work.drafts].reverse().map((draft) => (
          <DraftCard key={draft.id} draft={draft} />
        ))}
      </ol>
      {pairs.length > 0 && (
        <p class="pairs">
          <span>{say.compareDrafts}</span>
          {pairs.map(({ drafts, key }) => (
            <a key={key} href={formatRoute('compare', drafts.join('..'))}>
              {drafts.map((id) => names.get(id)).join(' → ')}
            </a>
          ))}
        </p>
      )}
    </section>
  )
}

function DraftCard({ draft }: { draft: DraftEntry }) {
  const say = words.value
  const { error, warning, info } = draft.findings
  return (
    <li class="draft-card">
      <h3>
        <a href={draftHref(draft.id)}>{draft.name}</a>
        {draft.date !== undefined && draft.date !== draft.name && <time>{draft.date}</time>}
      </h3>
      <p class="figures">
        {say.articles(draft.articles)}　{say.references(draft.references)}
      </p>
      <ul class="states">
        <li class={draft.toCheck === 0 ? 'good' : 'bad'}>
          {draft.toCheck === 0 ? (
            say.toCheck(0)
          ) : (
            <a href={formatRoute('draft', draft.id, { show: toCheck })}>{say.toCheck(draft.toCheck)}</a>
          )}
        </li>
        <li class={error > 0 ? 'bad' : warning > 0 ? 'middling' : 'good'}>
          <a href={formatRoute('findings', draft.id)}>{say.findingCounts(error, warning, info)}</a>
        </li>
        {draft.covered !== undefined && (
          <li class={draft.covered.covered === draft.covered.total ? 'good' : 'middling'}>
            <a href={formatRoute('coverage', draft.id)}>
              {say.coveredCount(draft.covered.covered, draft.covered.total)}
            </a>
          </li>
        )}
      </ul>
      <p class="file">{draft.file}</p>
    </li>
  )
}
