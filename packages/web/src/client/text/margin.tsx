import type { IncomingReference, ReportTarget } from '@tiaoli/report'
import type { ComponentChildren } from 'preact'
import type { CitedBy, ReadingUnit } from '../../model/reading-text.js'
import { citingHref, clauseHref, targetHref } from '../links.js'
import { words } from '../wording.js'
import type { ClauseIndex } from './clause-index.js'

/** What a margin names before it says how much more there is. */
const mostNamed = 12

/** What stands beside an article: where it points, and from where it is pointed at. */
export function margin(unit: ReadingUnit, index: ClauseIndex): ComponentChildren {
  const targets = unit.outgoing
    .map((id) => index.references.get(id))
    .filter((reference) => reference !== undefined && !reference.routine)
    .flatMap((reference) => reference!.targets)
  const outgoing = distinctBy(targets, ({ label, status }) => `${label} ${status}`)
  const quiet = outgoing.length === 0 && unit.incoming.length === 0 && unit.citedBy === undefined
  if (quiet) return null
  return (
    <aside class="margin" aria-label={`${unit.label} ${words.value.links}`}>
      {outgoing.length > 0 && (
        <div class="margin-group">
          <span class="what">{words.value.outgoing}</span>
          <ul>{outgoing.map((target) => outgoingView(target, index))}</ul>
        </div>
      )}
      {backlinks(unit.incoming, unit.citedBy, index)}
    </aside>
  )
}

function outgoingView(target: ReportTarget, index: ClauseIndex): ComponentChildren {
  const href = targetHref(target, index.text)
  return (
    <li key={`${target.label} ${target.status}`} class={target.status}>
      {href === undefined ? <span>{target.shortLabel}</span> : <a href={href}>{target.shortLabel}</a>}
      {target.topic !== undefined && <span class="topic">{target.topic}</span>}
    </li>
  )
}

/** From where a clause is referred to: in this text, and in others. */
export function backlinks(
  incoming: readonly IncomingReference[],
  citedBy: readonly CitedBy[] | undefined,
  index: ClauseIndex
): ComponentChildren {
  const own = distinctBy(incoming, ({ label }) => label)
  const sources = groupBy(citedBy ?? [], ({ kind, id }) => `${kind} ${id}`)
  if (own.length === 0 && sources.length === 0) return null
  return (
    <div class="margin-group backlinks">
      <span class="what">{words.value.incoming}</span>
      <ul>
        {own.map(({ from, label }) => (
          <li key={from}>
            <a href={clauseHref(index.text, from)}>{label}</a>
          </li>
        ))}
        {sources.slice(0, mostNamed).map((places) => (
          <li key={`${places[0]!.kind} ${places[0]!.id}`} class="source">
            <span class="source-name">{places[0]!.name}</span>
            {places.slice(0, mostNamed).map(({ kind, id, from, label }) => (
              <a key={from} href={citingHref(kind, id, from)}>
                {label}
              </a>
            ))}
            {places.length > mostNamed && <span class="more">{words.value.more(places.length - mostNamed)}</span>}
          </li>
        ))}
        {sources.length > mostNamed && <li class="more">{words.value.more(sources.length - mostNamed)}</li>}
      </ul>
    </div>
  )
}

function distinctBy<T>(values: readonly T[], key: (value: T) => string): T[] {
  return [...new Map(values.map((value) => [key(value), value])).values()]
}

function groupBy<T>(values: readonly T[], key: (value: T) => string): T[][] {
  const groups = new Map<string, T[]>()
  for (const value of values) {
    const group = groups.get(key(value))
    if (group === undefined) groups.set(key(value), [value])
    else group.push(value)
  }
  return [...groups.values()]
}
