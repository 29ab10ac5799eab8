import type { ReportClause, ReportSegment } from '@tiaoli/report'
import type { ComponentChildren } from 'preact'
import { Fragment } from 'preact'
import { useMemo } from 'preact/hooks'
import type { ReadingSection, ReadingUnit } from '../../model/reading-text.js'
import { clauseHref, targetHref } from '../links.js'
import { language } from '../state/settings.js'
import type { ClauseIndex } from './clause-index.js'
import { backlinks, margin } from './margin.js'
import type { Portions } from './portions.js'
import { watch } from './scroll-spy.js'

interface TextViewProps {
  index: ClauseIndex
  portions: Portions
}

/** The clauses of a text with their references as links; drawn once for a text, however often the reader moves. */
export function TextView({ index, portions }: TextViewProps) {
  const spoken = language.value
  // The words of the margin follow the language.
  return useMemo(
    () => (
      <div class="text-body" lang="zh-Hans" data-language={spoken}>
        {index.text.sections.map((section) => sectionView(section, index, portions))}
      </div>
    ),
    [index, portions, spoken]
  )
}

// Plain functions and not components: a text has tens of thousands of these, and none has a state.

function sectionView(section: ReadingSection, index: ClauseIndex, portions: Portions): ComponentChildren {
  const Heading = `h${Math.min(6, section.depth + 1)}` as 'h2'
  const { address, label, segments } = section
  return (
    <section key={address} class={`part depth-${section.depth}`}>
      {address !== '' && (
        <div class="part-head">
          <Heading id={idOf(address, section, index)} class="part-heading" tabIndex={-1} ref={watch}>
            {label !== '' && <a href={clauseHref(index.text, address)}>{label}</a>}
            <span>{segmentViews(segments, index)}</span>
          </Heading>
          {backlinks(section.incoming, section.citedBy, index)}
        </div>
      )}
      {portions.runs(section.units).map(({ number, units }) => (
        <Run key={`run ${number}`} number={number} units={units} index={index} portions={portions} />
      ))}
      {section.sections.map((child) => sectionView(child, index, portions))}
    </section>
  )
}

interface RunProps extends TextViewProps {
  number: number
  units: readonly ReadingUnit[]
}

/** About how high a unit is, in the text's own measure. */
const unitHeight = 7

/** Units that are drawn together. */
function Run({ number, units, index, portions }: RunProps) {
  if (!portions.isDrawn(number)) return <div class="undrawn" style={{ height: `${units.length * unitHeight}rem` }} />
  return <>{units.map((unit) => unitView(unit, index))}</>
}

function unitView(unit: ReadingUnit, index: ClauseIndex): ComponentChildren {
  const check = unit.outgoing.some((id) => index.references.get(id)?.status !== 'resolved')
  return (
    <article
      key={unit.address}
      class={check ? 'unit check' : 'unit'}
      id={idOf(unit.address, unit, index)}
      tabIndex={-1}
      ref={watch}
    >
      <div class="unit-text">
        {unit.clauses.map((clause, position) => clauseView(clause, position === 0 ? unit.label : '', unit, index))}
      </div>
      {margin(unit, index)}
    </article>
  )
}

/** `label` is the number of the article that the clause opens. */
function clauseView(clause: ReportClause, label: string, unit: ReadingUnit, index: ClauseIndex): ComponentChildren {
  const { address, level, num, segments, rows } = clause
  if (rows !== undefined) return tableView(rows, index)
  const number = label || num
  const href = address === '' ? undefined : clauseHref(index.text, label === '' ? address : unit.address)
  return (
    <p class={`clause ${level}${isDeep(address) ? ' deep' : ''}`} id={idOf(address, clause, index)} tabIndex={-1}>
      {number !== undefined && number !== '' && (
        <a class="number" href={href} aria-label={label === '' ? `${number} ${index.label(address)}` : undefined}>
          {number}
        </a>
      )}
      {label !== '' && '　'}
      {segmentViews(segments, index)}
    </p>
  )
}

/** Whether a 目 stands in a 目. */
function isDeep(address: string): boolean {
  return address.indexOf('__indent_') !== address.lastIndexOf('__indent_')
}

function tableView(rows: readonly ReportSegment[][][], index: ClauseIndex): ComponentChildren {
  const [head = [], ...body] = rows
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section class="scroll" aria-label="表" tabIndex={0}>
      <table class="clause-table">
        <thead>
          <tr>
            {head.map((cell) => (
              <th scope="col">{segmentViews(cell, index)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {body.map((row) => (
            <tr>
              {row.map((cell) => (
                <td>{segmentViews(cell, index)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function segmentViews(segments: readonly ReportSegment[], index: ClauseIndex): ComponentChildren {
  return segments.map((segment) => segmentView(segment, index))
}

function segmentView(segment: ReportSegment, index: ClauseIndex): ComponentChildren {
  const reference = segment.reference === undefined ? undefined : index.references.get(segment.reference)
  const text = lines(segment.text)
  if (reference === undefined) return text
  const { id, status, routine, targets } = reference
  const kind = `ref ${status}${routine ? ' routine' : ''}`
  const href = targets.length === 1 ? targetHref(targets[0]!, index.text) : undefined
  if (href !== undefined) {
    return (
      <a class={kind} href={href} id={`ref-${id}`} data-ref={id}>
        {text}
      </a>
    )
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button would not break over lines as text does
    <span class={kind} id={`ref-${id}`} data-ref={id} role="button" tabIndex={0} aria-haspopup="dialog">
      {text}
    </span>
  )
}

function lines(text: string): ComponentChildren {
  if (!text.includes('\n')) return text
  return text.split('\n').map((line, at) => (
    <Fragment>
      {at > 0 && <br />}
      {line}
    </Fragment>
  ))
}

function idOf(address: string, place: object, index: ClauseIndex): string | undefined {
  return index.isAt(address, place) ? address : undefined
}
