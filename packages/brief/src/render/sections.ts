import { labels } from '../compare-coverage.js'
import type { RequirementCoverage } from '../coverage.js'
import { linkageLabel } from '../field-values.js'
import { relationNames, strengthNames } from '../vocabulary.js'
import type { CoverageReport } from './coverage-report.js'
import { coveredShare, figuresSentence, statusWords } from './wording.js'

/** A cell of a table; `status` colours it where a renderer can. */
export interface Cell {
  text: string
  status?: string
}

/** A part of a coverage report that every renderer prints in its own way. */
export interface ReportPart {
  id: string
  heading: string
  /** Sentences in front of the table. */
  words: string[]
  /** There is nothing that needs attention. */
  fine?: boolean
  head?: string[]
  rows?: Cell[][]
}

/** The parts of a report, the most urgent first. */
export function reportParts(report: CoverageReport): ReportPart[] {
  return [
    urgent(report),
    contradictions(report),
    uncited(report),
    ...changes(report),
    figures(report),
    draftChapters(report),
    untraced(report),
    ...linkages(report),
    ...suggestions(report),
    all(report)
  ]
}

/** What the report comes to, a sentence a strength. */
export function summary({ coverage: { total } }: CoverageReport): string[] {
  return [
    `必备：${figuresSentence(total.must)}。`,
    `宜备：${figuresSentence(total.should)}。`,
    ...(total.may.total > 0 ? [`选备：${figuresSentence(total.may)}。`] : []),
    `禁止：${figuresSentence(total.mustNot)}。`
  ]
}

const cell = (text: string): Cell => ({ text })
const statusCell = ({ status }: RequirementCoverage): Cell => ({ text: statusWords[status], status })
const name = ({ requirement }: RequirementCoverage) => `${requirement.id} ${requirement.name}`.trim()

function urgent({ coverage }: CoverageReport): ReportPart {
  const rows = coverage.requirements.filter(
    ({ requirement, status }) =>
      requirement.strength === 'must' && requirement.children.length === 0 && status !== 'covered'
  )
  const parents = coverage.requirements.filter(
    ({ requirement, status }) =>
      requirement.strength === 'must' && requirement.children.length > 0 && status !== 'covered'
  )
  return {
    id: 'urgent',
    heading: '必备要求中没有完全落实的',
    words: rows.length + parents.length === 0 ? ['必备要求都已落实。'] : [],
    fine: rows.length + parents.length === 0,
    ...(rows.length + parents.length > 0 && {
      head: ['要求', '内容', '落实情况', '条文', '说明'],
      rows: [...rows, ...parents.filter(({ reason }) => !/^其中/.test(reason ?? ''))].map((row) => [
        cell(name(row)),
        cell(row.requirement.statement),
        statusCell(row),
        cell(labels(row).join('、')),
        cell(row.reason ?? '')
      ])
    })
  }
}

function contradictions({ coverage }: CoverageReport): ReportPart {
  const bans = coverage.requirements.filter(({ requirement }) => requirement.strength === 'must-not')
  const hits = bans.flatMap((row) =>
    row.hits.map((hit) => [
      cell(name(row)),
      { text: hit.label, status: 'contradicted' },
      cell(hit.term),
      cell(hit.text)
    ])
  )
  const unchecked = bans.filter(
    ({ status, requirement }) => status === 'unchecked' && requirement.children.length === 0
  )
  const words = [
    ...(bans.length === 0
      ? ['任务书没有禁止写入的内容。']
      : hits.length === 0
        ? ['没有发现禁用语。']
        : ['出现禁用语只是疑点，是否越界由起草组判断。']),
    ...(unchecked.length > 0 ? [`下列各项没有可以机械查找的字样，要由人核对：${unchecked.map(name).join('；')}。`] : [])
  ]
  return {
    id: 'contradicted',
    heading: '禁止写入而出现的',
    words,
    fine: hits.length === 0 && unchecked.length === 0,
    ...(hits.length > 0 && { head: ['要求', '条文', '禁用语', '原文'], rows: hits })
  }
}

function uncited({ coverage }: CoverageReport): ReportPart {
  const rows = coverage.requirements.filter((row) => row.uncited.length > 0)
  const linked = coverage.requirements.filter(
    ({ requirement: { linkages, strength } }) => linkages.length > 0 && strength !== 'must-not'
  )
  const written = (row: RequirementCoverage): boolean =>
    rowsWithin(coverage, row).some(({ answers }) => answers.some(({ placeholder }) => !placeholder))
  const unwritten = linked.length > 0 && !linked.some(written)
  return {
    id: 'uncited',
    heading: '应当引用而没有引用的文件',
    words: [
      rows.length > 0
        ? '要求写明衔接某个文件，落实它的条文却没有引用。'
        : unwritten
          ? '要求衔接文件的各项都还没有写好的条文，无从核对。'
          : linked.length === 0
            ? '任务书没有要求衔接哪个文件。'
            : '落实要求的条文都引用了要求衔接的文件。'
    ],
    fine: rows.length === 0 && linked.length > 0 && !unwritten,
    ...(rows.length > 0 && {
      head: ['要求', '文件', '落实的条文'],
      rows: rows.map((row) => [
        cell(name(row)),
        cell(row.uncited.map(linkageLabel).join('、')),
        cell(labelsWithin(coverage, row).join('、'))
      ])
    })
  }
}

/** The clauses that answer a requirement or one below it. */
function labelsWithin(coverage: CoverageReport['coverage'], row: RequirementCoverage): string[] {
  return [...new Set(rowsWithin(coverage, row).flatMap(labels))]
}

/** A requirement and those below it. */
function rowsWithin(
  { requirements }: CoverageReport['coverage'],
  { requirement }: RequirementCoverage
): RequirementCoverage[] {
  return requirements.filter(
    (row) => row.requirement.id === requirement.id || row.requirement.id.startsWith(`${requirement.id}.`)
  )
}

function changes({ comparison }: CoverageReport): ReportPart[] {
  if (comparison === undefined) return []
  const { older } = comparison
  const part = (kind: 'lost' | 'gained', heading: string, none: string): ReportPart => {
    const found = comparison.changes.filter((change) => change.kind === kind)
    return {
      id: kind,
      heading,
      words: found.length === 0 ? [none] : [],
      ...(found.length > 0 && {
        head: ['要求', '上一稿', '本稿', '上一稿的条文', '本稿的条文'],
        rows: found.map((change) => [
          cell(`${change.id} ${change.name}`.trim()),
          { text: statusWords[change.from], status: change.from },
          { text: statusWords[change.to], status: change.to },
          cell(change.oldAnswers.join('、')),
          cell(change.newAnswers.join('、'))
        ])
      })
    }
  }
  const stage = [older.draft.stage, older.draft.date].filter((fact) => fact !== undefined).join('，')
  const lost = part('lost', '比上一稿退步的', '没有退步的要求。')
  lost.words.unshift(`上一稿：${older.draft.file ?? older.draft.title}${stage === '' ? '' : `（${stage}）`}。`)
  return [lost, part('gained', '比上一稿进步的', '没有进步的要求。')]
}

function figures({ coverage }: CoverageReport): ReportPart {
  const line = (id: string, figures: (typeof coverage)['total']) => [
    cell(id),
    cell(coveredShare(figures.must)),
    cell(coveredShare(figures.should)),
    cell(coveredShare(figures.may)),
    figures.mustNot.contradicted > 0
      ? { text: `${figures.mustNot.contradicted} 项`, status: 'contradicted' }
      : cell(figures.mustNot.total === 0 ? '—' : '0 项')
  ]
  return {
    id: 'figures',
    heading: '任务书各部分的落实率',
    words: ['只数没有下级的要求；部分落实的不算已落实。'],
    head: ['部分', '必备', '宜备', '选备', '有抵触'],
    rows: [
      ...coverage.chapters.map((chapter) => line(`${chapter.id} ${chapter.name}`.trim(), chapter)),
      line('合计', coverage.total)
    ]
  }
}

function draftChapters({ coverage }: CoverageReport): ReportPart {
  return {
    id: 'chapters',
    heading: '草案各章的落实声明',
    words: [],
    head: ['章', '条数', '声明落实要求的', '说明没有对应要求的', '没有说明的'],
    rows: coverage.draftChapters.map(({ label, heading, articles, traced, explained }) =>
      [
        label === '' ? '（章外）' : `${label} ${heading}`,
        articles,
        traced,
        explained,
        articles - traced - explained
      ].map((value) => cell(String(value)))
    )
  }
}

function untraced({ coverage }: CoverageReport): ReportPart {
  const rows = coverage.untraced
  return {
    id: 'untraced',
    heading: '没有对应要求的条文',
    words: rows.length === 0 ? ['每一条都声明了落实的要求。'] : [],
    fine: rows.length === 0,
    ...(rows.length > 0 && {
      head: ['条文', '章', '开头', '起草组的说明'],
      rows: rows.map((row) => [
        cell(row.label),
        cell(row.chapter),
        cell(row.excerpt),
        cell(row.explanation === undefined ? '（没有说明）' : row.explanation || '没有对应要求')
      ])
    })
  }
}

function linkages({ linkages }: CoverageReport): ReportPart[] {
  if (linkages === undefined || linkages.length === 0) return []
  const rows = linkages.flatMap((row) => {
    const asked = [...row.requirements, ...row.basisOf.map((id) => `${id}（来源）`)].join('、')
    const found = (['takes-over', 'refines', 'leaves', undefined] as const).flatMap((relation) => {
      const places = row.places.filter((place) => place.relation === relation)
      if (places.length === 0) return row.expected.some((expected) => expected === relation) ? [missing(relation!)] : []
      const [first] = places
      return [
        [
          cell(relation === undefined ? '看不出' : relationNames[relation]),
          cell([...new Set(places.map(({ label }) => label))].join('、')),
          cell(first!.cue ?? first!.text)
        ]
      ]
    })
    if (row.places.length === 0)
      found.splice(0, found.length, [notCited(row.requirements.length > 0), cell(''), cell('')])
    const expected = row.expected.map((relation) => relationNames[relation]).join('、')
    return found.map((cells, index) => [
      ...[`《${row.title}》`, asked, expected].map((text) => cell(index === 0 ? text : '')),
      ...cells
    ])
  })
  return [
    {
      id: 'linkages',
      heading: '同有关文件的衔接',
      words: [
        '“草案的处理”由引文前后的字样判断，供人核对：承接是沿用该文件的规定，细化是在其基础上展开，留给是写明由该文件规定。'
      ],
      head: ['文件', '任务书中的要求', '要求的处理', '草案的处理', '条文', '字样（第一处）'],
      rows
    }
  ]
}

function missing(relation: keyof typeof relationNames): Cell[] {
  return [{ text: `没有看到${relationNames[relation]}`, status: 'partly' }, cell(''), cell('')]
}

/** An instrument that is only a source need not be cited. */
function notCited(asked: boolean): Cell {
  return asked ? { text: '没有引用', status: 'not-covered' } : cell('没有引用（只是来源）')
}

function suggestions({ suggestions, coverage }: CoverageReport): ReportPart[] {
  if (suggestions === undefined) return []
  const names = new Map(coverage.requirements.map((row) => [row.requirement.id, name(row)]))
  const rows = [
    ...Object.entries(suggestions.requirements).flatMap(([id, found]) =>
      found.map(({ label, reason }, index) => [cell(index === 0 ? names.get(id)! : ''), cell(label), cell(reason)])
    ),
    ...Object.entries(suggestions.articles).flatMap(([, found]) =>
      found.map(({ label, requirement, reason }, index) => [
        cell(index === 0 ? label : ''),
        cell(names.get(requirement)!),
        cell(reason)
      ])
    )
  ]
  return [
    {
      id: 'suggestions',
      heading: '可能的对应',
      words: [rows.length === 0 ? '没有要建议的。' : '由用词推测，不计入落实；确认后请在条文之前写落实注释。'],
      ...(rows.length > 0 && { head: ['没有对应的要求或者条文', '可能对应', '理由'], rows })
    }
  ]
}

function all({ coverage }: CoverageReport): ReportPart {
  return {
    id: 'all',
    heading: '逐项对照',
    words: [],
    head: ['要求', '内容', '强度', '落实情况', '条文', '来源'],
    rows: coverage.requirements.map((row) => [
      cell(name(row)),
      cell(row.requirement.statement),
      cell(strengthNames[row.requirement.strength]),
      statusCell(row),
      cell(labels(row).join('、')),
      cell(row.requirement.sources.map(({ text }) => text).join('；'))
    ])
  }
}
