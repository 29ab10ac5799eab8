/** Lines of text article by article; all of them as one where no article begins. */
export function splitArticles(lines: readonly string[]): string[][] {
  const starts = lines.flatMap((line, index) => (/^第[〇零一二三四五六七八九十百千0-9]+条/.test(line) ? [index] : []))
  return starts.length === 0 ? [[...lines]] : starts.map((start, index) => lines.slice(start, starts[index + 1]))
}
