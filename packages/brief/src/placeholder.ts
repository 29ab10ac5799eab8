/** A passage that the drafters still have to write, as the scaffold prints it. */
export function placeholder(what: string): string {
  return `【待拟：${what}】`
}

/** Whether a text still has such a passage. */
export function hasPlaceholder(text: string): boolean {
  return /【待拟[：:】]/.test(text)
}
