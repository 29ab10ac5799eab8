import { titleKey } from '@tiaoli/library'

const named = /^([\u4e00-\u9fff]{2,12}?)(特别行政区|自治区|自治州|自治县|自治旗|省|市|盟|地区|县|新区|旗)/
/** Words that end like a region and are none. */
const notRegions = /^(?:关于|全国|城|超|门|股|农贸|国家|中国|最高|实施|县级|乡|重点|证券|上(?!海|饶)|房地产|行政|股票)/
const peoples =
  /(?:(?:汉|蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|高山|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒|乌孜别克|俄罗斯|鄂温克|德昂|保安|裕固|京|塔塔尔|独龙|鄂伦春|赫哲|门巴|珞巴|基诺)族|各族|壮族|维吾尔)+$/

/** The region whose regulation a title is, as people call it (without 省, 市 or its peoples); `undefined` for a national one. */
export function regionOf(title: string): string | undefined {
  const match = named.exec(titleKey(title))
  if (match === null || notRegions.test(match[1]!)) return undefined
  const plain = match[1]!.replace(peoples, '')
  return plain.length >= 2 && plain.length <= 6 ? plain : match[1]!.length <= 6 ? match[1] : undefined
}
