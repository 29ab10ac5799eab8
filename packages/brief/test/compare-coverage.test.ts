import { compareCoverage } from '@tiaoli/brief'
import { expect, it } from 'vitest'
import { coverGarden, fullDraft } from './garden.js'

const title = '# 某市社区花园管理办法（草案）\n\n'

it('tells what a newer draft gained, lost and moved', () => {
  const older = coverGarden(
    `${title}<!-- 落实: B-1.1 -->\n\n第一条　根据《某省园林条例》第六条制定。\n\n<!-- 落实: B-2.2 -->\n\n第二条　鼓励厨余堆肥，可以收取押金。\n`
  ).coverage
  const newer = coverGarden(
    `${title}第一条　本办法管理社区花园。\n\n<!-- 落实: B-1.1 -->\n\n第二条　根据《某省园林条例》第六条制定。\n\n<!-- 落实: B-2.1 -->\n\n第三条　账目公开。\n`
  ).coverage
  const changes = compareCoverage(older, newer).map(({ id, from, to, kind, oldAnswers, newAnswers }) => [
    id,
    from,
    to,
    kind,
    oldAnswers.join(),
    newAnswers.join()
  ])
  expect(changes).toEqual([
    ['B-1.1', 'covered', 'covered', 'answers', '第一条', '第二条'],
    ['B-1.3', 'contradicted', 'respected', 'gained', '第二条', ''],
    ['B-2', 'partly', 'covered', 'gained', '', ''],
    ['B-2.1', 'not-covered', 'covered', 'gained', '', '第三条'],
    ['B-2.2', 'covered', 'not-covered', 'lost', '第二条', '']
  ])
})

it('finds no change between a draft and itself', () => {
  const { coverage } = coverGarden(fullDraft)
  expect(compareCoverage(coverage, coverage)).toEqual([])
})
