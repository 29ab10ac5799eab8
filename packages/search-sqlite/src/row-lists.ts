let packed = Buffer.alloc(1 << 16)

/**
 * The rows that a text lists between commas, ascending, as bytes: of each its distance from the one before, seven bits a
 * byte, the lowest first.
 */
export function packRows(listed: string | null): Buffer {
  if (listed === null) return Buffer.alloc(0)
  // A number takes a character and a comma at least, and a byte for about two digits.
  if (packed.length < listed.length + 1) packed = Buffer.alloc(2 * listed.length)
  let size = 0
  let previous = 0
  eachRow(listed, (row) => {
    let distance = row - previous
    for (; distance > 0x7f; distance >>>= 7) packed[size++] = (distance & 0x7f) | 0x80
    packed[size++] = distance
    previous = row
  })
  return Buffer.from(packed.subarray(0, size))
}

/** Writes the rows of `packRows`, in order, into an array with a place for every byte; how many there are. */
export function unpackRows(bytes: Uint8Array, rows: Int32Array): number {
  let size = 0
  let row = 0
  for (let at = 0; at < bytes.length; ) {
    let byte = bytes[at++]!
    let distance = byte & 0x7f
    for (let shift = 7; byte > 0x7f; shift += 7) {
      byte = bytes[at++]!
      distance |= (byte & 0x7f) << shift
    }
    row += distance
    rows[size++] = row
  }
  return size
}

/** Calls for every row that a text lists between commas. */
export function eachRow(listed: string, call: (row: number) => void): void {
  let row = 0
  for (let index = 0; index < listed.length; index++) {
    const unit = listed.charCodeAt(index)
    if (unit === comma) {
      call(row)
      row = 0
    } else row = row * 10 + unit - zero
  }
  call(row)
}

const comma = ','.charCodeAt(0)
const zero = '0'.charCodeAt(0)
