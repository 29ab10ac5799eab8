import type { Requirement } from './brief.js'
import { placeholder } from './placeholder.js'

/** A provision that every regulation has, whether its brief asks for it or not. */
export interface ObligatoryProvision {
  name: string
  /** Whether it stands in the first or in the last chapter. */
  chapter: 'first' | 'last'
  /** Whether a requirement asks for this provision. */
  matches(requirement: Requirement): boolean
  /** Its text, the number aside; `self` is what the regulation calls itself, 本条例. */
  text(self: string): string
}

/** The obligatory provisions in the order in which they stand. */
export const obligatoryProvisions: ObligatoryProvision[] = [
  {
    name: '目的和依据',
    chapter: 'first',
    matches: ({ kind }) => kind === 'basis',
    text: (self) => `为了${placeholder('目的')}，根据${placeholder('依据')}，制定${self}。`
  },
  {
    name: '适用范围',
    chapter: 'first',
    matches: ({ kind }) => kind === 'scope',
    text: (self) => `${self}适用于${placeholder('适用范围')}。`
  },
  {
    name: '原则',
    chapter: 'first',
    matches: ({ kind, name, statement }) => kind === 'principle' && /原则/.test(name + statement),
    text: () =>
      `${placeholder('某项工作')}应当遵循下列原则：\n\n（一）${placeholder('原则一')}；\n\n（二）${placeholder('原则二')}。`
  },
  {
    name: '职责',
    chapter: 'first',
    matches: ({ name, statement }) => /职责/.test(name + statement),
    text: () =>
      `${placeholder('主管机关')}履行下列职责：\n\n（一）${placeholder('职责一')}；\n\n（二）${placeholder('职责二')}。`
  },
  {
    name: '与专门规定的关系',
    chapter: 'last',
    matches: ({ kind }) => kind === 'linkage',
    text: () => `${placeholder('专门领域')}另有规定的，依照其规定。`
  },
  {
    name: '解释机关',
    chapter: 'last',
    matches: ({ kind, name, statement }) => kind === 'authorisation' && /解释/.test(name + statement),
    text: (self) => `${self}由${placeholder('解释机关')}负责解释。`
  },
  {
    name: '施行日期',
    chapter: 'last',
    matches: ({ kind }) => kind === 'effective-date',
    text: (self) => `${self}自${placeholder('年月日')}起施行。`
  }
]
