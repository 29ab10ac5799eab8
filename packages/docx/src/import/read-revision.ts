import type { XmlElement } from '@tiaoli/xml'
import { type Revision, statedTime } from './word-paragraph.js'

/** The tracked change that an element stands for, if it stands for one. */
export function readRevision({ name, attributes }: XmlElement): Revision | undefined {
  const kinds: Record<string, Revision['kind']> = {
    'w:ins': 'insertion',
    'w:moveTo': 'insertion',
    'w:del': 'deletion',
    'w:moveFrom': 'deletion'
  }
  const kind = kinds[name]
  if (kind === undefined) return undefined
  return {
    kind,
    author: attributes['w:author'] ?? '',
    date: statedTime(attributes['w:date']),
    moved: name.startsWith('w:move')
  }
}
