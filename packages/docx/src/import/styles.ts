import { child, elements, type XmlElement } from '@tiaoli/xml'

/** What a style says about a paragraph or a run. */
export interface ParagraphStyle {
  /** Name in lower case, built-in ones in English whatever the language of Word: `heading 1`, `title`. */
  name: string
  numId: string | undefined
  level: number | undefined
  /** From 0; 9 is body text. */
  outline: number | undefined
  bold: boolean
  hidden: boolean
  strike: boolean
}

/** Styles by id, with what they take over from the styles they are based on. */
export function readStyles(part: XmlElement | undefined): (id: string | undefined) => ParagraphStyle {
  const byId = new Map<string, XmlElement>()
  let standard: string | undefined
  for (const style of part === undefined ? [] : elements(part)) {
    const id = style.attributes['w:styleId']
    if (style.name !== 'w:style' || id === undefined) continue
    byId.set(id, style)
    if (style.attributes['w:type'] === 'paragraph' && isOn(style.attributes['w:default'])) standard = id
  }
  const known = new Map<string, ParagraphStyle>()
  return (id) => {
    const key = id ?? standard ?? ''
    let style = known.get(key)
    if (style === undefined) {
      style = resolve(key)
      known.set(key, style)
    }
    return style
  }

  function resolve(id: string): ParagraphStyle {
    const style: ParagraphStyle = {
      name: '',
      numId: undefined,
      level: undefined,
      outline: undefined,
      bold: false,
      hidden: false,
      strike: false
    }
    const chain: XmlElement[] = []
    // Styles of damaged files may be based on each other in a circle.
    for (
      let at = byId.get(id);
      at !== undefined && chain.length < 20;
      at = byId.get(value(child(at, 'w:basedOn')) ?? '')
    )
      chain.unshift(at)
    for (const element of chain) {
      const paragraph = child(element, 'w:pPr')
      const numbering = child(paragraph, 'w:numPr')
      style.numId = value(child(numbering, 'w:numId')) ?? style.numId
      const level = value(child(numbering, 'w:ilvl'))
      if (level !== undefined) style.level = Number(level)
      const outline = value(child(paragraph, 'w:outlineLvl'))
      if (outline !== undefined) style.outline = Number(outline)
      const run = child(element, 'w:rPr')
      style.bold = toggled(run, 'w:b') ?? style.bold
      style.hidden = toggled(run, 'w:vanish') ?? style.hidden
      style.strike = toggled(run, 'w:strike') ?? style.strike
    }
    style.name = (value(child(byId.get(id), 'w:name')) ?? id).toLowerCase()
    return style
  }
}

/** Whether a property is switched on or off; `undefined` where it is not mentioned. */
export function toggled(properties: XmlElement | undefined, name: string): boolean | undefined {
  const found = child(properties, name)
  return found === undefined ? undefined : isOn(found.attributes['w:val'] ?? '1')
}

function isOn(text: string | undefined): boolean {
  return text !== undefined && !['0', 'false', 'off', 'none'].includes(text)
}

function value(element: XmlElement | undefined): string | undefined {
  return element?.attributes['w:val']
}
