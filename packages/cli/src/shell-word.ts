/** A name as it is written in a command line, so that it can be copied from the screen. */
export function shellWord(name: string): string {
  if (/^[\p{L}\p{N}._/\\:+=@%,-]+$/u.test(name)) return name
  return /["$`]/.test(name) ? `'${name.replaceAll("'", `'\\''`)}'` : `"${name}"`
}
