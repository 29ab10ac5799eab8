import type { SemanticTokens, SemanticTokensDelta, SemanticTokensEdit } from 'vscode-languageserver'

/** Remembers the tokens that each document was sent last, so that a client gets only what has changed since. */
export class TokenHistory {
  private readonly sent = new Map<string, { id: string; data: readonly number[] }>()
  private count = 0

  /** Tokens in full, with the name by which a client asks for what has changed since. */
  full(uri: string, { data }: SemanticTokens): SemanticTokens {
    return { resultId: this.remember(uri, data), data }
  }

  /** What has changed since an earlier answer; everything where that is not the last one. */
  since(uri: string, earlier: string, { data }: SemanticTokens): SemanticTokens | SemanticTokensDelta {
    const known = this.sent.get(uri)
    if (known?.id !== earlier) return this.full(uri, { data })
    const edits = editsBetween(known.data, data)
    return { resultId: this.remember(uri, data), edits }
  }

  forget(uri: string): void {
    this.sent.delete(uri)
  }

  private remember(uri: string, data: readonly number[]): string {
    this.count += 1
    const id = String(this.count)
    this.sent.set(uri, { id, data })
    return id
  }
}

/** The one stretch in which two sequences differ, if they do. */
function editsBetween(before: readonly number[], now: readonly number[]): SemanticTokensEdit[] {
  const most = Math.min(before.length, now.length)
  let start = 0
  while (start < most && before[start] === now[start]) start++
  if (start === before.length && start === now.length) return []
  let same = 0
  while (same < most - start && before[before.length - 1 - same] === now[now.length - 1 - same]) same++
  return [{ start, deleteCount: before.length - same - start, data: now.slice(start, now.length - same) }]
}
