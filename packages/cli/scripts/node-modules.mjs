import { isBuiltin } from 'node:module'

/**
 * The bundle fetches Node's modules as objects: importing one reads everything that it exports, which for `process` opens
 * standard input, and for `crypto` loads what browsers know by that name.
 */
export function nodeModules() {
  return {
    name: 'node-modules',
    setup({ onResolve, onLoad }) {
      // Each for its importer alone, so that none becomes a file of its own.
      onResolve({ filter: /^(?:node:)?[a-z_]+(?:\/[a-z_]+)?$/ }, ({ path, importer }) =>
        isBuiltin(path)
          ? { path: path.replace(/^(?:node:)?/, 'node:'), namespace: 'node', suffix: `?${importer}` }
          : undefined
      )
      onLoad({ filter: /./, namespace: 'node' }, ({ path }) => ({
        contents: `module.exports = process.getBuiltinModule(${JSON.stringify(path)})`
      }))
    }
  }
}
