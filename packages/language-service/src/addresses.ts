/** Whether a clause is another one or stands in it. */
export function isWithin(address: string, outer: string): boolean {
  return address === outer || address.startsWith(`${outer}__`)
}

/** Whether two clauses are one, or one stands in the other. */
export function touches(left: string, right: string): boolean {
  return isWithin(left, right) || isWithin(right, left)
}
