import type { Literal, Node, Parent } from 'unist'

/** Number of a clause as written: `value` 133 and `insert` 1 for 第一百三十三条之一. */
export interface ClauseNumber {
  value: number
  insert?: number
}

/** Emphasis that Markdown marks around a run of text. */
export type Mark = 'strong' | 'emphasis' | 'delete'

/** A run of clause text; its value and its source slice have equal length, or the run stands for one escaped character. */
export interface Text extends Literal {
  type: 'text'
  value: string
  marks?: Mark[]
}

/** A line break inside one clause. */
export interface Break extends Node {
  type: 'break'
}

/** Anything else inside a line (link target, picture, inline HTML, footnote mark), with its mdast subtree kept aside. */
export interface Inline extends Node {
  type: 'inline'
  mdast: Node
}

/** Content of a line; a comment inside a line traces the clause it stands in and is no part of its text. */
export type Phrasing = Text | Break | Inline | Comment

/** The number as printed: 第一章, 第三条, （一）, 1. */
export interface Num extends Literal {
  type: 'num'
  value: string
}

/** The words of a heading without its number. */
export interface Heading extends Parent {
  type: 'heading'
  children: Phrasing[]
}

/** YAML in front of the draft, delimiters included in its position. */
export interface FrontMatter extends Literal {
  type: 'frontMatter'
  value: string
}

/** The title of the instrument. */
export interface Title extends Parent {
  type: 'title'
  children: Phrasing[]
}

/** A line of promulgation or amendment under the title. */
export interface Note extends Parent {
  type: 'note'
  children: Phrasing[]
}

/** A table of contents (目录) in the body. */
export interface Toc extends Parent {
  type: 'toc'
  children: (Heading | TocItem | Comment)[]
}

/** One line of a table of contents. */
export interface TocItem extends Parent {
  type: 'tocItem'
  unit?: StructureUnit
  number?: ClauseNumber
  children: Phrasing[]
}

/** 序言 or 总纲. */
export interface Preamble extends Parent {
  type: 'preamble'
  address: string
  children: (Heading | Paragraph | Block | Comment)[]
}

export type StructureUnit = 'book' | 'part' | 'chapter' | 'section'

/** 编, 分编, 章 or 节. */
export interface Structure extends Parent {
  type: StructureUnit
  number: ClauseNumber
  address: string
  children: (Num | Heading | BodyContent)[]
}

/** A heading that groups articles without being 编章节, such as `## 二、管辖` in a judicial interpretation. */
export interface Division extends Parent {
  type: 'division'
  address: string
  number?: ClauseNumber
  children: (Num | Heading | BodyContent)[]
}

/** 条; in a decision without 条 also its top items 一、二、三. */
export interface Article extends Parent {
  type: 'article'
  number: ClauseNumber
  address: string
  children: (Num | Heading | Paragraph | Block | Comment)[]
}

/** 款: phrasing, then its 项; text after the last 项 opens the next 款. `quoted`: it belongs to a quotation, as in an amendment. */
export interface Paragraph extends Parent {
  type: 'paragraph'
  number: ClauseNumber
  address: string
  quoted?: boolean
  children: (Phrasing | Point | Block)[]
}

/** 项; one written as a bullet has no `num`, one written as a Markdown heading has one. `quoted` as in a paragraph. */
export interface Point extends Parent {
  type: 'point'
  number: ClauseNumber
  address: string
  quoted?: boolean
  children: (Num | Heading | Phrasing | Indent | Block)[]
}

/** 目; levels below it are 目 inside a 目. */
export interface Indent extends Parent {
  type: 'indent'
  number: ClauseNumber
  address: string
  quoted?: boolean
  children: (Num | Heading | Phrasing | Indent | Block)[]
}

/** A table, quotation, picture, footnote definition…: its mdast subtree is kept aside. */
export interface Block extends Node {
  type: 'block'
  mdast: Node
}

/** An HTML comment; drafters trace a clause to the brief with one. */
export interface Comment extends Literal {
  type: 'comment'
  value: string
}

/** 附件, 附录, 附表; the second of one number, as 附表1 beside 附件1, has 2 for `insert`. */
export interface Attachment extends Parent {
  type: 'attachment'
  number: ClauseNumber
  address: string
  children: (Num | Heading | BodyContent)[]
}

/** A line that signs or dates the document at its end. */
export interface Signature extends Parent {
  type: 'signature'
  children: Phrasing[]
}

export type BodyContent = Structure | Division | Article | Paragraph | Attachment | Block | Comment | Signature

export type RootContent = FrontMatter | Title | Note | Toc | Preamble | BodyContent

/** A regulation. */
export interface Root extends Parent {
  type: 'root'
  children: RootContent[]
}

/** Every node of the clause tree. */
export type RegastNode = Root | RootContent | TocItem | Heading | Num | Point | Indent | Phrasing
