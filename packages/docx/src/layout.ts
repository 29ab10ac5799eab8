/**
 * Measures of GB/T 9704-2012 (layout of official documents of Party and government organs): A4; margins 37 mm above
 * and 28 mm at the binding side around a type area of 156 mm × 225 mm; 22 lines of 28 characters a page in size 3
 * (16 pt); page numbers in size 4 (14 pt).
 */
export const page = {
  width: twips(210),
  height: twips(297),
  top: twips(37),
  left: twips(28),
  right: twips(210 - 28 - 156),
  bottom: twips(297 - 37 - 225),
  /** The page number stands 7 mm below the type area. */
  footer: twips(297 - 37 - 225 - 7 - 5)
} as const

/** Width of the type area in twentieths of a point. */
export const textWidth = twips(156)

/** Distance of lines, in twentieths of a point: 22 on a page. */
export const linePitch = Math.floor(twips(225) / 22)

/**
 * What is added to the width of each character, in twentieths of a point, so that 28 of 16 pt fill a line. Not left to
 * a grid of characters: word processors disagree about its unit.
 */
export const tracking = Math.floor(textWidth / 28 - 16 * 20)

/** Sizes of type in half points, by the names of Chinese printing. */
export const sizes = {
  one: 52,
  two: 44,
  smallTwo: 36,
  three: 32,
  four: 28,
  smallFour: 24,
  five: 21,
  smallFive: 18
} as const

/** Typefaces, with those that take their place where a machine lacks them. */
export const fonts = {
  song: { name: '宋体', instead: ['SimSun', 'Songti SC', 'Noto Serif CJK SC'] },
  fangsong: { name: '仿宋', instead: ['仿宋_GB2312', 'FangSong', 'STFangsong', 'Noto Serif CJK SC'] },
  hei: { name: '黑体', instead: ['SimHei', 'Heiti SC', 'Noto Sans CJK SC'] },
  kai: { name: '楷体', instead: ['楷体_GB2312', 'KaiTi', 'STKaiti', 'Noto Serif CJK SC'] },
  xiaobiaosong: { name: '方正小标宋简体', instead: ['方正小标宋_GBK', '华文中宋', 'STZhongsong', '宋体'] }
} as const

export type FontName = keyof typeof fonts

/** Latin letters and digits stand in Times, Chinese in the given face. */
export function font(name: FontName): { ascii: string; hAnsi: string; eastAsia: string; cs: string } {
  return { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: fonts[name].name, cs: 'Times New Roman' }
}

/** Twentieths of a point in a length of millimetres. */
export function twips(millimetres: number): number {
  return Math.round((millimetres / 25.4) * 1440)
}
