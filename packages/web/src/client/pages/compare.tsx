import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { ComparisonView } from '../../model/comparison-view.js'
import { ComparisonTable } from '../compare/comparison-table.js'
import { isChanged, rowFilter } from '../compare/filter-rows.js'
import { draftHref } from '../links.js'
import { onKey } from '../parts/keys.js'
import { Loading, Missing, useTitle } from '../parts/notices.js'
import { useData } from '../state/data.js'
import { formatRoute, goTo, route } from '../state/route.js'
import { site } from '../state/site.js'
import { words } from '../wording.js'

/** Two or three drafts side by side. */
export function ComparePage() {
  const { path, query } = route.value
  const work = site.value.works.find(({ comparisons }) => comparisons.some(({ drafts }) => drafts.join('..') === path))
  const entry = work?.comparisons.find(({ drafts }) => drafts.join('..') === path)
  const loaded = useData<ComparisonView>(entry?.key)
  useTitle(work === undefined ? '' : `${work.title} ${words.value.compare}`)
  if (work === undefined || entry === undefined) return <Choose />
  if (loaded.state === 'loading') return <Loading />
  if (loaded.state === 'missing') return <Missing />
  const names = new Map(work.drafts.map(({ id, name }) => [id, name]))
  return (
    <div class="sheet wide">
      <header class="page-head">
        <h1 lang="zh-Hans">{work.title}</h1>
        <label class="pair-choice">
          <span>{words.value.compare}</span>
          <select value={path} onChange={(event) => goTo(formatRoute('compare', event.currentTarget.value))}>
            {work.comparisons.map(({ drafts, key }) => (
              <option key={key} value={drafts.join('..')}>
                {drafts.map((id) => names.get(id)).join(' → ')}
              </option>
            ))}
          </select>
        </label>
      </header>
      <Comparison view={loaded.value} only={query.get('only') ?? 'changes'} />
    </div>
  )
}

function Choose() {
  const works = site.value.works.filter(({ comparisons }) => comparisons.length > 0)
  if (works.length === 0) return <Missing />
  return (
    <div class="sheet">
      <h1>{words.value.chooseDrafts}</h1>
      {works.map(({ title, comparisons, drafts }) => (
        <section key={title}>
          <h2 lang="zh-Hans">{title}</h2>
          <ul>
            {comparisons.map(({ key, drafts: ids }) => (
              <li key={key}>
                <a href={formatRoute('compare', ids.join('..'))}>
                  {ids.map((id) => drafts.find((draft) => draft.id === id)?.name).join(' → ')}
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

function Comparison({ view, only }: { view: ComparisonView; only: string }) {
  const say = words.value
  const rows = useMemo(() => rowFilter(view.rows, only), [view, only])
  const changed = useMemo(() => rows.flatMap((row, index) => (isChanged(row) ? [index] : [])), [rows])
  const [current, setCurrent] = useState(-1)
  // The step that was taken last: keys come faster than pictures, and each step starts where the last one ended.
  const at = useRef(-1)
  const table = useRef<HTMLDivElement>(null)
  const step = (by: number) => {
    if (changed.length === 0) return
    const from = at.current === -1 && by < 0 ? 0 : at.current
    const next = (from + by + changed.length) % changed.length
    at.current = next
    setCurrent(next)
    const row = table.current?.querySelector<HTMLElement>(`[data-row="${changed[next]}"]`)
    row?.scrollIntoView({ block: 'center', behavior: 'instant' })
    row?.focus({ preventScroll: true })
  }
  useEffect(() => {
    const stops = [onKey('n', () => step(1)), onKey('p', () => step(-1))]
    return () => {
      for (const stop of stops) stop()
    }
  })
  // Other rows, another beginning: at once, before a key can be pressed on them
  useLayoutEffect(() => {
    at.current = -1
    setCurrent(-1)
  }, [rows])
  const choose = (value: string) => goTo(formatRoute('compare', view.drafts.join('..'), { only: value }), true)
  return (
    <>
      <ul class="summaries">
        {view.summaries.map((summary, index) => (
          <li key={index}>
            <b>
              {view.columns[index]} → {view.columns[index + 1]}
            </b>
            {summary}
          </li>
        ))}
      </ul>
      <fieldset class="compare-tools" aria-label={say.compare}>
        <label class="check-line">
          <input
            type="checkbox"
            checked={only === 'changes'}
            onChange={(event) => choose(event.currentTarget.checked ? 'changes' : 'all')}
          />
          {say.onlyChanges}
        </label>
        <label class="check-line">
          <input
            type="checkbox"
            checked={only === 'references'}
            onChange={(event) => choose(event.currentTarget.checked ? 'references' : 'changes')}
          />
          {say.onlyReferences}
        </label>
        <span class="stepper">
          <button type="button" onClick={() => step(-1)} aria-label={say.previousChange}>
            ↑
          </button>
          <span role="status">
            {current === -1 ? say.changeCount(changed.length) : say.changeOf(current + 1, changed.length)}
          </span>
          <button type="button" onClick={() => step(1)} aria-label={say.nextChange}>
            ↓
          </button>
        </span>
        <span class="change-legend">
          <ins>{say.insertedLegend}</ins>
          <del>{say.deletedLegend}</del>
          <u class="followed">{say.referenceLegend}</u>
        </span>
      </fieldset>
      {view.breaks.length > 0 && <Breaks view={view} />}
      <div ref={table}>
        {rows.length === 0 ? (
          <p class="notice">{say.noChanges}</p>
        ) : (
          <ComparisonTable view={view} rows={rows} current={changed[current] ?? -1} />
        )}
      </div>
    </>
  )
}

/** More of them would push the table out of sight. */
const mostShownBreaks = 3

function Breaks({ view }: { view: ComparisonView }) {
  const newest = view.drafts.at(-1)!
  return (
    <details class="breaks" open={view.breaks.length <= mostShownBreaks}>
      <summary>
        {words.value.breaks} {view.breaks.length}
      </summary>
      <ul lang="zh-Hans">
        {view.breaks.map((broken, index) => (
          <li key={index} class={broken.ask ? 'ask' : 'fault'}>
            <a href={draftHref(newest, broken.address)}>{broken.place}</a>
            <span>{broken.reason}</span>
            {broken.expected !== undefined && (
              <span class="expected">
                {words.value.expected}
                <b>{broken.expected}</b>
              </span>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}
