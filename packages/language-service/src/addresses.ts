/** The address down to the 条 that a clause belongs to; the address itself of a clause outside articles. */
export function articleOf(address: string): string {
  let article = articles.get(address)
  if (article === undefined) {
    const cut = address.indexOf('__para_')
    article = cut === -1 ? address : address.slice(0, cut)
    if (articles.size >= rememberedAddresses) articles.clear()
    articles.set(address, article)
  }
  return article
}

/** The same few thousand addresses are asked about after every keystroke, and what is looked up by a piece cut anew is slow to find. */
const articles = new Map<string, string>()
const rememberedAddresses = 20_000

/** Whether a clause is another one or stands in it. */
export function isWithin(address: string, outer: string): boolean {
  return address === outer || address.startsWith(`${outer}__`)
}

/** Whether two clauses are one, or one stands in the other. */
export function touches(left: string, right: string): boolean {
  return isWithin(left, right) || isWithin(right, left)
}
