import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

// Tests run against the sources of every package, so that no build is needed between an edit and its test.
const packages = fileURLToPath(new URL('packages/', import.meta.url))
const alias = readdirSync(packages)
  .filter((folder) => existsSync(`${packages}${folder}/package.json`))
  .map((folder) => {
    const { name } = JSON.parse(readFileSync(`${packages}${folder}/package.json`, 'utf8')) as { name: string }
    return { find: new RegExp(`^${name}$`), replacement: `${packages}${folder}/src/index.ts` }
  })

export default defineConfig({
  resolve: { alias },
  test: {
    include: ['packages/*/test/**/*.test.ts', 'test/**/*.test.ts'],
    // A cluster of search servers takes minutes and a Java: `pnpm test:cluster` runs its tests by themselves.
    exclude: process.env.TIAOLI_CLUSTER === '1' ? [] : ['packages/search-opensearch/test/**'],
    testTimeout: 120_000
  }
})
