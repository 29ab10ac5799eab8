import type { Board, Instrument } from './instrument.js'
import { rankOf } from './rank.js'
import { baseTitle } from './titles.js'

/** A board of the framework of Party regulations: what it is for, and words of titles that speak for it. */
export interface BoardFacts {
  board: Board
  /** What belongs to it, in one Chinese sentence of our own. */
  scope: string
  /** Words of titles, with how much each speaks for this board. */
  signs: readonly (readonly [word: RegExp, weight: number])[]
}

/**
 * The “1+4” framework: the Party Constitution, and four boards below it. The scopes follow the division that the
 * Party's own catalogues use; which words speak for a board is our reading of the titles in the registers.
 */
export const framework: readonly BoardFacts[] = [
  { board: '党章', scope: '党内法规体系的根本，其余各件都以它为依据', signs: [[/^(?:中国共产党)?章程$|^党章$/, 10]] },
  {
    board: '组织',
    scope: '各级各类组织怎样产生、有哪些职责、怎样运行',
    signs: [
      [/基层组织(?:工作|选举)/, 6],
      [/支部工作|党组工作|工作机关|选举工作|代表大会|地方委员会|中央委员会/, 5],
      [/组织处理/, -6],
      [/委员会工作条例/, 3]
    ]
  },
  {
    board: '领导',
    scope: '对各方面工作实行领导的体制、方式和责任',
    signs: [
      [
        /(?:宣传|统一战线|政法|农村|机构编制|人才|信访|群团|民族|宗教|外事|国家安全|保密|安全生产|生态环境|法治|思想政治)工作/,
        5
      ],
      [/组织工作条例$/, 4],
      [/基层组织工作/, -6],
      [/请示报告|重大事项/, 3],
      [/领导责任|责任制/, 3]
    ]
  },
  {
    board: '自身建设',
    scope: '思想、政治、组织、作风、纪律建设和党员、干部的要求',
    signs: [
      [/党内政治生活|廉洁自律|八项规定|厉行节约|公务接待/, 6],
      [/党员(?:教育|发展|权利)|发展党员|教育培训/, 5],
      [/干部(?:选拔|任用|考核|教育)|交流工作|公务员/, 5],
      [/理论学习|党史/, 4],
      [/党费/, 4]
    ]
  },
  {
    board: '监督保障',
    scope: '监督、问责、奖惩、法规制度和机关工作的保障',
    signs: [
      [/监督|巡视|问责|纪律处分|组织处理|检举|控告|述责/, 6],
      [/党员权利保障/, 6],
      [/法规(?:制定|解释|执行)|备案审查|公文处理|档案|表彰|奖励|机要|政治督察/, 5],
      [/党务公开/, 4]
    ]
  }
]

/** Where an instrument stands among the boards. */
export interface BoardFinding {
  board: Board
  /** Whether a register or the file itself states it. */
  sure: boolean
  reason: string
  /** The other boards that its title speaks for as well. */
  rivals: Board[]
}

/** The board of a Party regulation; `undefined` where nothing speaks for any, or it is no Party regulation. */
export function boardOf(instrument: Pick<Instrument, 'title' | 'kind' | 'board'>): BoardFinding | undefined {
  if (instrument.board !== undefined) return { board: instrument.board, sure: true, reason: '登记表载明', rivals: [] }
  const party = rankOf(instrument.kind)?.system === 'party' || instrument.title.includes('中国共产党')
  if (!party) return undefined
  const title = baseTitle(instrument.title)
  const scored = framework
    .map(({ board, signs }) => {
      const met = signs.filter(([word]) => word.test(title))
      return { board, score: met.reduce((sum, [, weight]) => sum + weight, 0), met }
    })
    .filter(({ score }) => score > 0)
    .sort((left, right) => right.score - left.score)
  const best = scored[0]
  if (best === undefined) return undefined
  const words = best.met.map(([word]) => word.exec(title)?.[0]).filter((word) => word !== undefined)
  return {
    board: best.board,
    sure: false,
    reason: `名称中的“${words.join('”“')}”`,
    rivals: scored.slice(1).map(({ board }) => board)
  }
}
