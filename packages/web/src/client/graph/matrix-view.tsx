import { useState } from 'preact/hooks'
import type { ReadingText } from '../../model/reading-text.js'
import { clauseHref } from '../links.js'
import { goTo } from '../state/route.js'
import { words } from '../wording.js'
import type { ClauseLinks } from './clause-links.js'

interface MatrixViewProps {
  text: ReadingText
  links: ClauseLinks
  /** Side of a cell in pixels. */
  cell: number
}

const margin = 96
/** Smaller marks could not be seen. */
const leastMark = 4

/** Articles that refer down, articles that are referred to across; chapters are fenced off. */
export function MatrixView({ text, links, cell }: MatrixViewProps) {
  const { units, headings } = links
  const [chosen, choose] = useState<{ from: number; to: number } | undefined>(undefined)
  const side = units.length * cell
  const step = Math.max(1, Math.ceil(12 / cell))
  const mark = Math.max(leastMark, cell - 1)
  return (
    <>
      <p class="matrix-said" role="status" lang="zh-Hans">
        {chosen === undefined
          ? '　'
          : `${units[chosen.from]!.label} → ${units[chosen.to]!.label}　${units[chosen.to]!.topic}`}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section class="matrix-frame" aria-label={words.value.matrix} tabIndex={0}>
        <svg
          class="clause-matrix"
          width={side + margin + 8}
          height={side + margin + 8}
          aria-hidden="true"
          onPointerLeave={() => choose(undefined)}
        >
          <g transform={`translate(${margin} ${margin})`}>
            <rect class="ground" width={side} height={side} />
            {[...headings].map(([index, heading]) => (
              <g key={heading}>
                <path class="fence" d={`M${index * cell} 0V${side}M0 ${index * cell}H${side}`} />
              </g>
            ))}
            {chosen !== undefined && (
              <path
                class="cross"
                d={`M0 ${(chosen.from + 0.5) * cell}H${side}M${(chosen.to + 0.5) * cell} 0V${side}`}
              />
            )}
            {units.map(({ label, address }, index) =>
              index % step === 0 ? (
                <g key={address}>
                  <text class="row-name" x={-4} y={(index + 0.5) * cell}>
                    {label}
                  </text>
                  <text class="column-name" transform={`translate(${(index + 0.5) * cell} -4) rotate(-90)`}>
                    {label}
                  </text>
                </g>
              ) : null
            )}
            {links.links.map(({ from, to, count }) => (
              // biome-ignore lint/a11y/noStaticElementInteractions: a picture for the eye; the arcs beside it are a list of links
              <rect
                key={`${from} ${to}`}
                class={to > from ? 'ahead' : 'back'}
                x={to * cell}
                y={from * cell}
                width={mark}
                height={mark}
                fill-opacity={Math.min(1, 0.5 + 0.2 * count)}
                onPointerEnter={() => choose({ from, to })}
                onClick={() => goTo(clauseHref(text, units[from]!.address))}
              />
            ))}
          </g>
        </svg>
      </section>
    </>
  )
}
