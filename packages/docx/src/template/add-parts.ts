import { child, elements, readXml, writeXml, type XmlElement } from '@tiaoli/xml'
import { strFromU8, strToU8 } from 'fflate'
import { element } from './merge-styles.js'

/** The parts of a Word file, and the folder of its main document. */
export interface Parts {
  files: Record<string, Uint8Array>
  folder: string
}

const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const footerType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml'
const propertiesType = 'application/vnd.openxmlformats-officedocument.custom-properties+xml'

/** Whether a template leaves the foot of the page to the draft. */
export function hasFooters(page: XmlElement): boolean {
  return sectionsIn(page).some((section) => child(section, 'w:footerReference') !== undefined)
}

/** Gives a template the footers of the draft, which number the pages; `restyle` turns the styles in them into the template's. */
export function addFooters(target: Parts, source: Parts, page: XmlElement, restyle: (root: XmlElement) => void): void {
  const section = child(child(page, 'w:body'), 'w:sectPr')
  if (section === undefined) return
  // Where odd and even pages differ in their footers they do so in their headers, and a template has but one of these.
  const alike = sectionsIn(page).some((found) => child(found, 'w:headerReference') !== undefined)
  const relations = `${target.folder}_rels/document.xml.rels`
  page.attributes['xmlns:r'] ??= relationships
  if (page.attributes['xmlns:r'] !== relationships) return
  const references = (alike ? ['default'] : ['default', 'even']).map((type, index) => {
    const name = `tiaoliFooter${index + 1}.xml`
    const footer = read(source, `${source.folder}footer${index + 1}.xml`)!
    restyle(footer)
    save(target, `${target.folder}${name}`, footer)
    addType(target, `/${target.folder}${name}`, footerType)
    const id = addRelation(target, relations, `${relationships}/footer`, name)
    return element('w:footerReference', { 'w:type': type, 'r:id': id })
  })
  // Headers come first, and both before everything else.
  const at = section.children.findLastIndex((found) => found.type === 'element' && found.name === 'w:headerReference')
  section.children.splice(at + 1, 0, ...references)
  if (!alike) evenAndOdd(target)
}

/** Footers on the outer side differ by page, which is a setting of the whole file. */
function evenAndOdd(target: Parts): void {
  const name = `${target.folder}settings.xml`
  const settings = read(target, name)
  if (settings === undefined) return
  settings.children = settings.children.filter(
    (found) => found.type !== 'element' || found.name !== 'w:evenAndOddHeaders'
  )
  // The schema asks for an order: these settings come before it.
  const earlier = new Set(
    'writeProtection view zoom removePersonalInformation removeDateAndTime doNotDisplayPageBoundaries displayBackgroundShape printPostScriptOverText printFractionalCharacterWidth printFormsData embedTrueTypeFonts embedSystemFonts saveSubsetFonts saveFormsData mirrorMargins alignBordersAndEdges bordersDoNotSurroundHeader bordersDoNotSurroundFooter gutterAtTop hideSpellingErrors hideGrammaticalErrors activeWritingStyle proofState formsDesign attachedTemplate linkStyles stylePaneFormatFilter stylePaneSortMethod documentType mailMerge revisionView trackRevisions doNotTrackMoves doNotTrackFormatting documentProtection autoFormatOverride styleLockTheme styleLockQFSet defaultTabStop autoHyphenation consecutiveHyphenLimit hyphenationZone doNotHyphenateCaps showEnvelope summaryLength clickAndTypeStyle defaultTableStyle'
      .split(' ')
      .map((setting) => `w:${setting}`)
  )
  const at = settings.children.findLastIndex((found) => found.type === 'element' && earlier.has(found.name))
  settings.children.splice(at + 1, 0, element('w:evenAndOddHeaders'))
  save(target, name, settings)
}

/** Tells about the typefaces of the draft, and what may take their place. */
export function addFonts(target: Parts, source: Parts): void {
  const name = `${target.folder}fontTable.xml`
  const table = read(target, name)
  const own = read(source, `${source.folder}fontTable.xml`)
  if (table === undefined || own === undefined) return
  const known = new Set(elements(table).map((font) => font.attributes['w:name']))
  table.children.push(...elements(own).filter((font) => !known.has(font.attributes['w:name'])))
  save(target, name, table)
}

/** Carries over the front matter, by which an import knows the file. */
export function addCustomProperties(target: Parts, source: Parts): void {
  const name = 'docProps/custom.xml'
  const bytes = source.files[name]
  if (bytes === undefined) return
  const existing = read(target, name)
  if (existing === undefined) {
    target.files[name] = bytes
    addType(target, `/${name}`, propertiesType)
    addRelation(target, '_rels/.rels', `${relationships}/custom-properties`, name)
    return
  }
  const numbers = elements(existing).map((property) => Number(property.attributes.pid ?? 0))
  let next = Math.max(1, ...numbers)
  existing.attributes['xmlns:vt'] ??= 'http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes'
  for (const property of elements(read(source, name)!)) {
    next += 1
    existing.children.push({ ...property, attributes: { ...property.attributes, pid: String(next) } })
  }
  save(target, name, existing)
}

function addType(target: Parts, part: string, type: string): void {
  const types = read(target, '[Content_Types].xml')!
  types.children.push(element('Override', { PartName: part, ContentType: type }))
  save(target, '[Content_Types].xml', types)
}

function addRelation(target: Parts, name: string, type: string, to: string): string {
  const relations =
    read(target, name) ??
    element('Relationships', { xmlns: 'http://schemas.openxmlformats.org/package/2006/relationships' })
  const ids = new Set(elements(relations).map((relation) => relation.attributes.Id))
  let id = 1
  while (ids.has(`tiaoli${id}`)) id += 1
  relations.children.push(element('Relationship', { Id: `tiaoli${id}`, Type: type, Target: to }))
  save(target, name, relations)
  return `tiaoli${id}`
}

function sectionsIn(root: XmlElement): XmlElement[] {
  return elements(root).flatMap((found) => (found.name === 'w:sectPr' ? [found] : sectionsIn(found)))
}

function read({ files }: Parts, name: string): XmlElement | undefined {
  const bytes = files[name]
  return bytes === undefined ? undefined : readXml(strFromU8(bytes), { deepest: 500 }).value
}

function save({ files }: Parts, name: string, root: XmlElement): void {
  files[name] = strToU8(writeXml(root))
}
