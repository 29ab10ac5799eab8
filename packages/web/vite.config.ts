import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

// The sources of the packages, so that the program can be built before and beside them.
const packages = fileURLToPath(new URL('../', import.meta.url))
const alias = readdirSync(packages)
  .filter((folder) => existsSync(`${packages}${folder}/package.json`))
  .map((folder) => {
    const { name } = JSON.parse(readFileSync(`${packages}${folder}/package.json`, 'utf8')) as { name: string }
    return { find: new RegExp(`^${name}$`), replacement: `${packages}${folder}/src/index.ts` }
  })

// One classic script and one style sheet: pages opened by double click may load no modules.
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  resolve: { alias },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  logLevel: 'warn',
  build: {
    target: ['chrome123', 'firefox120', 'safari17.5'],
    outDir: 'dist/client',
    emptyOutDir: true,
    cssCodeSplit: false,
    reportCompressedSize: false,
    rolldownOptions: {
      input: fileURLToPath(new URL('src/client/main.tsx', import.meta.url)),
      output: { format: 'iife', entryFileNames: 'app.js', assetFileNames: 'app[extname]' }
    }
  }
})
