// Times the language server over stdio as an editor uses it: opening, keystroke to diagnostics, requests, memory.
//
//   node scripts/bench-editor.mjs [FOLDER]     FOLDER with real texts becomes the library, and its longest texts are measured too
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { formatNumeral } from 'regast'

const corpus = resolve(process.argv[2] ?? '../shared/corpus')
const command = fileURLToPath(new URL('../packages/cli/bin/tiaoli.js', import.meta.url))

/** An invented code with as many references as the densest real ones: about three to an article. */
function generatedCode(articles) {
  const article = (value) => `第${formatNumeral(Math.min(articles, Math.max(1, value)))}条`
  let text = '# 滨海市公共事务管理条例\n\n'
  for (let value = 1; value <= articles; value++) {
    if (value % 60 === 1) text += `## 第${formatNumeral(Math.floor(value / 60) + 1)}章　第${value}类事项\n\n`
    text += `${article(value)}　主管部门应当依照本条例${article(value - 7)}和《中华人民共和国公务员法》的规定，对本行政区域内的有关事项实施监督管理，并建立工作档案。\n\n`
    if (value % 3 === 0) text += `有前款规定情形的，由主管部门依照${article(value + 5)}第一款的规定责令限期改正。\n\n`
    if (value % 5 === 0)
      text += `单位有下列情形之一的，给予警告：\n\n（一）未按照${article(value)}第一款备案的；\n\n（二）拒绝检查的。\n\n`
  }
  // The one reference that leads nowhere tells when references have been checked.
  return `${text}${article(articles).replace(formatNumeral(articles), formatNumeral(articles + 1))}　前述事项依照第九千条办理。\n`
}

/** A client that speaks just enough of the protocol. */
class Client {
  constructor() {
    this.child = spawn(process.execPath, [command, 'lsp'], { stdio: ['pipe', 'pipe', 'inherit'] })
    this.chunks = []
    this.held = 0
    this.needed = 0
    this.id = 0
    this.answers = new Map()
    this.waiting = undefined
    this.heard = []
    this.child.stdout.on('data', (chunk) => this.read(chunk))
  }

  read(chunk) {
    this.chunks.push(chunk)
    this.held += chunk.length
    // A long answer comes in many pieces, which are put together once it is whole.
    if (this.held < this.needed) return
    let buffer = Buffer.concat(this.chunks)
    for (;;) {
      const head = buffer.indexOf('\r\n\r\n')
      const length = head === -1 ? 0 : Number(/Content-Length: (\d+)/i.exec(buffer.toString('latin1', 0, head))[1])
      this.needed = head === -1 ? 0 : head + 4 + length
      if (head === -1 || buffer.length < this.needed) break
      this.hear(JSON.parse(buffer.toString('utf8', head + 4, this.needed)))
      buffer = buffer.subarray(this.needed)
    }
    this.chunks = [buffer]
    this.held = buffer.length
  }

  hear(message) {
    if (message.method === 'textDocument/publishDiagnostics') {
      this.heard.push({ at: performance.now(), codes: message.params.diagnostics.map(({ code }) => code) })
      this.waiting?.(message.params)
    } else if (message.method === 'workspace/applyEdit') {
      // Refused, so that the text stays as it is.
      this.send({ id: message.id, result: { applied: false } })
      this.edited?.(message.params.edit)
    } else if (message.id !== undefined && message.method === undefined) {
      this.answers.get(message.id)?.(message)
      this.answers.delete(message.id)
    }
  }

  send(message) {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }))
    this.child.stdin.write(`Content-Length: ${body.length}\r\n\r\n`)
    this.child.stdin.write(body)
  }

  notify(method, params) {
    this.send({ method, params })
  }

  ask(method, params) {
    const id = ++this.id
    return new Promise((settle, fail) => {
      this.answers.set(id, ({ result, error }) =>
        error ? fail(new Error(`${method}: ${error.message}`)) : settle(result)
      )
      this.send({ id, method, params })
    })
  }

  /** Diagnostics of a version of a text. */
  diagnostics(uri, version) {
    return new Promise((settle) => {
      this.waiting = (found) => {
        if (found.uri === uri && found.version >= version) settle(found.diagnostics)
      }
    })
  }

  /** Processor time that the server has used, in milliseconds, its threads included. */
  processor() {
    try {
      const fields = readFileSync(`/proc/${this.child.pid}/stat`, 'utf8').split(') ')[1].split(' ')
      return (Number(fields[11]) + Number(fields[12])) * 10
    } catch {
      return Number.NaN
    }
  }

  /** Resident memory of the server in MB; the peak where the system tells it. */
  memory() {
    try {
      return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${this.child.pid}/status`, 'utf8'))[1]) / 1024
    } catch {
      return Number.NaN
    }
  }
}

function quantile(times, share) {
  const sorted = times.toSorted((left, right) => left - right)
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)]
}

const rest = (milliseconds) => new Promise((wake) => setTimeout(wake, milliseconds))

async function timed(work) {
  const started = performance.now()
  await work()
  return performance.now() - started
}

/** A fixed sequence of numbers that looks random. */
function random(seed) {
  let state = seed
  return (below) => {
    state = (state * 1103515245 + 12345) % 2147483648
    return Math.floor((state / 2147483648) * below)
  }
}

async function measure(name, text, folder) {
  const file = join(folder, `${basename(name).replace(/\.md$/, '')}.md`)
  writeFileSync(file, text)
  const uri = pathToFileURL(file).href
  const client = new Client()
  const start = await timed(async () => {
    await client.ask('initialize', { processId: process.pid, rootUri: null, capabilities: {}, workspaceFolders: null })
    client.notify('initialized', {})
  })
  const first = client.diagnostics(uri, 1)
  const opened = performance.now()
  client.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version: 1, text } })
  await first
  // The rules run last, after a pause; whoever waits for the library waits longer.
  await quiet(client, 2500)
  const since = ({ at }) => at - opened
  const opening = since(client.heard[0])
  const checked = client.heard.find(({ codes }) => codes.includes('dangling-ref'))
  const everything = since(client.heard.at(-1))
  const lines = text.split('\n')
  const articles = lines.flatMap((line, index) => (/^第[^　 ]+条[　 ]/.test(line) && line.length > 24 ? [index] : []))
  const inArticles = articles.length > 0
  if (!inArticles) articles.push(...lines.flatMap((line, index) => (line.length > 24 ? [index] : [])))
  const pick = random(7)
  const place = () => {
    const line = articles[pick(articles.length)]
    return { line, character: 5 + pick(Math.max(1, lines[line].length - 6)) }
  }
  let version = 1
  const keystrokes = []
  const before = client.processor()
  // Words typed in bursts of ten at one place, one in forty strokes a new 款; every burst somewhere else.
  for (let burst = 0; burst < 30; burst++) {
    const at = place()
    for (let stroke = 0; stroke < 10; stroke++) {
      version += 1
      const done = client.diagnostics(uri, version)
      const breaks = burst % 4 === 3 && stroke === 9
      const change = { range: { start: at, end: at }, text: breaks ? '\n\n' : '增' }
      keystrokes.push(
        await timed(async () => {
          client.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [change] })
          await done
        })
      )
      if (!breaks) at.character += 1
      await rest(20)
    }
    await rest(20)
  }
  const processor = (client.processor() - before) / keystrokes.length
  await rest(1500)
  const requests = {
    hover: () => ['textDocument/hover', { position: citation() }],
    definition: () => ['textDocument/definition', { position: citation() }],
    references: () => ['textDocument/references', { position: citation(), context: { includeDeclaration: true } }],
    completion: () => ['textDocument/completion', { position: place() }],
    symbols: () => ['textDocument/documentSymbol', {}],
    tokens: () => ['textDocument/semanticTokens/full', {}],
    'tokens that changed': (previousResultId) => ['textDocument/semanticTokens/full/delta', { previousResultId }],
    folding: () => ['textDocument/foldingRange', {}],
    links: () => ['textDocument/documentLink', {}],
    lenses: () => ['textDocument/codeLens', {}],
    'code actions': () => {
      const start = place()
      return ['textDocument/codeAction', { range: { start, end: start }, context: { diagnostics: [] } }]
    }
  }
  const cited = lines.flatMap((line, index) => {
    const at = line.indexOf('第', 12)
    return at === -1 || !line.startsWith('第') ? [] : [{ line: index, character: at + 1 }]
  })
  const citation = () => cited[pick(cited.length)] ?? place()
  const type = async (at) => {
    version += 1
    const done = client.diagnostics(uri, version)
    const change = { range: { start: at, end: at }, text: '增' }
    client.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [change] })
    await done
  }
  const results = {}
  let known
  for (const [request, make] of Object.entries(requests)) {
    const times = []
    for (let round = 0; round < 60; round++) {
      // What is about the whole document is asked for again after every change of it.
      if (whole.has(request)) await type(place())
      const [method, params] = make(known)
      times.push(
        await timed(async () => {
          const answer = await client.ask(method, { textDocument: { uri }, ...params })
          known = answer?.resultId ?? known
        })
      )
    }
    results[request] = times
  }
  const inside = await articlesOf(client, uri)
  // Whoever chooses a command from a menu has not typed for a second or two.
  await rest(2000)
  const renumber = []
  for (let round = 0; round < (inside.length > 0 ? 60 : 0); round++) {
    renumber.push(await timed(() => insertion(client, uri, inside[pick(inside.length)])))
  }
  const follow = []
  for (let round = 0; round < (inside.length > 0 ? 10 : 0); round++) {
    const articles = await articlesOf(client, uri)
    const edit = await insertion(client, uri, articles[pick(articles.length)])
    // Editors send many changes the last of the text first.
    const contentChanges = edit.changes[uri].map(({ range, newText }) => ({ range, text: newText })).reverse()
    version += 1
    const done = client.diagnostics(uri, version)
    follow.push(
      await timed(async () => {
        client.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges })
        await done
      })
    )
  }
  const memory = client.memory()
  client.child.kill()
  console.log(`\n${name}: ${text.length} characters${inArticles ? `, ${articles.length} articles` : ''}`)
  row('start of the server', [start])
  row('opening to first diagnostics', [opening])
  if (checked !== undefined) row('opening to references', [since(checked)])
  row('opening to everything', [everything])
  row('keystroke to diagnostics', keystrokes)
  row('processor time a keystroke', [processor])
  for (const [request, times] of Object.entries(results)) row(request, times)
  if (renumber.length > 0) row('inserting an article', renumber)
  if (follow.length > 0) row('inserted to diagnostics', follow)
  console.log(`${'memory'.padEnd(30)}${memory.toFixed(0).padStart(9)} MB`)
}

/** Requests about a whole document, which an editor repeats after each keystroke. */
const whole = new Set(['symbols', 'tokens', 'tokens that changed', 'lenses', 'folding', 'links'])

/** Where the numbers of articles stand, as the server tells them. */
async function articlesOf(client, uri) {
  const method = 6
  const within = (symbols = []) =>
    symbols.flatMap(({ kind, selectionRange, children }) => [
      ...(kind === method ? [selectionRange.start] : []),
      ...within(children)
    ])
  return within(await client.ask('textDocument/documentSymbol', { textDocument: { uri } }))
}

/** The edit that the server asks for when an article is to be inserted. */
async function insertion(client, uri, position) {
  const edit = new Promise((settle) => {
    client.edited = settle
  })
  client.ask('workspace/executeCommand', { command: 'tiaoli.server.insertArticle', arguments: [uri, position] })
  return await edit
}

/** Waits until nothing has been heard for a while. */
async function quiet(client, milliseconds) {
  while (performance.now() - client.heard.at(-1).at < milliseconds) await rest(100)
}

function row(name, times) {
  const cells =
    times.length === 1
      ? [`${times[0].toFixed(1)} ms`]
      : [
          `p50 ${quantile(times, 0.5).toFixed(1)}`,
          `p95 ${quantile(times, 0.95).toFixed(1)}`,
          `max ${Math.max(...times).toFixed(1)} ms`
        ]
  console.log(name.padEnd(30), cells.map((cell) => cell.padStart(14)).join(''))
}

const folder = mkdtempSync(join(tmpdir(), 'tiaoli-bench-'))
try {
  await measure('generated code', generatedCode(1260), folder)
  if (existsSync(corpus)) {
    const files = readdirSync(corpus, { recursive: true })
      .map((name) => join(corpus, name))
      .filter((name) => name.endsWith('.md'))
    console.log(`\nwith ${files.length} texts as library`)
    writeFileSync(join(folder, 'tiaoli.config.json'), JSON.stringify({ instruments: [corpus] }))
    await measure('generated code (first start)', generatedCode(1260), folder)
    await measure('generated code (later start)', generatedCode(1260), folder)
    const longest = files.toSorted((left, right) => statSync(right).size - statSync(left).size).slice(0, 2)
    for (const file of longest) await measure(basename(file), readFileSync(file, 'utf8'), folder)
  } else console.log(`\nskipped: no texts at ${corpus}`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
