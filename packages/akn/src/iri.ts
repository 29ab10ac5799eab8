import type { Instrument } from '@tiaoli/library'

/** Facts that an IRI is made of. */
export interface WorkFacts {
  title: string
  kind?: string | undefined
  issuer?: string | undefined
  /** ISO day of adoption or, for a draft, of the text. */
  date?: string | undefined
  documentType: 'act' | 'bill'
}

// Subtypes are English words, as in the naming convention of Akoma Ntoso; titles stay as they are, which IRIs allow.
const subtypes: Record<string, string> = {
  宪法: 'constitution',
  法律: 'law',
  行政法规: 'administrative-regulation',
  监察法规: 'supervision-regulation',
  地方性法规: 'local-regulation',
  规章: 'rule',
  司法解释: 'judicial-interpretation',
  党章: 'party-constitution',
  准则: 'norms',
  条例: 'regulation',
  规定: 'provisions',
  办法: 'measures',
  规则: 'rules',
  细则: 'detailed-rules',
  规范性文件: 'normative-document',
  党内法规: 'party-regulation'
}

/** `/akn/cn/act/<kind>/<issuer>/<year>/<title>`; facts that are not known are left out. */
export function workIri({ title, kind, issuer, date, documentType }: WorkFacts): string {
  const subtype = kind === undefined ? undefined : subtypes[kind]
  const parts = ['/akn/cn', documentType, subtype, issuer && segment(issuer), date?.slice(0, 4), segment(title)]
  return parts.filter((part) => part !== undefined && part !== '').join('/')
}

/** The expression of a work on a day, in Chinese. */
export function expressionIri(work: string, day: string | undefined): string {
  return `${work}/zho@${day ?? ''}`
}

/** The work that an instrument of a library is. */
export function instrumentIri({ title, kind, issuer, versions }: Instrument): string {
  return workIri({ title, kind, issuer: issuer?.[0], date: versions[0]?.date, documentType: 'act' })
}

/** A clause of a work, in the version of a day where one is known: `…/zho@2018-03-11/~art_21`. */
export function portionIri(work: string, address: string | null, day?: string): string {
  const base = day === undefined ? work : expressionIri(work, day)
  return address === null ? base : `${base}/~${address}`
}

/** A title or name as one segment of an IRI. */
export function segment(text: string): string {
  return text.replace(/\s+/g, '').replace(/[%/?#!~@<>"{}|\\^`[\]&]/g, (char) => encodeURIComponent(char))
}
