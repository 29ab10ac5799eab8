import { child, type XmlElement } from '@tiaoli/xml'
import type { AknFacts } from './metadata.js'

/** Facts that the metadata of a document states. */
export function readFacts(document: XmlElement): AknFacts {
  const identification = child(child(document, 'meta'), 'identification')
  const work = child(identification, 'FRBRWork')
  const expression = child(identification, 'FRBRExpression')
  const value = (level: XmlElement | undefined, name: string) => {
    const stated = child(level, name)?.attributes.value
    return stated === undefined || stated === '' ? undefined : stated
  }
  const stated = child(expression, 'FRBRdate')?.attributes
  const length = stated?.name === 'month' ? 7 : stated?.name === 'year' ? 4 : 10
  const day = stated?.date?.slice(0, length)
  const kind = value(work, 'FRBRsubtype')
  const number = value(work, 'FRBRnumber')
  const version = value(expression, 'FRBRversionNumber')
  return {
    title: value(work, 'FRBRname') ?? '',
    ...(day !== undefined && !day.startsWith('0001') && { date: day }),
    ...(kind !== undefined && { kind }),
    ...(number !== undefined && { number }),
    ...(version !== undefined && { version })
  }
}
