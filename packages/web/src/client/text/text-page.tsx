import type { ComponentChildren } from 'preact'
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks'
import { parseAddress } from 'regast'
import type { ReadingText } from '../../model/reading-text.js'
import { clauseHref } from '../links.js'
import { onKey } from '../parts/keys.js'
import { SidePanel } from '../parts/side-panel.js'
import { goTo } from '../state/route.js'
import { words } from '../wording.js'
import { ClauseBar, copyClauseCitation } from './clause-bar.js'
import { clauseIndex } from './clause-index.js'
import { Portions } from './portions.js'
import { showClause } from './position.js'
import { Preview } from './preview.js'
import { stopWatching } from './scroll-spy.js'
import { TextView } from './text-view.js'
import { Tree } from './tree.js'

interface TextPageProps {
  text: ReadingText
  /** The clause to show; empty for the beginning. */
  address: string
  /** What stands between the title and the clauses. */
  header: ComponentChildren
  footer?: ComponentChildren
}

/** A text with its clause tree beside it. */
export function TextPage({ text, address, header, footer }: TextPageProps) {
  const index = useMemo(() => clauseIndex(text), [text])
  // What the reader came for is drawn first; where he goes later is drawn when he goes.
  const portions = useMemo(() => new Portions(index, address), [index])
  const body = useRef<HTMLDivElement>(null)
  const frame = useRef<HTMLDivElement>(null)
  // Keys come faster than pictures: each step starts where the last one ended.
  const at = useRef(address)
  const subject = `${text.kind} ${text.id} ${text.date ?? ''}`
  // A new state of the same draft leaves the reader where he is.
  useLayoutEffect(() => {
    at.current = address
    if (address === '') {
      scrollTo(0, 0)
      return
    }
    portions.draw(address)
    requestAnimationFrame(() => showClause(address, () => portions.isBusy()))
  }, [subject, address])
  useEffect(() => portions.drawRest(), [portions])
  useEffect(() => stopWatching, [])
  useEffect(() => {
    const step = (by: number) => {
      const here = at.current
      const place = index.order.findIndex((known) => known === here || known.startsWith(`${here}__`))
      const next = index.order[here === '' ? 0 : Math.max(0, place + by)]
      if (next === undefined) return
      at.current = next
      goTo(clauseHref(text, next), true)
    }
    const stops = [
      onKey('j', () => step(1)),
      onKey('k', () => step(-1)),
      onKey('c', () => {
        if (address !== '') void copyClauseCitation(index, address)
      })
    ]
    return () => {
      for (const stop of stops) stop()
    }
  }, [index, address, text])
  const chosen = address !== '' && (index.unitOf(address) !== undefined || index.pathOf(address).length > 0)
  return (
    <div class="reading">
      <SidePanel label={words.value.contents} innerRef={frame}>
        <Tree index={index} frame={frame} />
      </SidePanel>
      <div class="text-column" ref={body}>
        <header class="text-head">
          <h1 tabIndex={-1} lang="zh-Hans">
            {text.title}
          </h1>
          {header}
          {address !== '' && !index.has(address) && (
            <p class="outline-note" role="status">
              {words.value.clauseMissing(parseAddress(address) === undefined ? address : index.label(address))}
            </p>
          )}
        </header>
        <TextView index={index} portions={portions} />
        {footer}
      </div>
      <Preview index={index} container={body} />
      {chosen && <ClauseBar index={index} address={address} />}
    </div>
  )
}
