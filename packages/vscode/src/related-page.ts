import type { RelatedClause, RelatedClauses } from '@tiaoli/language-service'

const style = `
body { padding: 4px 12px 24px; color: var(--vscode-foreground); font: 13px/1.7 var(--vscode-font-family); }
h2 { font-size: 13px; margin: 14px 0 4px; } h2 small { font-weight: normal; opacity: .7; }
article { border-left: 3px solid var(--vscode-charts-green); margin: 8px 0; padding: 2px 0 2px 10px; }
article.open { border-color: var(--vscode-charts-orange); }
article.by { border-color: var(--vscode-charts-blue); }
h3 { font-size: 13px; margin: 0; } h3 a { color: var(--vscode-textLink-foreground); cursor: pointer; text-decoration: none; }
h3 a:hover { text-decoration: underline; }
.facts, .reason { font-size: 12px; opacity: .8; margin: 0; } .reason { color: var(--vscode-editorWarning-foreground); opacity: 1; }
blockquote { margin: 4px 0 0; } blockquote p { margin: 2px 0; }
.empty { opacity: .7; }`

/** The page of the panel; every word of a draft is escaped, and only the script with the nonce runs. */
export function relatedPage(related: RelatedClauses | undefined): string {
  const nonce = Math.random().toString(36).slice(2) + Math.random().toString(36).slice(2)
  const body =
    related === undefined
      ? '<p class="empty">把光标放在一条之内，这里会列出它引用的条款和引用它的条款。</p>'
      : content(related)
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'nonce-${nonce}'">
<style>${style}</style></head><body>${body}
<script nonce="${nonce}">
const editor = acquireVsCodeApi()
document.addEventListener('click', (event) => {
  const link = event.target.closest('a[data-open]')
  if (!link) return
  event.preventDefault()
  editor.postMessage({ open: Number(link.dataset.open) })
})
</script>
</body></html>`
}

function content({ label, cites, citedBy }: RelatedClauses): string {
  const outgoing = cites.map((clause, index) => block(clause, index, clause.resolved ? '' : 'open'))
  const incoming = citedBy.map((clause, index) => block(clause, cites.length + index, 'by'))
  return `<h2>${escaped(label)}引用 <small>${cites.length}</small></h2>${outgoing.join('') || '<p class="empty">没有引用其他条款。</p>'}
<h2>引用${escaped(label)} <small>${citedBy.length}</small></h2>${incoming.join('') || '<p class="empty">没有条文引用本条。</p>'}`
}

function block(
  { label, status, resolved, reason, facts, lines, location }: RelatedClause,
  index: number,
  kind: string
): string {
  const title = location === undefined ? escaped(label) : `<a href="#" data-open="${index}">${escaped(label)}</a>`
  const known = [...facts, ...(resolved ? [] : [status])].map(escaped).join(' · ')
  const quoted = lines.slice(0, 12).map((line) => `<p>${escaped(line)}</p>`)
  return `<article class="${kind}"><h3>${title}</h3>${known && `<p class="facts">${known}</p>`}${reason === undefined ? '' : `<p class="reason">${escaped(reason)}</p>`}${quoted.length > 0 ? `<blockquote>${quoted.join('')}${lines.length > 12 ? '<p>……</p>' : ''}</blockquote>` : ''}</article>`
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`)
}
