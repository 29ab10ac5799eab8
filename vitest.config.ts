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

/** Tests that start clusters of search servers: each wants the machine to itself. */
const clusters = 'packages/search-opensearch/test/**/*.test.ts'

export default defineConfig({
  resolve: { alias },
  test: {
    // A loaded machine is slow; what is waited for is a state, and these only end what would wait for ever.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 60_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'tests',
          include: ['packages/*/test/**/*.test.ts', 'test/**/*.test.ts'],
          exclude: ['**/node_modules/**', clusters],
          setupFiles: [fileURLToPath(new URL('test/property-seed.ts', import.meta.url))]
        }
      },
      {
        extends: true,
        // After all others, one file after the other.
        test: { name: 'clusters', include: [clusters], fileParallelism: false, sequence: { groupOrder: 1 } }
      }
    ]
  }
})
