import type { Point } from 'unist'

/** How much a requirement binds the drafters: 必备, 宜备, 选备, 禁止. */
export type Strength = 'must' | 'should' | 'may' | 'must-not'

/** What a requirement is about: 内容, 原则, 定义, 依据, 衔接, 范围, 授权, 施行日期. */
export type RequirementKind =
  | 'contents'
  | 'principle'
  | 'definition'
  | 'basis'
  | 'linkage'
  | 'scope'
  | 'authorisation'
  | 'effective-date'

/** What a draft does with another instrument: 承接 takes its rules over, 细化 refines them, 留给 leaves a matter to it. */
export type Relation = 'takes-over' | 'refines' | 'leaves'

/** What a requirement rests on. */
export interface Source {
  kind: 'instrument' | 'meeting' | 'document'
  /** As written. */
  text: string
  /** Title of an instrument, without 《》. */
  title?: string
  /** Clause of the instrument, as written. */
  clause?: string
}

/** An instrument that the answering clause has to cite. */
export interface Linkage {
  /** Title without 《》. */
  title: string
  /** Address of the clause that has to be cited, `art_33`; absent where the instrument is enough. */
  clause?: string
  /** What the draft is expected to do with it. */
  relation?: Relation
}

/** One thing that the regulation has to contain, or must not contain. */
export interface Requirement {
  /** Stable id, such as `B-3.2`. */
  id: string
  /** Short name that follows the id. */
  name: string
  /** What is required, in one or more sentences. */
  statement: string
  strength: Strength
  kind: RequirementKind
  /** Its own sources, else those of the nearest requirement above it that has some. */
  sources: Source[]
  linkages: Linkage[]
  /** Terms that must not occur; `…` stands for a few characters of the same clause. */
  forbidden: string[]
  /** Words that, in front of a forbidden term in its sentence, make it harmless. */
  exceptions: string[]
  notes: string[]
  /** Heading of the chapter and of the section that should hold it, its own or that of a requirement above it. */
  chapter?: string
  section?: string
  children: Requirement[]
  /** Where its heading begins in the brief. */
  place: Point
}

/** A drafting brief. */
export interface Brief {
  /** Title of the brief itself. */
  title: string
  /** Title of the regulation to be drafted, without 《》. */
  regulation: string
  /** Letters in front of every id. */
  prefix: string
  /** Documents that the brief as a whole rests on. */
  materials: string[]
  /** Words between the title and the first requirement. */
  introduction: string
  requirements: Requirement[]
}

/** The requirements of a brief or below a requirement, each before its children. */
export function flattenRequirements(requirements: readonly Requirement[]): Requirement[] {
  return requirements.flatMap((requirement) => [requirement, ...flattenRequirements(requirement.children)])
}
