import { useState } from 'preact/hooks'
import type { InstrumentEntry, LibraryGroup, LibraryView } from '../../model/site.js'
import { instrumentHref } from '../links.js'
import { Loading, Missing, useTitle } from '../parts/notices.js'
import { useData } from '../state/data.js'
import { words } from '../wording.js'

/** The instruments of the library by system, board and rank. */
export function LibraryPage() {
  const loaded = useData<LibraryView>('library')
  const [filter, setFilter] = useState('')
  useTitle(words.value.library)
  if (loaded.state === 'loading') return <Loading />
  if (loaded.state === 'missing') return <Missing />
  const { groups, instruments } = loaded.value
  const wanted = filter.trim()
  const shown = new Map(
    instruments
      .filter(
        ({ title, shortNames }) =>
          wanted === '' || title.includes(wanted) || shortNames.some((name) => name.includes(wanted))
      )
      .map((instrument) => [instrument.title, instrument])
  )
  return (
    <div class="sheet">
      <h1>{words.value.library}</h1>
      <p class="library-filter">
        <input
          type="search"
          value={filter}
          placeholder={words.value.filter}
          aria-label={words.value.filter}
          onInput={(event) => setFilter(event.currentTarget.value)}
        />
        <span role="status">{words.value.nodes(shown.size)}</span>
      </p>
      {groups.map((group) => (
        <Group key={group.name} group={group} shown={shown} level={2} />
      ))}
    </div>
  )
}

function Group({ group, shown, level }: { group: LibraryGroup; shown: Map<string, InstrumentEntry>; level: number }) {
  const entries = group.entries.flatMap((title) => shown.get(title) ?? [])
  if (!hasAny(group, shown)) return null
  const Heading = `h${Math.min(6, level)}` as 'h2'
  return (
    <section class={`library-group level-${level}`} lang="zh-Hans">
      <Heading>
        {group.name}
        {group.scope !== undefined && <small>{group.scope}</small>}
      </Heading>
      {entries.length > 0 && (
        <ul class="instruments">
          {entries.map((instrument) => (
            <Instrument key={instrument.title} instrument={instrument} />
          ))}
        </ul>
      )}
      {group.groups.map((child) => (
        <Group key={child.name} group={child} shown={shown} level={level + 1} />
      ))}
    </section>
  )
}

function hasAny(group: LibraryGroup, shown: Map<string, InstrumentEntry>): boolean {
  return group.entries.some((title) => shown.has(title)) || group.groups.some((child) => hasAny(child, shown))
}

function Instrument({ instrument }: { instrument: InstrumentEntry }) {
  const { title, kind, status, versions, citedBy } = instrument
  const last = versions.at(-1)
  return (
    <li class={status === 'repealed' || instrument.replacedBy !== undefined ? 'past' : undefined}>
      <a href={instrumentHref(title)}>{title}</a>
      <span class="soft">
        {[kind, last?.date, citedBy > 0 && `${words.value.incoming} ${citedBy}`].filter(Boolean).join(' · ')}
      </span>
    </li>
  )
}
