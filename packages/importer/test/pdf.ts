/** One run of words on a page: its place in points from the lower left, its size. */
export interface Words {
  x: number
  y: number
  size: number
  text: string
}

/** A PDF with a text layer, one page for each list; the font is not embedded, only what its codes mean. */
export function pdfOf(pages: Words[][]): Uint8Array {
  const characters = [...new Set(pages.flat().flatMap(({ text }) => [...text]))]
  const codes = new Map(characters.map((char, index) => [char, index + 1]))
  const hex = (value: number): string => value.toString(16).padStart(4, '0')
  const objects: string[] = []
  const add = (body: string): number => objects.push(body)
  const stream = (text: string): string => `<< /Length ${text.length} >>\nstream\n${text}\nendstream`
  const map = add(
    stream(
      `/CIDInit /ProcSet findresource begin\nbegincmap\n1 begincodespacerange\n<0000> <ffff>\nendcodespacerange\n${chunks(
        characters,
        100
      )
        .map(
          (part) =>
            `${part.length} beginbfchar\n${part.map((char) => `<${hex(codes.get(char)!)}> <${hex(char.charCodeAt(0))}>`).join('\n')}\nendbfchar`
        )
        .join('\n')}\nendcmap\nend`
    )
  )
  const font = add(
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Plain /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 /FontDescriptor << /Type /FontDescriptor /FontName /Plain /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >> >>'
  )
  const typed = add(
    `<< /Type /Font /Subtype /Type0 /BaseFont /Plain /Encoding /Identity-H /DescendantFonts [${font} 0 R] /ToUnicode ${map} 0 R >>`
  )
  const contents = pages.map((words) =>
    add(
      stream(
        words
          .map(
            ({ x, y, size, text }) =>
              `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm <${[...text].map((char) => hex(codes.get(char)!)).join('')}> Tj ET`
          )
          .join('\n')
      )
    )
  )
  const parent = objects.length + pages.length + 1
  const kids = contents.map((content) =>
    add(
      `<< /Type /Page /Parent ${parent} 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 ${typed} 0 R >> >> /Contents ${content} 0 R >>`
    )
  )
  add(`<< /Type /Pages /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] /Count ${kids.length} >>`)
  const catalog = add(`<< /Type /Catalog /Pages ${parent} 0 R >>`)
  let file = '%PDF-1.7\n'
  const offsets = objects.map((body, index) => {
    const offset = file.length
    file += `${index + 1} 0 obj\n${body}\nendobj\n`
    return offset
  })
  const start = file.length
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')}`
  file += `trailer << /Size ${objects.length + 1} /Root ${catalog} 0 R >>\nstartxref\n${start}\n%%EOF\n`
  return Buffer.from(file, 'latin1')
}

function chunks<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size)
  )
}

/** The same PDF as one that a password opens, which nobody knows: what it says to check the password by is arbitrary. */
export function lockedPdf(pages: Words[][]): Uint8Array {
  const file = Buffer.from(pdfOf(pages)).toString('latin1')
  const check = (seed: number): string =>
    `<${Array.from({ length: 32 }, (_, index) => ((index * 37 + seed) % 256).toString(16).padStart(2, '0')).join('')}>`
  const encrypt = `/Encrypt << /Filter /Standard /V 1 /R 2 /O ${check(11)} /U ${check(5)} /P -4 >> /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]`
  return Buffer.from(file.replace('trailer << ', `trailer << ${encrypt} `), 'latin1')
}
