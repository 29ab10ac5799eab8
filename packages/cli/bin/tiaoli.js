#!/usr/bin/env node
// Committed so that a fresh install links the command before anything is built.
import { existsSync } from 'node:fs'
import process from 'node:process'

const main = new URL('../dist/main.js', import.meta.url)
if (existsSync(main)) {
  const { main: run } = await import(main.href)
  await run(process.argv.slice(2))
} else {
  process.stderr.write('tiaoli 还没有构建。请在项目根目录运行：npm start（或 npx pnpm@10.34.9 build）\n')
  process.exitCode = 2
}
