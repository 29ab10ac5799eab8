/** What a tracing comment says: `<!-- 落实: B-3.2 -->`. */
export interface TraceStatement {
  /** Ids that the clause answers wholly, and in part. */
  full: string[]
  part: string[]
  /** Ids that the clause is planned to answer (待落实), which counts for nothing yet. */
  planned: string[]
  /** Why the clause answers nothing of the brief (落实: 无，…), empty where no reason is given. */
  nothing?: string
  /** Stretches that are no id. */
  unreadable: string[]
}

const opening = /^\s*(部分落实|待落实|落实)\s*[:：]([\s\S]*)$/

/** Reads the inside of an HTML comment; `undefined` where it is no tracing comment. */
export function readTraceComment(value: string): TraceStatement | undefined {
  const inside = value.replace(/^<!--/, '').replace(/-->\s*$/, '')
  const match = opening.exec(inside)
  if (match === null) return undefined
  const statement: TraceStatement = { full: [], part: [], planned: [], unreadable: [] }
  const rest = match[2]!.trim()
  const nothing = /^无(?:$|[\s，,：:；;（(])/.exec(rest)
  if (nothing !== null && match[1] === '落实') {
    statement.nothing = rest.slice(1).replace(/^[\s，,：:；;（(]+|[\s）)]+$/g, '')
    return statement
  }
  for (const piece of rest.split(/[\s，,、；;]+/)) {
    if (piece === '') continue
    const id = /^([A-Za-z][A-Za-z0-9]*-\d+(?:\.\d+)*)([（(]部分[）)])?$/.exec(piece)
    if (id === null) statement.unreadable.push(piece)
    else if (match[1] === '待落实') statement.planned.push(id[1]!)
    else if (id[2] !== undefined || match[1] === '部分落实') statement.part.push(id[1]!)
    else statement.full.push(id[1]!)
  }
  if (statement.full.length + statement.part.length + statement.planned.length + statement.unreadable.length === 0)
    statement.unreadable.push('')
  return statement
}

/** The comment that says that a clause is planned to answer requirements. */
export function formatPlanComment(ids: readonly string[]): string {
  return `<!-- 待落实: ${ids.join(', ')} -->`
}

/** The comment that says that a clause answers requirements. */
export function formatTraceComment(full: readonly string[], part: readonly string[] = []): string {
  return `<!-- 落实: ${[...full, ...part.map((id) => `${id}（部分）`)].join(', ')} -->`
}
