import type { CoverageStatus, InstrumentLinkage, RequirementCoverage, StatusFigures } from '@tiaoli/brief'
import { statusWords, strengthNames } from '@tiaoli/brief'
import { useState } from 'preact/hooks'
import type { CoverageView } from '../../model/coverage-view.js'
import { draftHref, instrumentHref } from '../links.js'
import { DraftTabs } from '../parts/draft-tabs.js'
import { Loading, Missing, useTitle } from '../parts/notices.js'
import { useData } from '../state/data.js'
import { route } from '../state/route.js'
import { words } from '../wording.js'
import { draftOf } from './draft.js'

const statuses: CoverageStatus[] = ['not-covered', 'contradicted', 'partly', 'unchecked', 'covered', 'respected']

/** How a draft stands to its brief. */
export function CoveragePage() {
  const subject = draftOf(route.value.path)
  const loaded = useData<CoverageView>(subject?.draft.coverageKey)
  useTitle(subject === undefined ? '' : `${subject.draft.title} ${words.value.coverage}`)
  if (subject === undefined || loaded.state === 'missing') return <Missing />
  if (loaded.state === 'loading') return <Loading />
  const { draft } = subject
  const view = loaded.value
  return (
    <div class="sheet">
      <header class="page-head">
        <h1 lang="zh-Hans">{draft.title}</h1>
        <DraftTabs draft={draft} page="coverage" />
        <p class="soft" lang="zh-Hans">
          {words.value.brief}：{view.brief.title}
        </p>
      </header>
      <Bars view={view} />
      {view.messages.length > 0 && (
        <ul class="coverage-messages" lang="zh-Hans">
          {view.messages.map(({ line, reason }, index) => (
            <li key={index}>
              {words.value.line(line)}：{reason}
            </li>
          ))}
        </ul>
      )}
      <Requirements view={view} draft={draft.id} />
      <Untraced view={view} draft={draft.id} />
      <Linkages linkages={view.linkages} draft={draft.id} />
    </div>
  )
}

function Bars({ view }: { view: CoverageView }) {
  const { must, should, may } = view.total
  return (
    <div class="coverage-bars" lang="zh-Hans">
      <Bar label={strengthNames.must} figures={must} />
      <Bar label={strengthNames.should} figures={should} />
      <Bar label={strengthNames.may} figures={may} />
    </div>
  )
}

function Bar({ label, figures }: { label: string; figures: StatusFigures }) {
  if (figures.total === 0) return null
  return (
    <div class="coverage-bar">
      <span>{label}</span>
      <div class="bar" aria-hidden="true">
        {(['covered', 'partly', 'not-covered'] as const).map((status) =>
          figures[status] === 0 ? null : <i key={status} class={status} style={{ flexGrow: figures[status] }} />
        )}
      </div>
      <b>
        {figures.covered}/{figures.total}
      </b>
    </div>
  )
}

function Requirements({ view, draft }: { view: CoverageView; draft: string }) {
  const [chosen, choose] = useState<CoverageStatus | 'all'>('all')
  const say = words.value
  const { requirements } = view
  const count = (status: CoverageStatus) => requirements.filter((row) => row.status === status).length
  const shown = requirements.filter(({ status }) => chosen === 'all' || status === chosen)
  return (
    <section>
      <h2>{say.requirements(requirements.length)}</h2>
      <fieldset class="chips" aria-label={say.filter}>
        <button type="button" aria-pressed={chosen === 'all'} onClick={() => choose('all')}>
          {say.filterAll} {requirements.length}
        </button>
        {statuses.map((status) =>
          count(status) === 0 ? null : (
            <button
              key={status}
              type="button"
              class={status}
              aria-pressed={chosen === status}
              onClick={() => choose(status)}
            >
              {statusWords[status]} {count(status)}
            </button>
          )
        )}
      </fieldset>
      <ol class="requirements" lang="zh-Hans">
        {shown.map((row) => (
          <Requirement key={row.requirement.id} row={row} draft={draft} />
        ))}
      </ol>
    </section>
  )
}

function Requirement({ row, draft }: { row: RequirementCoverage; draft: string }) {
  const { requirement, status, answers, reason, uncited, hits, depth } = row
  const say = words.value
  return (
    <li class={`requirement ${status} depth-${depth}`} id={requirement.id}>
      <p class="requirement-head">
        <code>{requirement.id}</code>
        <b>{requirement.name}</b>
        <span class="soft">{strengthNames[requirement.strength]}</span>
        <span class="badge">{statusWords[status]}</span>
      </p>
      <p class="requirement-statement">{requirement.statement}</p>
      {answers.length > 0 && (
        <p class="requirement-answers">
          {answers.map(({ address, label, extent, placeholder }) => (
            <a
              key={address}
              href={draftHref(draft, address)}
              class={extent === 'part' || placeholder ? 'partly' : undefined}
            >
              {label}
            </a>
          ))}
        </p>
      )}
      {reason !== undefined && <p class="soft">{reason}</p>}
      {uncited.length > 0 && (
        <p class="soft">
          {say.uncited}：{uncited.map(({ title }) => `《${title}》`).join('')}
        </p>
      )}
      {hits.map((hit, index) => (
        <p key={index} class="soft">
          {say.hits}：<a href={draftHref(draft, hit.address)}>{hit.label}</a>
        </p>
      ))}
    </li>
  )
}

function Untraced({ view, draft }: { view: CoverageView; draft: string }) {
  if (view.untraced.length === 0) return null
  const say = words.value
  return (
    <section>
      <h2>
        {say.untraced} {view.untraced.length}
      </h2>
      <p class="soft">{say.untracedHint}</p>
      <ul class="untraced" lang="zh-Hans">
        {view.untraced.map(({ address, label, excerpt, explanation }) => (
          <li key={address}>
            <a href={draftHref(draft, address)}>{label}</a>
            {excerpt}
            {explanation !== undefined && (
              <span class="soft">
                {say.explained}
                {explanation}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Linkages({ linkages, draft }: { linkages: InstrumentLinkage[]; draft: string }) {
  const cited = linkages.filter(({ places }) => places.length > 0)
  if (cited.length === 0) return null
  return (
    <section>
      <h2>{words.value.linkages}</h2>
      <dl class="linkages" lang="zh-Hans">
        {cited.map(({ title, places }) => (
          <div key={title}>
            <dt>
              <a href={instrumentHref(title)}>《{title}》</a>
            </dt>
            <dd>
              {places.map(({ address, label }, index) => (
                <a key={index} href={draftHref(draft, address)}>
                  {label}
                </a>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
