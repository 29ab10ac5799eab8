import { titleKey } from '@tiaoli/library'

const named =
  /^([\u4e00-\u9fff]{2,6}?)(特别行政区|维吾尔自治区|回族自治区|壮族自治区|自治区|自治州|自治县|省|市|盟|地区|县|新区)/
/** Words that end like a region and are none. */
const notRegions = /^(?:关于|全国|城|超|门|股|农贸|国家|中国|最高|实施|县级|乡|重点|证券|上|房地产)/

/** The region whose regulation a title is, without 省 or 市; `undefined` for a national one. */
export function regionOf(title: string): string | undefined {
  const match = named.exec(titleKey(title))
  if (match === null || (notRegions.test(match[1]!) && !match[1]!.startsWith('上海') && !match[1]!.startsWith('上饶')))
    return undefined
  return match[1]
}
