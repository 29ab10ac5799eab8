/** The address down to the 条 that a clause belongs to; the address itself of a clause outside articles. */
export function articleOf(address: string): string {
  const cut = address.indexOf('__para_')
  return cut === -1 ? address : address.slice(0, cut)
}

/** Whether a clause is another one or stands in it. */
export function isWithin(address: string, outer: string): boolean {
  return address === outer || address.startsWith(`${outer}__`)
}

/** Whether two clauses are one, or one stands in the other. */
export function touches(left: string, right: string): boolean {
  return isWithin(left, right) || isWithin(right, left)
}
