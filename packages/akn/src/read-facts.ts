import type { AknFacts } from './metadata.js'
import type { XmlElement } from './read-xml.js'

/** Facts that the metadata of a document states. */
export function readFacts(document: XmlElement): AknFacts {
  const identification = find(document, ['meta', 'identification'])
  const work = identification && find(identification, ['FRBRWork'])
  const expression = identification && find(identification, ['FRBRExpression'])
  const value = (level: XmlElement | undefined, name: string) => {
    const stated = level && find(level, [name])?.attributes.value
    return stated === undefined || stated === '' ? undefined : stated
  }
  const day = expression && find(expression, ['FRBRdate'])?.attributes.date?.slice(0, 10)
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

function find(element: XmlElement, path: string[]): XmlElement | undefined {
  let found: XmlElement | undefined = element
  for (const name of path) {
    found = found?.children.find((child): child is XmlElement => child.type === 'element' && child.name === name)
  }
  return found
}
