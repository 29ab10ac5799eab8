// Builds the extension and packs it as tiaoli.vsix: node packages/vscode/scripts/pack.mjs [OUT]
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { zipSync } from 'fflate'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const here = join(root, 'packages/vscode')
const stage = join(here, 'dist/extension')
const out = resolve(process.argv[2] ?? join(here, 'dist/tiaoli.vsix'))

rmSync(stage, { recursive: true, force: true })
cpSync(join(here, 'extension'), stage, { recursive: true })
cpSync(join(root, 'LICENSE'), join(stage, 'LICENSE.txt'))
copyServerFiles()
await Promise.all([
  bundle('src/extension.ts', 'dist/extension.cjs', { format: 'cjs', platform: 'node', external: ['vscode'] }),
  bundle('src/browser.ts', 'dist/browser.js', { format: 'cjs', platform: 'browser', external: ['vscode'] }),
  bundle('src/server-worker.ts', 'dist/server-worker.js', {
    format: 'iife',
    platform: 'browser',
    conditions: ['worker', 'browser']
  }),
  bundle('src/server.ts', 'server/packages/workspace/dist/server.js', nodeModule),
  bundle('../workspace/dist/store/worker.js', 'server/packages/workspace/dist/store/worker.js', nodeModule)
])
mkdirSync(dirname(out), { recursive: true })
writeFileSync(out, zipSync(archive(), { level: 6 }))
console.log(`${relative(process.cwd(), out)}: ${(statSync(out).size / 1e6).toFixed(1)} MB`)

/** Files that the server reads at run time, where the code that reads them looks for them. */
function copyServerFiles() {
  const files = [
    'corpus/registers',
    'corpus/dist/registers.json',
    'packages/workspace/schema',
    'packages/workspace/package.json'
  ]
  for (const file of files) cpSync(join(root, file), join(stage, 'server', file), { recursive: true })
  writeFileSync(join(stage, 'server/package.json'), '{ "type": "module" }\n')
}

function nodeModule() {
  return {
    format: 'esm',
    platform: 'node',
    target: 'node20',
    // Packages in the older module format ask for Node's modules by `require`.
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" }
  }
}

async function bundle(from, to, options) {
  const outfile = join(stage, to)
  await build({
    entryPoints: [join(here, from)],
    outfile,
    bundle: true,
    minify: true,
    keepNames: true,
    target: 'es2022',
    logLevel: 'warning',
    legalComments: 'none',
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [moduleUrls(outfile)],
    ...(typeof options === 'function' ? options() : options)
  })
}

/** Lets code that looks for files beside itself look beside the place where it would stand in the packed tree. */
function moduleUrls(outfile) {
  return {
    name: 'module-urls',
    setup({ onLoad }) {
      onLoad({ filter: /(?:[\\/]packages[\\/][^\\/]+[\\/]dist|[\\/]corpus)[\\/].*\.js$/ }, ({ path }) => {
        const source = readFileSync(path, 'utf8')
        if (!source.includes('import.meta.url')) return undefined
        const place = join(stage, 'server', relative(root, path))
        const beside = relative(dirname(outfile), place).replaceAll('\\', '/')
        const url = `new URL(${JSON.stringify(beside.startsWith('.') ? beside : `./${beside}`)}, import.meta.url).href`
        return { contents: source.replaceAll('import.meta.url', url), loader: 'js' }
      })
    }
  }
}

/** The archive: the extension in its folder, with the two files that the format asks for beside it. */
function archive() {
  const manifest = JSON.parse(readFileSync(join(stage, 'package.json'), 'utf8'))
  const files = {
    '[Content_Types].xml': text(contentTypes()),
    'extension.vsixmanifest': text(vsixManifest(manifest))
  }
  for (const name of readdirSync(stage, { recursive: true })) {
    const path = join(stage, name)
    if (statSync(path).isFile()) files[`extension/${name.replaceAll('\\', '/')}`] = readFileSync(path)
  }
  return files
}

function text(value) {
  return new TextEncoder().encode(value)
}

function contentTypes() {
  const types = {
    json: 'application/json',
    js: 'application/javascript',
    cjs: 'application/javascript',
    md: 'text/markdown',
    txt: 'text/plain',
    png: 'image/png',
    svg: 'image/svg+xml',
    yaml: 'text/plain',
    vsixmanifest: 'text/xml'
  }
  const defaults = Object.entries(types).map(
    ([extension, type]) => `<Default Extension=".${extension}" ContentType="${type}"/>`
  )
  return `<?xml version="1.0" encoding="utf-8"?>\n<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${defaults.join('')}</Types>\n`
}

function vsixManifest({ name, publisher, version, displayName, description, engines, categories, keywords }) {
  const asset = (type, path) => `<Asset Type="${type}" Path="extension/${path}" Addressable="true"/>`
  return `<?xml version="1.0" encoding="utf-8"?>
<PackageManifest Version="2.0.0" xmlns="http://schemas.microsoft.com/developer/vsx-schema/2011">
<Metadata><Identity Language="zh-CN" Id="${name}" Version="${version}" Publisher="${publisher}"/>
<DisplayName>${displayName}</DisplayName><Description xml:space="preserve">${description}</Description>
<Tags>${keywords.join(',')}</Tags><Categories>${categories.join(',')}</Categories><GalleryFlags>Public</GalleryFlags>
<Properties><Property Id="Microsoft.VisualStudio.Code.Engine" Value="${engines.vscode}"/><Property Id="Microsoft.VisualStudio.Code.ExtensionKind" Value="workspace,web"/></Properties>
<License>extension/LICENSE.txt</License>${existsSync(join(stage, 'media/icon.png')) ? '<Icon>extension/media/icon.png</Icon>' : ''}</Metadata>
<Installation><InstallationTarget Id="Microsoft.VisualStudio.Code"/></Installation><Dependencies/>
<Assets>${asset('Microsoft.VisualStudio.Code.Manifest', 'package.json')}${asset('Microsoft.VisualStudio.Services.Content.Details', 'README.md')}${asset('Microsoft.VisualStudio.Services.Content.License', 'LICENSE.txt')}${asset('Microsoft.VisualStudio.Services.Icons.Default', 'media/icon.png')}</Assets>
</PackageManifest>
`
}
