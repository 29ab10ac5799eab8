import type { Requirement, Strength } from './brief.js'
import type { Answer, CoverageStatus } from './coverage.js'

/** Status of a requirement and the reason for it where it is not covered. */
export interface Judgement {
  status: CoverageStatus
  reason?: string
}

const rank: Record<Strength, number> = { must: 3, should: 2, may: 1, 'must-not': 0 }

/**
 * Judges what has to be in a draft. Its own answers say whether the requirement itself is met; of the requirements below
 * it only those that bind as much count, so that a 必备 does not fail for a 宜备 under it.
 */
export function judge(
  requirement: Requirement,
  answers: readonly Answer[],
  below: ReadonlyMap<string, CoverageStatus>
): Judgement {
  const written = answers.filter((answer) => !answer.placeholder)
  const own = written.some((answer) => answer.extent === 'full')
    ? 'covered'
    : written.length > 0
      ? 'partly'
      : 'not-covered'
  const positive = requirement.children.filter((child) => child.strength !== 'must-not')
  const binding = positive.filter((child) => rank[child.strength] >= rank[requirement.strength])
  const counted = binding.length > 0 ? binding : own === 'not-covered' ? positive : []
  if (counted.length === 0) return leafJudgement(own, answers)
  const missing = counted.filter((child) => below.get(child.id) !== 'covered')
  if (missing.length === 0)
    return own === 'partly' ? { status: 'partly', reason: '条文只声明部分落实。' } : { status: 'covered' }
  const names = missing.map((child) => child.id).join('、')
  const started = own !== 'not-covered' || positive.some((child) => below.get(child.id) !== 'not-covered')
  return started
    ? { status: 'partly', reason: `其中${names}没有完全落实。` }
    : { status: 'not-covered', reason: unanswered(answers) }
}

function leafJudgement(own: CoverageStatus, answers: readonly Answer[]): Judgement {
  if (own === 'covered') return { status: own }
  return { status: own, reason: own === 'partly' ? '条文只声明部分落实。' : unanswered(answers) }
}

function unanswered(answers: readonly Answer[]): string {
  return answers.length === 0 ? '没有条文声明落实。' : `${answers.map((answer) => answer.label).join('、')}还没有写成。`
}
