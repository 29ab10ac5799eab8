// The examples of a README: blocks of js, each with what it prints, which stands as comments under every console.log.

/** `{ code, expected }` of each js block; blocks that import nothing are no programs and are left out. */
export function readmeExamples(markdown) {
  const blocks = [...markdown.matchAll(/^```js\n([\s\S]*?)^```$/gm)].map(([, code]) => code)
  return blocks.filter((code) => /^import /m.test(code)).map((code) => ({ code, expected: expectedOutput(code) }))
}

function expectedOutput(code) {
  const expected = []
  let printing = false
  for (const line of code.split('\n')) {
    if (/^\/\/ ?/.test(line) && printing) expected.push(`${line.replace(/^\/\/ ?/, '')}\n`)
    else printing = /^console\.log\(/.test(line) || (printing && /^\s|^[)}\]]/.test(line))
  }
  return expected.join('')
}
