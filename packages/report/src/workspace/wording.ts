import type { BasisStep, ReferenceRole } from '@tiaoli/library'
import { inTitleMarks } from '@tiaoli/library'
import { formatAddress } from 'regast'
import type { Language } from '../wording.js'

/** What the report of a workspace says beside what the reports of drafts say. */
export interface WorkspaceWording {
  title: string
  drafts: string
  draft: string
  file: string
  summary: (drafts: number, references: number, targets: number, unresolved: number) => string
  asOf: (day: string) => string
  toCheck: string
  instruments: string
  instrumentsHint: string
  noInstruments: string
  role: string
  roles: Record<ReferenceRole, string>
  inDrafts: string
  basis: string
  ends: Record<NonNullable<BasisStep['end']>, string>
  missing: string
  missingHint: string
  noMissing: string
  reason: string
  circles: string
  noCircles: string
  all: string
  allReferences: string
  referencesHint: string
  status: string
  target: string
  text: string
  place: string
  row: string
}

const zh: WorkspaceWording = {
  title: '工作区引用核对报告',
  drafts: '草案',
  draft: '草案',
  file: '文件名',
  summary: (drafts, references, targets, unresolved) =>
    `共 ${drafts} 份草案，${references} 处引用，指向 ${targets} 个目标：${targets - unresolved} 个已对应，${unresolved} 个需要核对。`,
  asOf: (day) => `按 ${day} 的文本核对`,
  toCheck: '需要核对',
  instruments: '依靠的文件',
  noInstruments: '各份草案都没有引用其他文件。',
  instrumentsHint: '“作用”是各处引用中最强的一种：制定依据强于实施、修改，依照适用又强于一般提及。',
  role: '作用',
  roles: {
    basis: '制定依据',
    implement: '实施',
    amend: '修改',
    repeal: '废止',
    apply: '依照适用',
    breach: '违反',
    define: '定义',
    mention: '提及',
    history: '沿革'
  },
  inDrafts: '引用它的草案',
  basis: '制定依据',
  ends: { top: '', unread: '（文库中没有它的文本）', unstated: '（没有写明制定依据）', circular: '（循环）' },
  missing: '文库中缺少文本的文件',
  missingHint: '收入文库（tiaoli library add）以后，这些引用就能核对到条款。',
  noMissing: '没有因为文库缺少文本而不能核对的引用。',
  reason: '原因',
  circles: '循环引用',
  noCircles: '没有循环引用。',
  all: '全部',
  allReferences: '逐处引用',
  referencesHint: '“本条例”“下列”“以下简称”一类提法已核对，不逐一列出。',
  status: '状态',
  target: '指向',
  text: '原文写法',
  place: '条款',
  row: '行'
}

const en: WorkspaceWording = {
  title: 'Cross-references of the workspace',
  drafts: 'Drafts',
  draft: 'Draft',
  file: 'File',
  summary: (drafts, references, targets, unresolved) =>
    `${drafts} drafts with ${references} references and ${targets} targets: ${targets - unresolved} resolved, ${unresolved} to be checked.`,
  asOf: (day) => `with the texts of ${day}`,
  toCheck: 'to check',
  instruments: 'Instruments leaned on',
  noInstruments: 'No draft refers to another text.',
  instrumentsHint: 'The role is the strongest of all references to an instrument.',
  role: 'Role',
  roles: {
    basis: 'basis',
    implement: 'implements',
    amend: 'amends',
    repeal: 'repeals',
    apply: 'applies',
    breach: 'breach of',
    define: 'defines',
    mention: 'mentions',
    history: 'history'
  },
  inDrafts: 'Drafts',
  basis: 'Basis',
  ends: { top: '', unread: ' (no text in the library)', unstated: ' (names no basis)', circular: ' (circular)' },
  missing: 'Instruments whose text the library lacks',
  missingHint: 'Take them in with tiaoli library add, and these references can be checked.',
  noMissing: 'No reference stays unchecked for want of a text.',
  reason: 'Reason',
  circles: 'Circular references',
  noCircles: 'There are no circular references.',
  all: 'all',
  allReferences: 'All references',
  referencesHint: 'Mentions such as 本条例, 下列 and 以下简称 were checked and are not listed.',
  status: 'Status',
  target: 'Target',
  text: 'Text',
  place: 'Clause',
  row: 'Line'
}

/** The words of a workspace's report in a language. */
export function workspaceWording(language: Language): WorkspaceWording {
  return language === 'en' ? en : zh
}

/** A chain of 根据…制定 as lines, each under the one that it supports. */
export function basisLines(step: BasisStep, words: WorkspaceWording, depth = 0): { depth: number; text: string }[] {
  const where = step.in === undefined || step.in === '' ? '' : `（${formatAddress(step.in)}）`
  const end = step.end === undefined ? '' : words.ends[step.end]
  return [
    { depth, text: `${inTitleMarks(step.title)}${where}${end}` },
    ...step.above.flatMap((above) => basisLines(above, words, depth + 1))
  ]
}
