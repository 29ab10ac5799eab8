import type { ClausePair, Conformity, ImpliedPair } from '@tiaoli/library'
import { inTitleMarks } from '@tiaoli/library'
import { formatAddress } from 'regast'
import type { Markup } from '../html/markup.js'
import { html } from '../html/markup.js'
import { htmlPage } from '../html/page.js'
import { stylesheet } from '../html/stylesheet.js'
import { absentWords, citedLabel, copyWords, differenceWords, impliedLabel, likeness, summaryWords } from './rows.js'

const style = `
body{display:block}
main{margin:0 auto;max-width:80rem}
.pair{display:grid;grid-template-columns:1fr 1fr;gap:0 2rem;border-top:1px solid var(--line);padding:1rem 0;break-inside:avoid}
.pair h3{font:600 14px/1.6 var(--sans);margin:0 0 .4rem;color:var(--soft)}
.pair p{margin:0 0 .4rem}
.pair .check{grid-column:1/-1;color:var(--dangling);font:14px/1.6 var(--sans);margin:0}
mark{background:color-mix(in srgb,var(--superseded) 30%,transparent);color:inherit;border-radius:2px}
body:has(#only:checked) .pair:not(.differs){display:none}
@media(max-width:48rem){.pair{grid-template-columns:1fr}}`

/** A draft beside what it cites as one self-contained page without scripts. */
export function conformityHtml(conformity: Conformity, title: string): string {
  const { pairs, implied, copies, absent, withoutText } = conformity
  const missing = withoutText.map(({ title: name, clauses }) => html`<li>${inTitleMarks(name)}${clauses} 处</li>`)
  return htmlPage(
    { title: `${inTitleMarks(title)}与所引条文对照`, style: stylesheet + style, schemes: 'light dark' },
    html`<main>
<header><p class="eyebrow">对照</p><h1>${inTitleMarks(title)}与所引条文</h1>
<p class="summary">${summaryWords(conformity)}</p></header>
${absent.length > 0 && html`<section><h2>所引文件没有的条款</h2><ul>${absent.map((one) => html`<li>${formatAddress(one.clause)}（第 ${one.line} 行）${absentWords(one)}</li>`)}</ul></section>`}
${missing.length > 0 && html`<section><h2>文库没有条文、不能对照的</h2><ul>${missing}</ul></section>`}
${copies.length > 0 && html`<section><h2>与所引文件重复</h2>${copies.map((copy) => html`<div class="pair differs"><div><h3>${formatAddress(copy.clause)}（第 ${copy.line} 行）</h3>${paragraphs(copy.text, [])}</div><div><h3>${inTitleMarks(copy.original.title)}${formatAddress(copy.original.clause)}</h3>${paragraphs(copy.original.text, [])}</div><p class="check">${copyWords(copy)}</p></div>`)}</section>`}
${
  pairs.length + implied.length > 0 &&
  html`<p class="filters"><label><input type="checkbox" id="only"> 只看需要核对的</label></p>
${pairs.length > 0 && html`<section><h2>逐条对照</h2>${pairs.map(pairView)}</section>`}${
  implied.length > 0 && html`<section><h2>没有引用、像是在落实的上位条文</h2>${implied.map(impliedView)}</section>`
}`
}
</main>
`
  )
}

function pairView(pair: ClausePair): Markup {
  const { clause, line, text, target, superior, differences } = pair
  const own = differences.map((difference) => difference.own)
  const cited = differences.flatMap((difference) => difference.cited)
  return html`<div class="pair${differences.length > 0 && ' differs'}"><div><h3>${formatAddress(clause)}（第 ${line} 行）</h3>${paragraphs(text, own)}</div>
<div><h3>${citedLabel(pair)}${superior && '　上位规定'}</h3>${paragraphs(target.text, cited)}</div>
${differences.length > 0 && html`<p class="check">${differenceWords(differences)}</p>`}</div>
`
}

function impliedView(pair: ImpliedPair): Markup {
  const { clause, line, text, original, differences } = pair
  const own = differences.map((difference) => difference.own)
  const theirs = differences.flatMap((difference) => difference.cited)
  return html`<div class="pair${differences.length > 0 && ' differs'}"><div><h3>${formatAddress(clause)}（第 ${line} 行）</h3>${paragraphs(text, own)}</div>
<div><h3>${impliedLabel(pair)}　${likeness(pair)}</h3>${paragraphs(original.text, theirs)}</div>
${differences.length > 0 && html`<p class="check">${differenceWords(differences)}</p>`}</div>
`
}

/** Lines of a clause, with the words that need a look marked. */
function paragraphs(text: string, marked: readonly string[]): Markup[] {
  return text.split('\n').map((line) => html`<p>${pieces(line, marked)}</p>`)
}

function pieces(line: string, marked: readonly string[]): (Markup | string)[] {
  const word = marked.find((candidate) => line.includes(candidate))
  if (word === undefined) return [line]
  const at = line.indexOf(word)
  const rest = line.slice(at + word.length)
  return [line.slice(0, at), html`<mark>${word}</mark>`, ...pieces(rest, marked)]
}
