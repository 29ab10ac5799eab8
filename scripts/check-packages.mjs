// Whether people can use the packages: packs each, installs them all in an empty folder outside the workspace, runs every README example there
// and compares what it prints with what the README says, checks types under node16 and bundler, bundles the pure ones for a browser, and runs
// publint. Needs a build and the registry. `--node PATH` (several times, if need be) runs the examples and the command under that Node as
// well; `--keep` leaves the folder.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { build } from 'esbuild'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { readmeExamples } from './readme-examples.mjs'
import { root } from './set-up.mjs'

const { values: options } = parseArgs({
  options: { node: { type: 'string', multiple: true, default: [] }, keep: { type: 'boolean', default: false } }
})
/** Every Node that the examples and the command are run under, with its version. */
const nodes = [process.execPath, ...options.node.map((path) => resolve(path))].map((path) => ({
  path,
  version: execFileSync(path, ['--version'], { encoding: 'utf8' }).trim().slice(1)
}))
const manifests = [...readdirSync(join(root, 'packages')).map((name) => `packages/${name}`), 'corpus']
  .map((folder) => ({
    folder: join(root, folder),
    ...JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'))
  }))
  .filter((manifest) => !manifest.private)
const pnpm = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).packageManager
const work = mkdtempSync(join(tmpdir(), 'tiaoli-packages-'))
/** Packages that nobody imports: the command and the data. */
const dataOnly = new Set(['tiaoli', '@tiaoli/corpus'])
const faults = []
let checks = 0

try {
  install(pack())
  for (const manifest of manifests) await checkManifest(manifest)
  for (const node of nodes) {
    for (const manifest of manifests) checkReadme(manifest, node)
    checkExamples('plugin author', join(root, 'docs/guides/plugin-author.md'), node)
    checkCommand(node)
  }
  checkTypes()
  await checkBundles()
} finally {
  if (options.keep) console.log(`left: ${work}`)
  else rmSync(work, { recursive: true, force: true })
}
for (const fault of faults) console.log(`✗ ${fault}`)
console.log(
  `${manifests.length} packages, Node ${nodes.map(({ version }) => version).join(', ')}: ${checks} checks, ${faults.length} faults`
)
process.exitCode = faults.length > 0 ? 1 : 0

function pack() {
  const tarballs = new Map()
  const folder = join(work, 'tarballs')
  mkdirSync(folder)
  execFileSync('npx', ['--yes', pnpm, '--recursive', 'pack', '--pack-destination', folder], {
    cwd: root,
    stdio: 'pipe'
  })
  for (const { name, version } of manifests) {
    tarballs.set(name, join(folder, `${name.replace('@', '').replace('/', '-')}-${version}.tgz`))
  }
  return tarballs
}

function install(tarballs) {
  const dependencies = Object.fromEntries([...tarballs].map(([name, file]) => [name, `file:${file}`]))
  // What examples of plugins are run with, and what a user who checks types has.
  for (const name of ['unified', 'remark-parse', 'typescript', '@types/node']) {
    dependencies[name] = JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')).version
  }
  writeFileSync(join(work, 'package.json'), JSON.stringify({ private: true, type: 'module', dependencies }, null, 2))
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'], {
    cwd: work,
    stdio: 'pipe'
  })
}

async function checkManifest({ name }) {
  const installed = join(work, 'node_modules', name)
  const { messages } = await publint({ pkgDir: installed, pack: false, level: 'warning', strict: true })
  const pkg = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'))
  note(messages.map((message) => `${name}: publint: ${formatMessage(message, pkg)}`))
  const scripts = Object.keys(pkg.scripts ?? {}).filter((script) => /install|prepare/.test(script))
  note(scripts.map((script) => `${name}: runs ${script} when it is installed`))
  const left = Object.entries(pkg.dependencies ?? {}).filter(([, range]) => range.startsWith('workspace:'))
  note(left.map(([dependency]) => `${name}: ${dependency} is left as workspace:`))
}

function checkReadme({ name, folder }, node) {
  const found = checkExamples(name, join(folder, 'README.md'), node)
  if (found === 0 && !dataOnly.has(name)) note([`${name}: the README has no example that runs`])
}

function checkExamples(name, page, node) {
  const label = `${name}, Node ${node.version}`
  const examples = readmeExamples(readFileSync(page, 'utf8'))
  for (const [index, { code, expected }] of examples.entries()) {
    const file = join(work, `${name.replace(/\W/g, '-')}-${index}.mjs`)
    writeFileSync(file, code)
    const { status, stdout, stderr } = spawnSync(node.path, [file], { cwd: work, encoding: 'utf8' })
    if (status !== 0)
      note([
        `${label}: example ${index + 1} ends with ${status}: ${stderr.trim().split('\n').slice(0, 8).join('\n  ')}`
      ])
    else if (words(stdout) !== words(expected))
      note([`${label}: example ${index + 1} prints\n${stdout}instead of\n${expected}`])
    else note([])
  }
  return examples.length
}

/** The command as a user installs it: its doctor finds nothing, and it reads a draft against the registers. */
function checkCommand(node) {
  writeFileSync(
    join(work, '草坪规则.md'),
    '# 草坪规则\n\n第一条　根据党章第三十二条，制定本规则。\n\n第二条　依照本规则第一条办理。\n'
  )
  for (const args of [['doctor'], ['refs', '草坪规则.md', '--check']]) {
    const { status, stdout, stderr } = spawnSync(node.path, [join(work, 'node_modules/.bin/tiaoli'), ...args], {
      cwd: work,
      encoding: 'utf8'
    })
    note(status === 0 ? [] : [`Node ${node.version}: tiaoli ${args.join(' ')} ends with ${status}: ${stdout}${stderr}`])
  }
}

/** Lines without the blank ones, which comments cannot show at the end. */
function words(text) {
  return text
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line !== '')
    .join('\n')
}

function checkTypes() {
  const program = manifests
    .map(({ name }, index) => `import * as p${index} from '${name}'\nexport const t${index}: unknown = p${index}`)
    .join('\n')
  writeFileSync(join(work, 'types.mts'), program)
  for (const [module, moduleResolution] of [
    ['node16', 'node16'],
    ['esnext', 'bundler']
  ]) {
    const flags = [
      '--strict',
      '--noEmit',
      '--target',
      'es2022',
      '--lib',
      'es2022,dom,dom.iterable,esnext.intl',
      '--module',
      module,
      '--moduleResolution',
      moduleResolution
    ]
    const tsc = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', ...flags, 'types.mts'], {
      cwd: work,
      encoding: 'utf8'
    })
    const own = tsc.stdout.split('\n').filter((line) => /error/.test(line))
    note(own.map((line) => `types under ${moduleResolution}: ${line}`))
  }
}

/** Packages that say of themselves that they need nothing of Node have to bundle without it. */
async function checkBundles() {
  for (const { name, folder } of manifests) {
    const readme = readFileSync(join(folder, 'README.md'), 'utf8')
    if (!/No Node built-ins|Pure:|in a browser too|nothing of Node|Node, browsers and workers/.test(readme)) continue
    try {
      const { warnings } = await build({
        stdin: { contents: `export * from '${name}'`, resolveDir: work },
        bundle: true,
        write: false,
        format: 'esm',
        platform: 'browser',
        logLevel: 'silent'
      })
      note(warnings.map(({ text }) => `${name}: bundle: ${text}`))
    } catch (error) {
      note(error.errors.map(({ text, location }) => `${name}: bundle: ${text} (${location?.file}:${location?.line})`))
    }
  }
}

function note(found) {
  checks += 1
  faults.push(...found)
}
