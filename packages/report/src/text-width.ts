import { eastAsianWidth } from 'get-east-asian-width'

/** Columns that a text takes in a terminal: two for each Chinese character. */
export function textWidth(text: string): number {
  let width = 0
  for (const char of text) width += eastAsianWidth(char.codePointAt(0)!)
  return width
}
