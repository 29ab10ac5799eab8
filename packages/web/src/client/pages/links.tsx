import { useMemo, useState } from 'preact/hooks'
import type { LinkGraph } from '../../model/link-graph.js'
import type { ReadingText } from '../../model/reading-text.js'
import { ArcView } from '../graph/arc-view.js'
import { clauseLinks } from '../graph/clause-links.js'
import { GraphPicture } from '../graph/graph-picture.js'
import { MatrixView } from '../graph/matrix-view.js'
import { systemOf } from '../graph/picture.js'
import { draftHref, instrumentHref } from '../links.js'
import { DraftTabs } from '../parts/draft-tabs.js'
import { Loading, Missing, useTitle } from '../parts/notices.js'
import { useData } from '../state/data.js'
import { formatRoute, goTo, route } from '../state/route.js'
import { words } from '../wording.js'
import { draftOf } from './draft.js'

/** Who refers to whom: among all texts, or among the clauses of one draft. */
export function LinksPage() {
  return route.value.path === '' ? <InstrumentLinks /> : <ClauseLinksPage />
}

function InstrumentLinks() {
  const loaded = useData<LinkGraph>('links')
  useTitle(words.value.links)
  if (loaded.state === 'loading') return <Loading />
  if (loaded.state === 'missing') return <Missing />
  return <GraphView graph={loaded.value} />
}

function GraphView({ graph }: { graph: LinkGraph }) {
  const say = words.value
  const [filter, setFilter] = useState('')
  const wanted = route.value.query.get('at')
  const found = graph.nodes.findIndex(({ kind, id }) => `${kind}/${id}` === wanted)
  const chosen = found === -1 ? undefined : found
  const choose = (index: number | undefined) => {
    const node = index === undefined ? undefined : graph.nodes[index]
    goTo(formatRoute('links', '', { at: node && `${node.kind}/${node.id}` }), true)
  }
  if (graph.nodes.length === 0) return <Missing what={say.noLinks} />
  const order = graph.nodes
    .map((node, index) => ({ node, index }))
    .filter(({ node }) => filter === '' || node.id.includes(filter) || node.name.includes(filter))
    .sort(
      (left, right) =>
        Number(right.node.kind === 'draft') - Number(left.node.kind === 'draft') || right.node.cited - left.node.cited
    )
  return (
    <div class="graph-page">
      <div class="graph-side">
        <h1>{say.graphTitle}</h1>
        <p class="soft">
          {say.nodes(graph.nodes.length)}　{say.edges(graph.edges.length)}
        </p>
        <ul class="graph-legend">
          {(['draft', 'party', 'state', 'other'] as const).map((system) => (
            <li key={system} class={system}>
              {say.systems[system]}
            </li>
          ))}
        </ul>
        {chosen === undefined ? (
          <p class="soft">{say.graphHint}</p>
        ) : (
          <Chosen graph={graph} index={chosen} choose={choose} />
        )}
        <input
          type="search"
          value={filter}
          placeholder={say.filter}
          aria-label={say.filter}
          onInput={(event) => setFilter(event.currentTarget.value.trim())}
        />
        <ol class="graph-list" lang="zh-Hans">
          {order.slice(0, 300).map(({ node, index }) => (
            <li key={index}>
              <button
                type="button"
                class={systemOf(node)}
                aria-pressed={index === chosen}
                onClick={() => choose(index)}
              >
                <span>{node.name}</span>
                <small>{node.cited > 0 ? node.cited : ''}</small>
              </button>
            </li>
          ))}
          {order.length > 300 && <li class="soft">{say.more(order.length - 300)}</li>}
        </ol>
      </div>
      <GraphPicture graph={graph} chosen={chosen} choose={choose} />
    </div>
  )
}

interface ChosenProps {
  graph: LinkGraph
  index: number
  choose(index: number): void
}

function Chosen({ graph, index, choose }: ChosenProps) {
  const say = words.value
  const node = graph.nodes[index]!
  const href = node.kind === 'draft' ? draftHref(node.id) : node.unknown ? undefined : instrumentHref(node.id)
  const groups = [
    {
      name: say.cites,
      ends: graph.edges.filter(([from]) => from === index).map(([, to, count]) => ({ end: to, count }))
    },
    {
      name: say.cited,
      ends: graph.edges.filter(([, to]) => to === index).map(([from, , count]) => ({ end: from, count }))
    }
  ]
  return (
    <section class="chosen" lang="zh-Hans">
      <h2>
        {href === undefined ? node.id : <a href={href}>{node.kind === 'draft' ? node.name : `《${node.id}》`}</a>}
      </h2>
      {groups.map(({ name, ends }) =>
        ends.length === 0 ? null : (
          <div key={name}>
            <h3>
              {name} {ends.length}
            </h3>
            <ul>
              {ends
                .sort((left, right) => right.count - left.count)
                .slice(0, 40)
                .map(({ end, count }) => (
                  <li key={end}>
                    <button type="button" onClick={() => choose(end)}>
                      {graph.nodes[end]!.name}
                    </button>
                    <small>{count}</small>
                  </li>
                ))}
              {ends.length > 40 && <li class="soft">{say.more(ends.length - 40)}</li>}
            </ul>
          </div>
        )
      )}
    </section>
  )
}

function ClauseLinksPage() {
  const subject = draftOf(route.value.path)
  const loaded = useData<ReadingText>(subject?.draft.textKey)
  useTitle(subject === undefined ? '' : `${subject.draft.title} ${words.value.links}`)
  if (subject === undefined || loaded.state === 'missing') return <Missing />
  if (loaded.state === 'loading') return <Loading />
  return (
    <div class="sheet wide">
      <header class="page-head">
        <h1 lang="zh-Hans">{subject.draft.title}</h1>
        <DraftTabs draft={subject.draft} page="links" />
      </header>
      <ClauseLinksView text={loaded.value} />
    </div>
  )
}

function ClauseLinksView({ text }: { text: ReadingText }) {
  const say = words.value
  const links = useMemo(() => clauseLinks(text), [text])
  const form = route.value.query.get('as') === 'matrix' ? 'matrix' : 'arcs'
  const [size, setSize] = useState(links.units.length > 200 ? 12 : 18)
  if (links.links.length === 0) return <p class="notice">{say.noLinks}</p>
  return (
    <>
      <fieldset class="chips" aria-label={say.clauseGraph}>
        {(['arcs', 'matrix'] as const).map((name) => (
          <a
            key={name}
            class="chip"
            href={formatRoute('links', route.value.path, { as: name })}
            aria-current={name === form ? 'true' : undefined}
          >
            {say[name]}
          </a>
        ))}
        <label class="density">
          {say.density}
          <input
            type="range"
            min={3}
            max={28}
            value={size}
            onInput={(event) => setSize(Number(event.currentTarget.value))}
          />
        </label>
      </fieldset>
      <p class="soft">{form === 'arcs' ? say.arcHint : say.matrixHint}</p>
      {form === 'arcs' ? (
        <ArcView text={text} links={links} row={size} />
      ) : (
        <MatrixView text={text} links={links} cell={size} />
      )}
    </>
  )
}
