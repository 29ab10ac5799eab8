import { statusOrder, statusWords } from '@tiaoli/report'
import { useState } from 'preact/hooks'
import type { ReadingText } from '../../model/reading-text.js'
import type { DraftEntry } from '../../model/site.js'
import { clauseHref } from '../links.js'
import { DraftTabs } from '../parts/draft-tabs.js'
import { Loading, Missing, useTitle } from '../parts/notices.js'
import { useData } from '../state/data.js'
import { route, splitSubject } from '../state/route.js'
import { language } from '../state/settings.js'
import { drafts } from '../state/site.js'
import { TextPage } from '../text/text-page.js'
import { words } from '../wording.js'

/** `?show=check`: the references that are to be checked are open. */
export const toCheck = 'check'

/** The draft that an address names. */
export function draftOf(path: string): { draft: DraftEntry; address: string } | undefined {
  const subject = splitSubject(
    path,
    drafts.value.map(({ id }) => id)
  )
  const draft = drafts.value.find(({ id }) => id === subject?.id)
  return draft && { draft, address: subject!.address }
}

/** One draft. */
export function DraftPage() {
  const subject = draftOf(route.value.path)
  const loaded = useData<ReadingText>(subject?.draft.textKey)
  useTitle(subject === undefined ? '' : `${subject.draft.title} ${subject.draft.name}`)
  if (subject === undefined || loaded.state === 'missing') return <Missing />
  if (loaded.state === 'loading') return <Loading />
  const { draft, address } = subject
  const text = loaded.value
  return (
    <TextPage
      text={text}
      address={address}
      header={
        <>
          <DraftTabs draft={draft} page="draft" />
          <p class="text-facts">
            {draft.date !== undefined && <span>{draft.date}</span>}
            <span>{words.value.articles(draft.articles)}</span>
            <span>{words.value.references(draft.references)}</span>
          </p>
          <ReferenceStates text={text} />
        </>
      }
      footer={<Definitions text={text} />}
    />
  )
}

/** How many targets of each status there are; what is not resolved can be gone to. */
function ReferenceStates({ text }: { text: ReadingText }) {
  const open = text.references.filter(({ status }) => status !== 'resolved')
  // Only when the page is opened: afterwards the reader decides.
  const [shown] = useState(route.value.query.get('show') === toCheck)
  const names = statusWords(language.value)
  return (
    <div class="reference-states">
      <ul class="legend">
        {[...statusOrder].reverse().map((status) =>
          text.counts[status] === 0 ? null : (
            <li key={status} class={status}>
              {names[status]} {text.counts[status]}
            </li>
          )
        )}
      </ul>
      {open.length > 0 && (
        <details class="open-references" open={shown}>
          <summary>{words.value.toCheck(open.length)}</summary>
          <ul lang="zh-Hans">
            {open.map((reference) => (
              <li key={reference.id} class={reference.status}>
                <a href={clauseHref(text, reference.in)}>{reference.label || words.value.outsideClauses}</a>
                <q>{reference.text}</q>
                {reference.targets.map(
                  ({ reason }, at) =>
                    reason !== undefined && (
                      <span key={at} class="reason">
                        {reason}
                      </span>
                    )
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}

function Definitions({ text }: { text: ReadingText }) {
  if (text.terms.length === 0) return null
  return (
    <section class="definitions">
      <h2>{words.value.definitions}</h2>
      <dl lang="zh-Hans">
        {text.terms.map(({ text: term, address, label, uses }) => (
          <div key={`${term} ${address}`}>
            <dt>{term}</dt>
            <dd>
              {address === '' ? label : <a href={clauseHref(text, address)}>{label}</a>}
              <span class="soft">{words.value.uses(uses)}</span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
