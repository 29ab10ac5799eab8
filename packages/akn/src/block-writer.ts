import type { XmlWriter } from '@tiaoli/xml'
import type { Nodes, PhrasingContent, Table } from 'mdast'
import { toString as mdastText } from 'mdast-util-to-string'
import type { Block } from 'regast'
import { cleanMdast } from './clean-mdast.js'

/** Writes a table as a table, and any other block of Markdown as its words with the Markdown kept beside them. */
export function writeBlock(block: Block, xml: XmlWriter): void {
  const mdast = cleanMdast(block.mdast) as Nodes
  if (mdast.type === 'table' && isPlain(mdast)) writeTable(mdast, xml)
  else
    xml.element(
      'block',
      { name: 'markdown', 'tiaoli:mdast': JSON.stringify(mdast) },
      () => xml.text(mdastText(mdast)),
      true
    )
}

function isPlain(table: Table): boolean {
  return table.children.length > 0 && table.children.every((row) => row.children.length > 0)
}

function writeTable(table: Table, xml: XmlWriter): void {
  const align = (table.align ?? []).map((side) => side ?? '').join(',')
  xml.element('table', { 'tiaoli:align': table.align == null ? undefined : align }, () => {
    for (const [index, row] of table.children.entries()) {
      xml.element('tr', {}, () => {
        for (const cell of row.children) {
          xml.element(index === 0 ? 'th' : 'td', {}, () =>
            xml.element('p', {}, () => writeCell(cell.children, xml), true)
          )
        }
      })
    }
  })
}

function writeCell(children: PhrasingContent[], xml: XmlWriter): void {
  for (const child of children) {
    switch (child.type) {
      case 'text':
        xml.text(child.value)
        break
      case 'strong':
        xml.element('b', {}, () => writeCell(child.children, xml))
        break
      case 'emphasis':
        xml.element('i', {}, () => writeCell(child.children, xml))
        break
      case 'break':
        xml.element('br')
        break
      default:
        xml.element('inline', { name: 'markdown', 'tiaoli:mdast': JSON.stringify(child) }, () =>
          xml.text(mdastText(child))
        )
    }
  }
}
