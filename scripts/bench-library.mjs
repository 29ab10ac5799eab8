// Times the library's store on a folder of real texts: first read, reopening, one changed file, links; peak memory; and
// the same for a quarter and a half of the files. The peer is remark-parse alone on the same texts, in the same run.
//
//   node scripts/bench-library.mjs [FOLDER]
import { spawnSync } from 'node:child_process'
import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync
} from 'node:fs'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expandPlaces, openLibraryStore } from '@tiaoli/workspace'

const [folder = '../shared/corpus', phase, cache] = process.argv.slice(2)

if (phase === undefined) await compare()
else await measure()

/** One measurement in a process of its own, so that its memory is its own. */
async function measure() {
  const { files } = await expandPlaces(folder, ['.'], { extensions: ['md', 'txt'] })
  const sources = { texts: files, registers: [], shippedRegisters: true }
  const figures = {}
  const timed = async (name, work) => {
    const before = process.cpuUsage()
    const start = performance.now()
    const result = await work()
    const cpu = process.cpuUsage(before)
    figures[name] = { ms: performance.now() - start, cpu: (cpu.user + cpu.system) / 1000 }
    return result
  }
  if (phase === 'peer') {
    const [{ unified }, { default: remarkParse }] = await Promise.all([import('unified'), import('remark-parse')])
    const texts = files.map((file) => readFileSync(file, 'utf8'))
    const processor = unified().use(remarkParse).freeze()
    await timed('read', () => {
      for (const text of texts) processor.parse(text)
    })
  } else {
    // As many as the store thinks worth while, save where one thread is what is measured.
    const options = phase === 'first' || phase === 'links' ? {} : { threads: 0 }
    let store
    // From nothing in memory: the list of files, what is kept, and what is to be read.
    const { read } = await timed('read', async () => {
      store = openLibraryStore(cache, options)
      const { files: texts } = await expandPlaces(folder, ['.'], { extensions: ['md', 'txt'] })
      return store.refresh({ ...sources, texts })
    })
    figures.files = read
    if (phase === 'links') await timed('links', () => store.links())
    if (phase === 'change') {
      appendFileSync(files[Math.floor(files.length / 2)], '\n附则之后的一行。\n')
      figures.files = (await timed('change', () => store.refresh(sources))).read
    }
  }
  // Of the whole process, its threads included.
  figures.peak = process.resourceUsage().maxRSS / 1024
  process.stdout.write(JSON.stringify(figures))
}

async function compare() {
  if (!existsSync(folder)) {
    console.log(`no folder ${folder}: nothing to measure`)
    return
  }
  const work = mkdtempSync(join(tmpdir(), 'tiaoli-bench-'))
  process.on('exit', () => rmSync(work, { recursive: true, force: true }))
  const { files } = await expandPlaces(folder, ['.'], { extensions: ['md', 'txt'] })
  console.log(`${availableParallelism()} cores, load ${loadavg()[0].toFixed(1)}, Node ${process.version}\n`)
  const heads = [
    'share',
    'files',
    'MB',
    'first read',
    'MB/s',
    'one thread',
    'MB/cpu s',
    'reopening',
    'one change',
    'links',
    'links kept',
    'peak MB',
    'reopened MB'
  ]
  console.log(heads.map((head) => head.padStart(11)).join(''))
  for (const share of [4, 2, 1]) {
    const copy = join(work, `1-${share}`)
    const chosen = files.filter((_, index) => index % share === 0)
    let bytes = 0
    for (const file of chosen) {
      const target = join(copy, relative(folder, file))
      mkdirSync(dirname(target), { recursive: true })
      copyFileSync(file, target)
      bytes += statSync(file).size
    }
    const kept = join(work, `cache-1-${share}`)
    const single = run(copy, 'single', join(work, `single-1-${share}`))
    const first = run(copy, 'first', kept)
    const again = run(copy, 'again', kept)
    const links = run(copy, 'links', kept)
    const relinks = run(copy, 'links', kept)
    const change = run(copy, 'change', kept)
    if (first.files !== chosen.length || again.files !== 0 || change.files !== 1)
      throw new Error('the store did not read what it should')
    const megabytes = bytes / 1e6
    const row = [
      `1/${share}`,
      chosen.length,
      megabytes.toFixed(1),
      `${first.read.ms.toFixed(0)} ms`,
      (megabytes / (first.read.ms / 1000)).toFixed(1),
      `${single.read.ms.toFixed(0)} ms`,
      (megabytes / (single.read.cpu / 1000)).toFixed(1),
      `${again.read.ms.toFixed(0)} ms`,
      `${change.change.ms.toFixed(0)} ms`,
      `${links.links.ms.toFixed(0)} ms`,
      `${relinks.links.ms.toFixed(0)} ms`,
      first.peak.toFixed(0),
      again.peak.toFixed(0)
    ]
    console.log(row.map((cell) => String(cell).padStart(11)).join(''))
    if (share === 4) {
      const peer = run(copy, 'peer')
      const ratio = peer.read.cpu / single.read.cpu
      console.log(
        `\nremark-parse alone on that quarter: ${peer.read.ms.toFixed(0)} ms, ${peer.read.cpu.toFixed(0)} ms of processor; first read in one thread takes ${single.read.cpu.toFixed(0)}: ${ratio.toFixed(1)} times as fast, with facts, outline and cache\n`
      )
    }
  }
  console.log(`\nload at the end ${loadavg()[0].toFixed(1)}`)
}

function run(place, name, kept = '') {
  const { stdout, stderr, status } = spawnSync(process.execPath, [fileURLToPath(import.meta.url), place, name, kept], {
    encoding: 'utf8',
    maxBuffer: 1 << 26
  })
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout)
}
