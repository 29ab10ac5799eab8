import { child, elements, rawText, type XmlElement } from '@tiaoli/xml'
import { raised } from 'regast'

/** A formula written on one line: fractions with a stroke, powers raised, roots with their sign. */
export function formulaText(element: XmlElement): string {
  switch (element.name) {
    case 'm:t':
      return rawText(element)
    case 'm:f':
      return `${group(part(element, 'm:num'))}/${group(part(element, 'm:den'))}`
    case 'm:sSup':
      return part(element, 'm:e') + power(part(element, 'm:sup'))
    case 'm:sSub':
      return part(element, 'm:e') + index(part(element, 'm:sub'))
    case 'm:sSubSup':
      return part(element, 'm:e') + index(part(element, 'm:sub')) + power(part(element, 'm:sup'))
    case 'm:rad': {
      const degree = part(element, 'm:deg')
      return `${degree === '' ? '' : (raised(degree, 'superscript') ?? degree)}√${group(part(element, 'm:e'))}`
    }
    case 'm:nary': {
      const sign = child(child(element, 'm:naryPr'), 'm:chr')?.attributes['m:val'] ?? '∫'
      const [from, to] = [part(element, 'm:sub'), part(element, 'm:sup')]
      const range = from + to === '' ? '' : `[${from}${to === '' ? '' : `，${to}`}]`
      return `${sign}${range}${group(part(element, 'm:e'))}`
    }
    case 'm:d': {
      const properties = child(element, 'm:dPr')
      const sign = (name: string, standard: string) => child(properties, name)?.attributes['m:val'] ?? standard
      const inner = elements(element).filter(({ name }) => name === 'm:e')
      return `${sign('m:begChr', '(')}${inner.map(formulaText).join(',')}${sign('m:endChr', ')')}`
    }
    default:
      return elements(element).map(formulaText).join('')
  }
}

function part(element: XmlElement, name: string): string {
  const found = child(element, name)
  return found === undefined ? '' : formulaText(found)
}

/** In brackets where it would not hold together on one line. */
function group(text: string): string {
  return /[+\-−×÷*/=<>≤≥±]/.test(text) && !/^\([^()]*\)$/.test(text) ? `(${text})` : text
}

function power(text: string): string {
  return raised(text, 'superscript') ?? `^${group(text)}`
}

function index(text: string): string {
  return raised(text, 'subscript') ?? `_${group(text)}`
}
