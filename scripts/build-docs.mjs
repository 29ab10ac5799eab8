// Makes a small site of the documentation: every page under docs, with the pages it lists beside it. Links to the sources stay paths in the project.
//
//   node scripts/build-docs.mjs [--out DIR]     by default out/docs
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import rehypeSlug from 'rehype-slug'
import rehypeStringify from 'rehype-stringify'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { root } from './set-up.mjs'

const style = `
:root{color-scheme:light dark;--ink:#22201d;--paper:#fbfaf6;--line:#ddd8cc;--accent:#9b2423;--code:#f1eee5}
@media(prefers-color-scheme:dark){:root{--ink:#e6e2d9;--paper:#1c1b19;--line:#3a3833;--accent:#e08a80;--code:#282622}}
*{box-sizing:border-box}
body{margin:0;display:grid;grid-template-columns:15rem minmax(0,1fr);color:var(--ink);background:var(--paper);font:16px/1.75 system-ui,"Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif}
nav{position:sticky;top:0;height:100vh;overflow:auto;padding:1.5rem 1rem;border-right:1px solid var(--line);font-size:.875rem}
nav ul{list-style:none;margin:1rem 0 0;padding:0}nav li{margin:.25rem 0}nav a{color:inherit;text-decoration:none}
nav a:hover,nav [aria-current],main a{color:var(--accent)}nav [aria-current],.home{font-weight:700}
main{padding:1.5rem clamp(1rem,4vw,3rem) 4rem;max-width:60rem}
h1,h2,h3{line-height:1.3}h1{font-size:1.8rem}h2{margin-top:2.2em;border-bottom:1px solid var(--line);padding-bottom:.25em}
pre{overflow:auto;padding:1rem;background:var(--code);border-radius:6px;line-height:1.5;font-size:.875rem}
code{background:var(--code);border-radius:3px;padding:.1em .3em;font-size:.9em}pre code{padding:0;font-size:inherit}
table{display:block;overflow-x:auto;border-collapse:collapse;margin:1.2em 0}td,th{border:1px solid var(--line);padding:.35em .7em;text-align:left;vertical-align:top}
@media(max-width:48rem){body{display:block}nav{position:static;height:auto;border:0;border-bottom:1px solid var(--line)}nav ul{columns:2}}
@media print{nav{display:none}body{display:block}}
`

const at = process.argv.indexOf('--out')
const out = at === -1 ? join(root, 'out/docs') : process.argv[at + 1]
const docs = join(root, 'docs')
const pages = readdirSync(docs, { recursive: true })
  .map(String)
  .filter((name) => name.endsWith('.md'))
  .sort()
const toHtml = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(linksToPages)
  .use(remarkRehype)
  .use(rehypeSlug)
  .use(rehypeStringify)
const front = readFileSync(join(docs, 'README.md'), 'utf8')
// The pages that the front page names, in its order, are the way around.
const menu = [...front.matchAll(/\[([^\]]+)\]\((?!https?:|\.\.)([^)#]+\.md)\)/g)].map(([, title, page]) => ({
  title,
  page
}))

for (const page of pages) {
  const source = readFileSync(join(docs, page), 'utf8')
  const title = /^# (.+)$/m.exec(source)?.[1] ?? page
  const file = join(out, htmlName(page))
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, layout(page, title, String(toHtml.processSync({ value: source, data: { page } }))))
}
console.log(`${pages.length} pages: ${join(out, 'index.html')}`)

/** Links between pages lead to pages of the site; what lies outside of docs is shown as a path. */
function linksToPages() {
  return (tree, file) => {
    const visit = (node) => {
      if (node.type === 'link' && !/^[a-z]+:|^#/i.test(node.url)) {
        const [path, hash] = node.url.split('#')
        const target = relative(docs, join(docs, dirname(file.data.page), path))
        if (target.startsWith('..'))
          Object.assign(node, { type: 'inlineCode', value: relative(root, join(docs, target)), children: undefined })
        else node.url = `${htmlName(path)}${hash ? `#${hash}` : ''}`
      }
      for (const child of node.children ?? []) visit(child)
    }
    visit(tree)
  }
}

function htmlName(page) {
  return page.replace(/README\.md$/, 'index.html').replace(/\.md$/, '.html')
}

function layout(page, title, body) {
  const up = dirname(page) === '.' ? '' : '../'.repeat(page.split('/').length - 1)
  const items = menu.map(
    ({ title: name, page: to }) =>
      `<li><a href="${up}${htmlName(to)}"${to === page ? ' aria-current="page"' : ''}>${escapeHtml(name)}</a></li>`
  )
  return `<!doctype html>
<html lang="${/[\u4e00-\u9fff]/.test(title) ? 'zh-Hans' : 'en'}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src 'self'">
<title>${escapeHtml(title.replace(/[`*]/g, ''))} · 条理</title>
<style>${style}</style>
<nav aria-label="文档"><a class="home" href="${up}index.html">条理 tiaoli</a><ul>${items.join('')}</ul></nav>
<main>${body}</main>
</html>
`
}

function escapeHtml(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
