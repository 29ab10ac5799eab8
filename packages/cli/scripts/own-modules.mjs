// How the bundle of the command takes in the modules of the project.
import { readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

/** The names of the project's packages, as they are imported. */
const own = String.raw`@tiaoli\/(?!corpus)[a-z-]+|regast|remark-regast`
const isOwn = new RegExp(`^(?:${own})$`)
const imported = new RegExp(String.raw`import \{ ([^{}]+) \} from '(${own})'`, 'g')
const importedLater = /(?<=const \{ ([\w, ]+) \} = await )import\('([@a-z][\w/-]*)'\)/g
const importedForOne = new RegExp(String.raw`\(await import\('(${own})'\)\)\.(\w+)`, 'g')

/** Modules that look for files of their package; the bundle has copies of these. */
const withFiles = /^(?:workspace\/dist\/config|web\/dist\/output\/client-files)\.js$/

/**
 * Whoever takes a name from a package is led to the module that has it, past the package's list of exports, which would
 * bring along everything else: `src/index.ts` lists names and does nothing. `first` names the modules that a module loads
 * before its own, whether it needs them all or not.
 */
export function ownModules(packages, first = () => []) {
  const lists = new Map()
  return { name: 'own-modules', setup }

  function setup({ onResolve, onLoad }) {
    onLoad({ filter: /[\\/]packages[\\/][^\\/]+[\\/]dist[\\/].*\.js$/ }, ({ path }) => {
      const place = relative(packages, path).replaceAll('\\', '/')
      return { contents: before(place) + withCopies(led(readFileSync(path, 'utf8')), place), loader: 'js' }
    })
    onResolve({ filter: /^names:/ }, ({ path, importer }) => ({
      path,
      namespace: 'names',
      pluginData: dirname(importer)
    }))
    onLoad({ filter: /./, namespace: 'names' }, ({ path, pluginData }) => {
      const [, from, names] = path.split(/[:?]/)
      const lines = isOwn.test(from)
        ? sources(names, from).map((source) => `export ${source}`)
        : [`export { ${names} } from '${from}'`]
      return { contents: before(path) + lines.join('\n'), resolveDir: pluginData }
    })
    // They are wanted for being loaded, not for what they do when they are.
    onResolve({ filter: /^first:/ }, ({ path }) => ({ path: join(packages, path.slice(6)), sideEffects: true }))
  }

  function before(module) {
    return first(module)
      .map((one) => `import 'first:${one}'; `)
      .join('')
  }

  function led(source) {
    return source
      .replace(imported, (_, names, from) =>
        sources(names, from)
          .map((one) => `import ${one}`)
          .join('; ')
      )
      .replace(importedLater, (_, names, from) => `import('names:${from}?${names}')`)
      .replace(importedForOne, (_, from, name) => `(await import('names:${from}?${name}')).${name}`)
  }

  /** `{ name as local } from 'module'` for each of some names of a package. */
  function sources(names, from) {
    const list = exportsOf(from)
    return names.split(',').map((written) => {
      const [name, local = name] = written.trim().split(' as ')
      const found = list.get(name)
      if (found === undefined) throw new Error(`${from} has no ${name}`)
      return `{ ${found.name} as ${local} } from ${JSON.stringify(found.file)}`
    })
  }

  function exportsOf(name) {
    if (!lists.has(name)) {
      const index = join(packages, name.replace('@tiaoli/', ''), 'dist/index.js')
      const list = new Map()
      for (const [, names, file] of readFileSync(index, 'utf8').matchAll(/^export \{ (.+) \} from '(\..+)';$/gm)) {
        for (const written of names.split(', ')) {
          const [inner, outer = inner] = written.split(' as ')
          list.set(outer, { name: inner, file: join(dirname(index), file) })
        }
      }
      lists.set(name, list)
    }
    return lists.get(name)
  }
}

function withCopies(source, path) {
  if (!withFiles.test(path)) return source
  return source.replaceAll('import.meta.url', `new URL('./assets/${path}', import.meta.url)`)
}
