import { child, elements, type XmlElement } from '@tiaoli/xml'

const baseId = 'TiaoliBase'

/**
 * Adds the styles of a draft to those of a template. A style that both have looks as the draft's; where the template
 * itself stands in it, its own look stays under another name. Returns what the draft's style ids have become, and what
 * those of the template's own paragraphs have.
 */
export function mergeStyles(
  template: XmlElement,
  draft: XmlElement,
  used: { template: ReadonlySet<string>; draft: ReadonlySet<string> }
): { draft: Map<string, string>; template: Map<string, string> } {
  const byName = new Map<string, XmlElement>()
  const ids = new Set<string>()
  for (const style of elements(template)) {
    if (style.name !== 'w:style') continue
    ids.add(style.attributes['w:styleId'] ?? '')
    if (style.attributes['w:type'] === 'paragraph') byName.set(nameOf(style), style)
  }
  const renamed = { draft: new Map<string, string>(), template: new Map<string, string>() }
  template.children.push(baseStyle(draft))
  renamed.draft.set('Normal', baseId)
  const added: XmlElement[] = []
  for (const style of elements(draft)) {
    const id = style.attributes['w:styleId'] ?? ''
    if (style.name !== 'w:style' || style.attributes['w:type'] !== 'paragraph' || !used.draft.has(id)) continue
    const same = byName.get(nameOf(style))
    let own = id
    if (same !== undefined) {
      own = same.attributes['w:styleId'] ?? id
      if (used.template.has(own)) {
        const kept = copyOf(same)
        const keptId = free(`Template${own}`, ids)
        kept.attributes['w:styleId'] = keptId
        delete kept.attributes['w:default']
        const name = child(kept, 'w:name')
        if (name !== undefined) name.attributes['w:val'] = `模板 ${nameOf(same)}`
        template.children.push(kept)
        renamed.template.set(own, keptId)
      }
      template.children = template.children.filter((found) => found !== same)
    } else own = free(id, ids)
    renamed.draft.set(id, own)
    added.push(style)
  }
  for (const style of added) {
    style.attributes['w:styleId'] = renamed.draft.get(style.attributes['w:styleId']!)!
    delete style.attributes['w:default']
    for (const reference of elements(style)) {
      if (!['w:basedOn', 'w:next'].includes(reference.name)) continue
      const id = reference.attributes['w:val'] ?? ''
      reference.attributes['w:val'] = renamed.draft.get(id) ?? id
    }
    // What no style of the draft is based on would take its measures from the template.
    if (child(style, 'w:basedOn') === undefined) {
      const at = style.children.findIndex((found) => found.type === 'element' && found.name === 'w:name') + 1
      style.children.splice(at, 0, element('w:basedOn', { 'w:val': baseId }))
    }
    // Character styles that a template links to its headings stay without a partner in the draft's.
    style.children = style.children.filter((found) => found.type !== 'element' || found.name !== 'w:link')
    template.children.push(style)
  }
  for (const style of elements(template)) {
    const link = child(style, 'w:link')
    if (link !== undefined && [...renamed.draft.values()].includes(link.attributes['w:val'] ?? ''))
      style.children = style.children.filter((found) => found !== link)
  }
  return renamed
}

/** What all text of a draft has, as a style: the draft's defaults may not become the template's. */
function baseStyle(draft: XmlElement): XmlElement {
  const defaults = child(draft, 'w:docDefaults')
  const normal = elements(draft).find((style) => style.attributes['w:styleId'] === 'Normal')
  const properties = (name: string, holder: string): XmlElement[] => {
    const merged = new Map<string, XmlElement>()
    for (const found of [child(child(defaults, holder), name), child(normal, name)])
      for (const property of found === undefined ? [] : elements(found)) merged.set(property.name, property)
    return merged.size === 0 ? [] : [element(name, {}, [...merged.values()])]
  }
  return element('w:style', { 'w:type': 'paragraph', 'w:customStyle': '1', 'w:styleId': baseId }, [
    element('w:name', { 'w:val': '草案基准' }),
    ...properties('w:pPr', 'w:pPrDefault'),
    ...properties('w:rPr', 'w:rPrDefault')
  ])
}

function nameOf(style: XmlElement): string {
  return (child(style, 'w:name')?.attributes['w:val'] ?? '').toLowerCase()
}

function free(wanted: string, ids: Set<string>): string {
  let id = wanted
  for (let count = 2; ids.has(id); count++) id = `${wanted}${count}`
  ids.add(id)
  return id
}

/** A deep copy of an element. */
function copyOf(source: XmlElement): XmlElement {
  return {
    ...source,
    attributes: { ...source.attributes },
    children: source.children.map((found) => (found.type === 'element' ? copyOf(found) : { ...found }))
  }
}

/** A new element. */
export function element(
  name: string,
  attributes: Record<string, string> = {},
  children: XmlElement[] = []
): XmlElement {
  return { type: 'element', name, attributes, children, line: 0 }
}
