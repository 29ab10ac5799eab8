import { eastAsianWidth } from 'get-east-asian-width'

/** Columns that a text takes on a terminal: two for a Chinese character. */
export function displayWidth(text: string): number {
  let width = 0
  for (const char of text) width += eastAsianWidth(char.codePointAt(0)!)
  return width
}
