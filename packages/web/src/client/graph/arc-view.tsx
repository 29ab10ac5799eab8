import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { ReadingText } from '../../model/reading-text.js'
import { clauseHref } from '../links.js'
import type { ClauseLinks } from './clause-links.js'

interface ArcViewProps {
  text: ReadingText
  links: ClauseLinks
  /** Height of one article in pixels. */
  row: number
}

const widestArc = 300
const leastArc = 56
/** Rows lower than this cannot all be named: every so many are. */
const leastNamed = 11
const sparseSize = 10

/** Articles down the middle; arcs on the left lead back, arcs on the right ahead. */
export function ArcView({ text, links, row }: ArcViewProps) {
  const { units, headings } = links
  const [chosen, choose] = useState<number | undefined>(undefined)
  const [room, setRoom] = useState(0)
  const frame = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const around = frame.current!
    const observer = new ResizeObserver(() => setRoom(around.clientWidth))
    observer.observe(around)
    return () => observer.disconnect()
  }, [])
  const labelWidth = room < 700 ? 168 : 210
  const arcWidth = Math.max(leastArc, Math.min(widestArc, Math.floor((room - labelWidth) / 2)))
  const gaps = useMemo(() => offsets(units.length, headings, row), [units, headings, row])
  const height = (gaps.at(-1) ?? 0) + 2 * row + 20
  const width = labelWidth + 2 * arcWidth
  const step = Math.ceil(leastNamed / row)
  const middle = (index: number) => gaps[index]! + row / 2
  return (
    <div ref={frame}>
      <div class="arc-frame">
        <svg
          class={chosen === undefined ? 'arcs' : 'arcs choosing'}
          viewBox={`0 0 ${width} ${height}`}
          style={{ width: `${width}px`, height: `${height}px` }}
          onPointerLeave={() => choose(undefined)}
          aria-hidden="true"
          focusable="false"
        >
          {links.links.map(({ from, to, count }) => {
            const ahead = to > from
            const x = ahead ? arcWidth + labelWidth : arcWidth
            const spread = (9 * arcWidth) / widestArc
            const reach = Math.min(arcWidth - 8, 14 + spread * Math.sqrt(Math.abs(middle(to) - middle(from))))
            const side = ahead ? x + reach * 1.33 : x - reach * 1.33
            const near = chosen === from || chosen === to
            return (
              <path
                key={`${from} ${to}`}
                class={`${ahead ? 'ahead' : 'back'}${near ? ' near' : ''}`}
                d={`M${x} ${middle(from)}C${side} ${middle(from)} ${side} ${middle(to)} ${x} ${middle(to)}`}
                stroke-width={Math.min(4, 0.8 + 0.5 * count)}
              />
            )
          })}
        </svg>
        <ol
          class="arc-list"
          style={{ left: `${arcWidth}px`, width: `${labelWidth}px`, height: `${height}px` }}
          lang="zh-Hans"
        >
          {units.map((unit, index) => (
            <li key={unit.address} style={{ top: `${gaps[index]}px`, height: `${row}px` }}>
              {headings.has(index) && <span class="arc-heading">{headings.get(index)}</span>}
              <a
                href={clauseHref(text, unit.address)}
                style={{
                  fontSize: `${row < leastNamed ? sparseSize : Math.min(13, row - 1)}px`,
                  lineHeight: `${row}px`
                }}
                onPointerEnter={() => choose(index)}
                onFocus={() => choose(index)}
                title={`${unit.label} ${unit.topic}`}
                class={row >= leastNamed ? undefined : index % step === 0 ? 'sparse' : 'unnamed'}
              >
                <b>{unit.label}</b> <span>{unit.topic}</span>
              </a>
            </li>
          ))}
        </ol>
      </div>
    </div>
  )
}

/** Where each article begins: headings take a line of their own. */
function offsets(count: number, headings: ReadonlyMap<number, string>, row: number): number[] {
  const tops: number[] = []
  let y = 8
  for (let index = 0; index < count; index++) {
    if (headings.has(index)) y += Math.max(row, 24)
    tops.push(y)
    y += row
  }
  return tops
}
