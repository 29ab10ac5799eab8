#!/usr/bin/env node
// Committed so that a fresh install links the command before anything is built.
const fs = process.getBuiltinModule?.('node:fs')

if (fs === undefined) refuse('tiaoli 需要 Node.js 20.19 以上，请升级 Node.js。')
else {
  const main = newest(new URL('../bundle/main.js', import.meta.url), new URL('../bundle/main.js', import.meta.url))
  if (main === undefined) refuse('tiaoli 还没有构建。请在项目根目录运行：npm start（或 npx pnpm@10.34.9 build）')
  else await (await import(main.href)).main(process.argv.slice(2))
}

function refuse(reason) {
  process.stderr.write(`${reason}\n`)
  process.exitCode = 2
}

/** The bundle; in the project what it is made of, where that was built again since. */
function newest(bundle, built) {
  const made = changed(bundle)
  if (changed(built) === undefined) return made === undefined ? undefined : bundle
  const packages = new URL('../../', import.meta.url)
  const since = (file) => (changed(new URL(file, packages)) ?? 0) > made
  if (made === undefined || since('web/dist/client/app.js')) return built
  return fs.readdirSync(packages).some((name) => since(`${name}/tsconfig.tsbuildinfo`)) ? built : bundle
}

function changed(file) {
  return fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs
}
