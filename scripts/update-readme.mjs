// Writes real output of the command into both READMEs; with --check only says whether they are up to date.
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { root } from './set-up.mjs'

const drafts = 'corpus/drafts/organization-work-regulations'
const files = { 'README.md': 'en', 'README.zh-CN.md': 'zh' }

function report(draft, language) {
  const args = ['packages/cli/bin/tiaoli.js', 'report', `${drafts}/${draft}.md`, '--lang', language]
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  return stdout
}

/** The parts of a report that are worth showing first. */
const excerpts = {
  problems: (language) => {
    const parts = report('1-initial', language).split(/\n(?=## )/)
    return `${parts[0].trimEnd()}\n\n${parts[1].trimEnd()}`
  },
  articles: (language) => {
    const parts = report('3-submission', language).split(/\n(?=##)/)
    const chapter = parts.find((part) => part.startsWith('### 第一章'))
    return chapter.trimEnd()
  },
  instruments: (language) => {
    const lines = report('3-submission', language).split('\n')
    const table = lines.filter((line) => line.startsWith('|'))
    return `${table.slice(0, 8).join('\n')}\n| … |`
  }
}

let stale = false
for (const [file, language] of Object.entries(files)) {
  const path = `${root}${file}`
  const text = readFileSync(path, 'utf8')
  const fresh = text.replace(/(<!-- excerpt: (\w+) -->\n)[\s\S]*?(<!-- \/excerpt -->)/g, (_all, open, name, close) => {
    return `${open}\n\`\`\`markdown\n${excerpts[name](language)}\n\`\`\`\n\n${close}`
  })
  if (fresh === text) continue
  stale = true
  if (process.argv.includes('--check')) console.error(`${file} is stale: run node scripts/update-readme.mjs`)
  else writeFileSync(path, fresh)
}
if (stale && process.argv.includes('--check')) process.exitCode = 1
