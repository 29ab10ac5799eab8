import type { Line } from './lines.js'
import type { RuleId } from './messages.js'
import type { SurveyState } from './survey-state.js'

/** A message of a survey, placed only once it is handed out. */
export interface Report {
  rule: RuleId
  reason: string
  line: Line
  expected: string[] | undefined
}

/** The lines of an article as surveyed last: where the survey stood before them and after them, and what it reported. */
export interface Passage {
  lines: Line[]
  before: SurveyState
  after: SurveyState
  reports: Report[]
}

/** Remembers passages on their first lines while a survey runs; an unchanged one that is met in the same state need not be surveyed. */
export class PassageRecorder {
  private open: { index: number; before: SurveyState; reports: number } | undefined

  constructor(
    private readonly lines: Line[],
    private readonly reports: Report[]
  ) {}

  /** An article begins at `index`; `before` is the state in front of it, `reports` counts what was reported by then. */
  begin(index: number, before: SurveyState, reports: number): void {
    this.open = { index, before, reports }
  }

  /** Ends the passage before the line at `index`; `after` is the state in front of that line. */
  end(index: number, after: SurveyState, reports = this.reports.length): void {
    const { open, lines } = this
    if (open === undefined) return
    this.open = undefined
    lines[open.index]!.passage = {
      lines: lines.slice(open.index, index),
      before: open.before,
      after,
      reports: this.reports.slice(open.reports, reports)
    }
  }

  /** Gives up the passage: what it means depends on lines further on. */
  drop(): void {
    this.open = undefined
  }
}

/** The passage that begins at a line and is as it was, met in the same state; its lines are marked as unchanged. */
export function knownPassage(lines: Line[], index: number, state: SurveyState): Passage | undefined {
  const passage = lines[index]!.passage
  // What a title or a note is depends on where the header ends.
  if (passage === undefined || state.header || !passage.before.equals(state)) return undefined
  const { previous } = state
  if (previous?.changed) return undefined
  const { lines: own } = passage
  for (let at = 0; at < own.length; at++) {
    const line = own[at]!
    if (lines[index + at] !== line || line.role !== 'body') return undefined
  }
  for (const line of own) line.changed = false
  return passage
}
