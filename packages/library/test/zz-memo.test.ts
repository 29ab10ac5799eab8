import { readFileSync } from 'node:fs'
import { parseRegulation } from 'remark-regast'
import { expect, test } from 'vitest'
import { createLibrary, createScanCache, linkDocument } from '../src/index.js'
test('x', () => {
  const src = readFileSync(new URL('./article-memo.test.ts', import.meta.url), 'utf8')
  const draft = /const draft = `([\s\S]*?)`/.exec(src)![1]!
  const edits = [{"at":0,"cut":6,"put":"第七条　"},{"at":0,"cut":6,"put":"本办法"},{"at":164222232,"cut":5,"put":"和"},{"at":0,"cut":0,"put":"，"},{"at":1061309397,"cut":4,"put":"管理机构"},{"at":0,"cut":5,"put":"和"},{"at":1212743893,"cut":4,"put":"（三）"},{"at":0,"cut":6,"put":"前款"},{"at":0,"cut":3,"put":"以下简称作业"},{"at":379876008,"cut":1,"put":"《仓储办法》"},{"at":0,"cut":0,"put":""},{"at":0,"cut":0,"put":""},{"at":0,"cut":0,"put":""}]
  const cache = createScanCache()
  const library = createLibrary([])
  let source = draft
  edits.forEach(({ at, cut, put }, i) => {
    const start = at % (source.length + 1)
    source = source.slice(0, start) + put + source.slice(start + cut)
    const { tree } = parseRegulation(source)
    const a = linkDocument(tree, { library, cache }), b = linkDocument(tree, { library })
    const show = (l: typeof a) => l.terms.map((t) => `${t.in} ${t.text} ${t.role} ${t.start.line}:${t.start.column}`)
    const [x, y] = [show(a), show(b)]
    if (JSON.stringify(a) !== JSON.stringify(b)) { console.log(i, source, '\nEXTRA', x.filter((t) => !y.includes(t)), 'MISSING', y.filter((t) => !x.includes(t)), 'defs', show(b).filter((t) => t.includes('definition'))) }
  })
})
