/**
 * Data as a classic script, since a page opened by double click may load nothing else. The data stand in a string that
 * is parsed as JSON, so that no key and no character of a text is read as program.
 */
export function dataScript(key: string, data: unknown): string {
  const json = JSON.stringify(data ?? null)
  const quoted = json.replace(/[\\'\u2028\u2029]/g, (char) =>
    char === '\\' || char === "'" ? `\\${char}` : escaped(char)
  )
  return `tiaoliData(${JSON.stringify(key)},'${quoted}')\n`
}

function escaped(char: string): string {
  return `\\u${char.charCodeAt(0).toString(16)}`
}
