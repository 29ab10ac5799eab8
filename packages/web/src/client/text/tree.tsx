import { signal } from '@preact/signals'
import { useEffect, useMemo } from 'preact/hooks'
import type { ReadingSection, ReadingUnit } from '../../model/reading-text.js'
import { clauseHref } from '../links.js'
import { words } from '../wording.js'
import type { ClauseIndex } from './clause-index.js'
import { atTop } from './scroll-spy.js'

/** Structures that the reader has opened (`true`) or closed (`false`) by hand. */
const chosen = signal<ReadonlyMap<string, boolean>>(new Map())

interface TreeProps {
  index: ClauseIndex
  /** The element that scrolls the tree. */
  frame: { current: HTMLElement | null }
}

/** The clause tree: structures to open and close, their articles with what they are about; it follows the reader. */
export function Tree({ index, frame }: TreeProps) {
  useEffect(() => {
    chosen.value = new Map()
  }, [index.text.id])
  useEffect(() => atTop.subscribe(() => requestAnimationFrame(() => keepInView(frame.current))), [frame])
  return useMemo(
    () => (
      <div class="tree" lang="zh-Hans">
        {index.text.sections.map((section) => (
          <Part key={section.address} section={section} index={index} />
        ))}
      </div>
    ),
    [index]
  )
}

function Part({ section, index }: { section: ReadingSection; index: ClauseIndex }) {
  const { address, label, heading, sections } = section
  const articles = section.units.filter((unit) => unit.label !== '' && unit.address !== '')
  const content = (
    <>
      {articles.length > 0 && (
        <ol class="tree-articles">
          {articles.map((unit) => (
            <li key={unit.address}>
              <Article unit={unit} index={index} />
            </li>
          ))}
        </ol>
      )}
      {sections.map((child) => (
        <Part key={child.address} section={child} index={index} />
      ))}
    </>
  )
  if (address === '') return content
  const link = (
    <a href={clauseHref(index.text, address)} aria-current={atTop.value === address ? 'location' : undefined}>
      {label !== '' && <b>{label}</b>}
      <span>{heading}</span>
    </a>
  )
  if (articles.length === 0 && sections.length === 0) return <div class="tree-leaf">{link}</div>
  const open = chosen.value.get(address) ?? index.pathOf(atTop.value).includes(address)
  return (
    <div class="tree-part">
      <div class="tree-line">
        <button
          type="button"
          class="tree-switch"
          aria-expanded={open}
          aria-label={open ? words.value.collapse(label || heading) : words.value.expand(label || heading)}
          onClick={() => {
            chosen.value = new Map(chosen.value).set(address, !open)
          }}
        />
        {link}
      </div>
      {open && content}
    </div>
  )
}

function Article({ unit, index }: { unit: ReadingUnit; index: ClauseIndex }) {
  const check = unit.outgoing.some((id) => index.references.get(id)?.status !== 'resolved')
  return (
    <a
      href={clauseHref(index.text, unit.address)}
      class={check ? 'check' : undefined}
      aria-current={atTop.value === unit.address ? 'location' : undefined}
    >
      <b>{unit.label}</b>
      <span>{unit.topic}</span>
    </a>
  )
}

const edge = 40

/** Scrolls the tree so far that the place of the reader can be seen. */
function keepInView(frame: HTMLElement | null): void {
  const current = frame?.querySelector('[aria-current]')
  if (frame === null || current === null || current === undefined) return
  const box = current.getBoundingClientRect()
  const around = frame.getBoundingClientRect()
  if (box.top >= around.top + edge && box.bottom <= around.bottom - edge) return
  frame.scrollTop += box.top - around.top - around.height / 3
}
