// Puts the command into few files, for a process spends more time finding and opening hundreds of them than on a draft:
//   node packages/cli/scripts/bundle.mjs     after a build; writes packages/cli/bundle, which bin/tiaoli.js starts where it is up to date
// Left outside is what brings files of its own: the registers, and the two libraries with binaries and workers.
import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { nodeModules } from './node-modules.mjs'
import { notices } from './notices.mjs'
import { ownModules } from './own-modules.mjs'

const here = fileURLToPath(new URL('..', import.meta.url))
const packages = join(here, '..')
const out = join(here, 'bundle')
/** Built beside it and moved into place, so that no command finds half of it. */
const stage = join(here, `bundle-${process.pid}`)

/** What every command starts with. */
const start = 'cli/dist/program.js'
/** What nearly every command needs: reading a draft and a library, and following references. */
const core = [
  'cli/dist/linking.js',
  'remark-regast/dist/parse.js',
  'report/dist/build-report.js',
  'report/dist/wording.js'
]
/** Threads start here, where the code that starts them looks for it. */
const worker = 'workspace/dist/store/worker.js'

try {
  const { metafile: graph } = await bundle({ write: false })
  refuseOlderFormat(graph)
  const { metafile } = await bundle({ write: true, first: loadedFirst(graph) })
  for (const folder of ['workspace/schema', 'web/dist/client']) {
    mkdirSync(dirname(join(stage, 'assets', folder)), { recursive: true })
    cpSync(join(packages, folder), join(stage, 'assets', folder), { recursive: true })
  }
  writeFileSync(join(stage, 'THIRD-PARTY-NOTICES.txt'), notices(packages, Object.keys(metafile.inputs)))
  rmSync(out, { recursive: true, force: true })
  renameSync(stage, out)
} finally {
  rmSync(stage, { recursive: true, force: true })
}

function bundle({ write, first }) {
  return build({
    absWorkingDir: packages,
    entryPoints: { main: 'cli/dist/main.js', worker },
    outdir: stage,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    charset: 'utf8',
    sourcemap: true,
    sourcesContent: false,
    metafile: true,
    legalComments: 'none',
    logLevel: 'warning',
    external: ['@tiaoli/corpus', 'libsql', 'pdfjs-dist', 'pdfjs-dist/*'],
    define: { TIAOLI_ENGINE: JSON.stringify(engine()) },
    plugins: [nodeModules(), ownModules(packages, first)],
    write
  })
}

/**
 * Code is cut into one file for each set of places that load it. Modules that are loaded later and lean on some of the
 * core take all of it, so that these sets are few: otherwise there are hundreds of files again.
 */
function loadedFirst({ inputs }) {
  const reached = (from, into = new Set()) => {
    if (into.has(from)) return into
    into.add(from)
    for (const { path, kind, external } of inputs[from].imports) {
      if (!external && kind !== 'dynamic-import') reached(path, into)
    }
    return into
  }
  const early = reached(start)
  const held = new Set(core.flatMap((module) => [...reached(module)]).filter((path) => !early.has(path)))
  const first = new Map([[worker, core]])
  for (const { path, kind, external } of Object.values(inputs).flatMap(({ imports }) => imports)) {
    if (external || kind !== 'dynamic-import') continue
    const needs = [...reached(path)]
    if (needs.some((one) => held.has(one))) first.set(path.replace(/^names:/, ''), [start, ...core])
    else if (path !== start && needs.some((one) => early.has(one))) first.set(path.replace(/^names:/, ''), [start])
  }
  return (module) => first.get(module) ?? []
}

/** A module of the older format, loaded later as a whole, comes without its names. */
function refuseOlderFormat({ inputs }) {
  for (const [from, { imports }] of Object.entries(inputs)) {
    for (const { path, kind, external } of imports) {
      if (kind === 'dynamic-import' && !external && inputs[path].format === 'cjs')
        throw new Error(
          `${from} imports all of ${path}, which is no ES module: take its names with const { … } = await import()`
        )
    }
  }
}

/** A name for the code that reads texts, under which what it read is kept. */
function engine() {
  const hash = createHash('sha256')
  for (const name of ['regast', 'remark-regast', 'citation', 'library', 'workspace']) {
    const dist = join(packages, name, 'dist')
    for (const file of readdirSync(dist, { recursive: true }).sort()) {
      if (file.endsWith('.js')) hash.update(`${name}/${file}\n`).update(readFileSync(join(dist, file)))
    }
  }
  return hash.digest('hex').slice(0, 16)
}
