import type { XmlWriter } from '@tiaoli/xml'
import type { Modification } from './amendments.js'
import type { HistoryEvent } from './history.js'
import { expressionIri, segment, workIri } from './iri.js'

/** What is known about the text that is exported. */
export interface AknFacts {
  title: string
  /** ISO day of this text. */
  date?: string
  /** Stage of a draft, such as 征求意见稿; a text with a stage is a bill. */
  stage?: string
  version?: string
  /** Kind of instrument as the field calls it: 条例, 法律, 党内法规. */
  kind?: string
  /** Who adopts it, or drafts it. */
  issuer?: string
  /** Document number, such as 国务院令第745号. */
  number?: string
}

/** Everything that the metadata of one document says. */
export interface Metadata {
  facts: AknFacts
  documentType: 'act' | 'bill'
  history: HistoryEvent[]
  /** ISO day of the text. */
  day: string | undefined
  /** ISO day on which the XML was made; that of the text where none is given. */
  generated?: string | undefined
  terms: { id: string; name: string }[]
  frontMatter: string[]
  modifications: Modification[]
  /** Address of the attachment that the metadata is of. */
  component?: string
}

const unknownDay = '0001-01-01'

const isDay = /^\d{4}-\d{2}-\d{2}$/

/** A date as the schema asks for it, a day; what is known by its month or year says so in its name. */
function statedDay(date: string | undefined, name: string): { date: string; name: string } {
  if (date !== undefined && isDay.test(date)) return { date, name }
  if (date !== undefined && /^\d{4}-\d{2}$/.test(date)) return { date: `${date}-01`, name: 'month' }
  if (date !== undefined && /^\d{4}$/.test(date)) return { date: `${date}-01-01`, name: 'year' }
  return { date: unknownDay, name: 'unknown' }
}

/** The IRI of the work that facts describe. */
export function ownWorkIri(facts: AknFacts, documentType: 'act' | 'bill', history: HistoryEvent[]): string {
  const date = history[0]?.date ?? facts.date
  return workIri({ ...facts, date, documentType })
}

/** Writes `meta`: identification, publication, life cycle, references, and what only tiaoli needs. */
export function writeMetadata(xml: XmlWriter, metadata: Metadata): void {
  const { facts, history, component } = metadata
  xml.element('meta', {}, () => {
    writeIdentification(xml, metadata)
    if (component !== undefined) return
    if (facts.number !== undefined) {
      xml.element('publication', {
        date: statedDay(facts.date ?? history[0]?.date, '').date,
        name: '发文',
        showAs: facts.number,
        number: facts.number
      })
    }
    const known =
      history.length > 0 ? history : facts.date === undefined ? [] : [{ date: facts.date, type: 'generation' as const }]
    // An event has a day and no word for one that is known by its month only.
    const events = known.filter(({ date }) => isDay.test(date))
    if (events.length > 0) {
      xml.element('lifecycle', { source: '#tiaoli' }, () => {
        for (const [index, { date, type }] of events.entries()) {
          const source = type === 'generation' ? '#original' : `#event_${index + 1}_source`
          xml.element('eventRef', { eId: `event_${index + 1}`, date, source, type })
        }
      })
    }
    writeModifications(xml, metadata.modifications)
    writeReferences(xml, metadata, events)
    if (metadata.frontMatter.length > 0) {
      xml.element('proprietary', { source: '#tiaoli' }, () => {
        for (const value of metadata.frontMatter) {
          xml.element('tiaoli:frontMatter', {}, () => xml.text(value), true)
        }
      })
    }
  })
}

function writeIdentification(
  xml: XmlWriter,
  { facts, documentType, history, day, generated, component }: Metadata
): void {
  const work = ownWorkIri(facts, documentType, history)
  const adopted = history[0]?.date ?? facts.date
  const expression = expressionIri(work, day)
  const part = component === undefined ? '/!main' : `/!${component}`
  const level = (
    name: string,
    iri: string,
    date: string | undefined,
    dateName: string,
    author: string,
    rest: () => void
  ) =>
    xml.element(name, {}, () => {
      xml.element('FRBRthis', { value: `${iri}${part}` })
      xml.element('FRBRuri', { value: iri })
      xml.element('FRBRdate', statedDay(date, dateName))
      xml.element('FRBRauthor', { href: author })
      rest()
    })
  xml.element('identification', { source: '#tiaoli' }, () => {
    level('FRBRWork', work, adopted, documentType === 'bill' ? 'draft' : 'adoption', '#issuer', () => {
      xml.element('FRBRcountry', { value: 'cn' })
      if (facts.kind !== undefined) xml.element('FRBRsubtype', { value: facts.kind })
      if (facts.number !== undefined) xml.element('FRBRnumber', { value: facts.number })
      xml.element('FRBRname', { value: facts.title })
    })
    level('FRBRExpression', expression, day, 'version', '#issuer', () => {
      const version = [facts.stage, facts.version].filter((part) => part !== undefined).join(' ')
      if (version !== '') xml.element('FRBRversionNumber', { value: version })
      xml.element('FRBRlanguage', { language: 'zho' })
    })
    level('FRBRManifestation', `${expression}.akn`, generated ?? day, 'generation', '#tiaoli', () =>
      xml.element('FRBRformat', { value: 'application/akn+xml' })
    )
  })
}

/** What the document changes in others, as far as it is sure what that is. */
function writeModifications(xml: XmlWriter, modifications: Modification[]): void {
  const sure = modifications.filter(({ destination }) => destination !== undefined)
  if (sure.length === 0) return
  xml.element('analysis', { source: '#tiaoli' }, () =>
    xml.element('activeModifications', {}, () => {
      for (const { id, type, destination } of sure) {
        xml.element('textualMod', { type, eId: `${id}_effect` }, () => {
          xml.element('source', { href: `#${id}` })
          xml.element('destination', { href: destination })
        })
      }
    })
  )
}

function writeReferences(
  xml: XmlWriter,
  { facts, documentType, history, terms }: Metadata,
  events: HistoryEvent[]
): void {
  const issuer = facts.issuer ?? '起草组'
  xml.element('references', { source: '#tiaoli' }, () => {
    xml.element('original', { eId: 'original', href: ownWorkIri(facts, documentType, history), showAs: facts.title })
    for (const [index, { date, type }] of events.entries()) {
      if (type === 'generation') continue
      const showAs = `${date}${type === 'repeal' ? '废止' : '修正'}`
      const href = `${ownWorkIri(facts, documentType, history)}/zho@${date}`
      xml.element('passiveRef', { eId: `event_${index + 1}_source`, href, showAs })
    }
    xml.element('TLCOrganization', {
      eId: 'issuer',
      href: `/akn/ontology/organization/cn/${segment(issuer)}`,
      showAs: issuer
    })
    xml.element('TLCOrganization', { eId: 'tiaoli', href: '/akn/ontology/organization/tiaoli', showAs: '条理' })
    for (const { id, name } of terms) {
      xml.element('TLCTerm', { eId: id, href: `/akn/ontology/term/cn/${segment(name)}`, showAs: name })
    }
  })
}
