import type { XmlElement } from '@tiaoli/xml'
import type { Paragraph } from 'regast'
import { addressStep, joinAddress, parseAddress } from 'regast'

/** Numbers the 款 of one parent. */
export class Paragraphs {
  last: Paragraph | undefined
  private count = 0

  constructor(
    private readonly children: unknown[],
    private readonly address: string
  ) {}

  open(element?: XmlElement): Paragraph {
    this.count += 1
    const stated = element?.attributes.eId?.replace(/\.\d+$/, '')
    const number = (stated && parseAddress(stated)?.at(-1)?.number) || { value: this.count }
    const address =
      stated && parseAddress(stated)?.at(-1)?.level === 'paragraph'
        ? stated
        : joinAddress(this.address, addressStep('paragraph', number))
    const paragraph: Paragraph = { type: 'paragraph', number, address, children: [] }
    if (element?.attributes.class === 'quoted') paragraph.quoted = true
    this.children.push(paragraph)
    this.last = paragraph
    return paragraph
  }
}
