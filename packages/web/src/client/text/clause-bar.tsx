import { signal } from '@preact/signals'
import { clauseHref } from '../links.js'
import { goTo } from '../state/route.js'
import { words } from '../wording.js'
import type { ClauseIndex } from './clause-index.js'

const told = signal('')
let timer: ReturnType<typeof setTimeout> | undefined

/** The clause that the reader has chosen, and what can be done with it. */
export function ClauseBar({ index, address }: { index: ClauseIndex; address: string }) {
  const { clause, copyCitation, copyLink, close } = words.value
  return (
    <fieldset class="clause-bar" aria-label={clause}>
      <b lang="zh-Hans">{index.label(address)}</b>
      <button type="button" onClick={() => copyClauseCitation(index, address)}>
        {copyCitation}
      </button>
      <button type="button" onClick={() => copy(new URL(clauseHref(index.text, address), location.href).href)}>
        {copyLink}
      </button>
      <button type="button" class="plain" aria-label={close} onClick={() => goTo(clauseHref(index.text, ''), true)}>
        ✕
      </button>
      <span class="told" role="status">
        {told.value}
      </span>
    </fieldset>
  )
}

/** Copies 《某某条例》第十二条第二款. */
export function copyClauseCitation(index: ClauseIndex, address: string): Promise<void> {
  return copy(index.citation(address))
}

async function copy(text: string): Promise<void> {
  const done = await copyText(text)
  clearTimeout(timer)
  told.value = done
    ? `${words.value.copied}：${text.length > 40 ? `${text.slice(0, 40)}…` : text}`
    : words.value.copyFailed
  timer = setTimeout(() => {
    told.value = ''
  }, 2500)
}

async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return copyBySelection(text)
  }
}

/** For pages that browsers do not trust with the clipboard. */
function copyBySelection(text: string): boolean {
  const area = document.createElement('textarea')
  area.value = text
  area.className = 'visually-hidden'
  document.body.append(area)
  area.select()
  try {
    return document.execCommand('copy')
  } catch {
    return false
  } finally {
    area.remove()
  }
}
