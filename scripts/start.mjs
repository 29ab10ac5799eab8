// npm start: sets everything up, prints the report of the shipped submission draft and writes it as a page.
import { join } from 'node:path'
import { root, run, setUp } from './set-up.mjs'

const draft = 'corpus/drafts/organization-work-regulations/3-submission.md'
const page = join('out', 'organization-work-regulations.html')

setUp()
const tiaoli = (...args) => run(process.execPath, ['packages/cli/bin/tiaoli.js', ...args])
const printed = tiaoli('report', draft)
if (printed !== 0) process.exit(printed)
const written = tiaoli('report', draft, '--out', page)
if (written !== 0) process.exit(written)
console.log(
  `\n以上是 ${draft} 的引用核对报告。\n网页版：${join(root, page)}（用浏览器打开，可打印）\n核对您自己的草案：npx tiaoli report 草案.md`
)
