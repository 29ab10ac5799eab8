import { runInNewContext } from 'node:vm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dataScript } from '../../src/output/data-script.js'

/** What a page receives that loads the script. */
function received(key: string, data: unknown): [string, unknown] {
  let got: [string, unknown] | undefined
  runInNewContext(dataScript(key, data), {
    tiaoliData: (name: string, json: string) => {
      got = [name, JSON.parse(json)]
    }
  })
  return got!
}

test('any data arrive as they were', () => {
  fc.assert(
    fc.property(fc.json(), (json) => {
      // As JSON.stringify writes them: it has no sign for -0.
      const data: unknown = JSON.parse(JSON.stringify(JSON.parse(json)))
      expect(received('draft-1', data)).toEqual(['draft-1', data])
    })
  )
})

test('quotes, backslashes, line separators and ends of scripts are only text', () => {
  const text = `'"\\ \u2028\u2029 </script><script>alert(1)</script> \${x} \u0000 ');alert(1);('`
  expect(received('draft-1', { text })[1]).toEqual({ text })
})

test('a key called __proto__ is a key', () => {
  const data = JSON.parse('{"__proto__": {"polluted": true}}') as object
  const [, got] = received('draft-1', data)
  expect(Object.hasOwn(got as object, '__proto__')).toBe(true)
  expect((got as { polluted?: boolean }).polluted).toBeUndefined()
})
