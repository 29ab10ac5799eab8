import type { LinkStatus } from '@tiaoli/library'

/** Languages that reports are written in. */
export type Language = 'zh' | 'en'

/** Every word of a report that does not come from the draft. */
export interface ReportWording {
  status: Record<LinkStatus, string>
  /** A status that stands in a line of text. */
  mark: (status: LinkStatus) => string
  report: string
  reportOf: (title: string) => string
  summary: (counts: { references: number; targets: number; resolved: number }) => string
  allResolved: string
  problems: string
  problemsHint: string
  instruments: string
  instrument: string
  thisText: string
  unknown: string
  kindHeading: string
  version: string
  references: string
  targets: string
  clauses: string
  noInstruments: string
  outgoing: string
  incoming: string
  byArticle: string
  byArticleHint: (routine: number) => string
  frontMatter: string
  contents: string
  fullText: string
  picture: string
  pictureHint: string
  cited: string
  citedFrom: string
  alternatives: string
  onlyProblems: string
  show: string
  referringTo: string
  all: string
  line: (line: number) => string
  search: (query: string) => string
  nothingFound: string
  otherWords: string
  searchHeads: string[]
  terms: string
  term: string
  definedIn: string
  uses: string
  stage: string
  date: string
  listSeparator: string
  colon: string
}

const zhStatus: Record<LinkStatus, string> = {
  resolved: '已对应',
  dangling: '条款不存在',
  'unknown-instrument': '文库未收录',
  ambiguous: '有歧义',
  superseded: '已被取代'
}

const zh: ReportWording = {
  status: zhStatus,
  mark: (status) => `【${zhStatus[status]}】`,
  report: '引用核对报告',
  reportOf: (title) => `《${title}》引用核对报告`,
  summary: ({ references, targets, resolved }) =>
    `共 ${references} 处引用，指向 ${targets} 个目标：${resolved} 个已对应，${targets - resolved} 个需要核对。`,
  allResolved: '没有需要核对的引用。',
  problems: '需要核对的引用',
  problemsHint: '下面每一处都写明了原因；改正或确认之前，不要据此判断条文关系。',
  instruments: '引用的文件',
  instrument: '文件',
  thisText: '本文',
  unknown: '—',
  kindHeading: '类别',
  version: '版本',
  references: '引用',
  targets: '目标',
  clauses: '其中到条款',
  noInstruments: '没有引用任何条款或者文件。',
  outgoing: '引用',
  incoming: '被引用',
  byArticle: '逐条引用',
  byArticleHint: (routine) =>
    `✓ 表示已找到所指的条款。“本条例”“下列”“以下简称”一类提法有 ${routine} 处，已核对，不逐一列出。`,
  frontMatter: '题注',
  contents: '目录',
  fullText: '条文与引用',
  picture: '引用关系图',
  pictureHint: '越靠上效力越高；线越粗引用越多；虚线表示都需要核对，虚框表示文库中没有。指针停在线上可看处数。',
  cited: '被引用的条款',
  citedFrom: '出处',
  alternatives: '另一种读法',
  onlyProblems: '需要核对的条文',
  show: '只看',
  referringTo: '引用了',
  all: '全部',
  line: (line) => `第 ${line} 行`,
  search: (query) => `查找“${query}”`,
  nothingFound: '没有条文回答这一查找。',
  otherWords: '（只有意思相近的词）',
  searchHeads: ['条文', '内容'],
  terms: '定义和简称',
  term: '用语',
  definedIn: '定义处',
  uses: '使用次数',
  stage: '阶段',
  date: '日期',
  listSeparator: '、',
  colon: '：'
}

const enStatus: Record<LinkStatus, string> = {
  resolved: 'resolved',
  dangling: 'no such clause',
  'unknown-instrument': 'unknown instrument',
  ambiguous: 'ambiguous',
  superseded: 'superseded'
}

const en: ReportWording = {
  status: enStatus,
  mark: (status) => `(${enStatus[status]})`,
  report: 'Cross-references',
  reportOf: (title) => `Cross-references of 《${title}》`,
  summary: ({ references, targets, resolved }) =>
    `${references} references with ${targets} targets: ${resolved} resolved, ${targets - resolved} to be checked.`,
  allResolved: 'No reference needs checking.',
  problems: 'References to be checked',
  problemsHint: 'Each says why it is listed.',
  instruments: 'Instruments referred to',
  instrument: 'Instrument',
  thisText: 'this text',
  unknown: '—',
  kindHeading: 'Kind',
  version: 'Version',
  references: 'References',
  targets: 'Targets',
  clauses: 'to clauses',
  noInstruments: 'It refers to no clause and to no other text.',
  outgoing: 'refers to ',
  incoming: 'referred to from',
  byArticle: 'Article by article',
  byArticleHint: (routine) =>
    `✓ marks a clause that was found. ${routine} mentions such as 本条例, 下列 and 以下简称 were checked and are not listed.`,
  frontMatter: 'Notes',
  contents: 'Contents',
  fullText: 'Text and references',
  picture: 'What the draft leans on',
  pictureHint:
    'Higher ranks stand above; thicker lines are more references; dashed lines all need checking, dashed boxes are not in the library.',
  cited: 'Clauses referred to',
  citedFrom: 'from',
  alternatives: 'other reading',
  onlyProblems: 'articles to be checked',
  show: 'show',
  referringTo: 'referring to',
  all: 'all',
  line: (line) => `line ${line}`,
  search: (query) => `Looked for: ${query}`,
  nothingFound: 'No clause answers.',
  otherWords: ' (only words of like meaning)',
  searchHeads: ['Clause', 'Text'],
  terms: 'Definitions and short names',
  term: 'Term',
  definedIn: 'defined in',
  uses: 'uses',
  stage: 'stage',
  date: 'date',
  listSeparator: ', ',
  colon: ': '
}

/** The words of a report in a language. */
export function reportWording(language: Language): ReportWording {
  return language === 'en' ? en : zh
}

/** The names of the statuses in a language. */
export function statusWords(language: Language): Record<LinkStatus, string> {
  return reportWording(language).status
}
