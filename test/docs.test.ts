import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { describe, expect, it } from 'vitest'
import { root } from './cli/tiaoli.js'

interface Node {
  type: string
  url?: string
  value?: string
  children?: Node[]
}

const parser = unified().use(remarkParse).use(remarkGfm)
const below = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true })
    .map((name) => `${folder}/${String(name).replaceAll('\\', '/')}`)
    .filter((name) => name.endsWith('.md'))
const packages = readdirSync(join(root, 'packages')).map((name) => `packages/${name}/README.md`)
const pages = [
  'README.md',
  'README.zh-CN.md',
  'CONTRIBUTING.md',
  'corpus/README.md',
  ...below('docs').filter((page) => !page.startsWith('docs/api/')),
  ...packages
].filter((page) => existsSync(join(root, page)))

describe('the documentation', () => {
  it('links to pages that are there, and to headings that they have', () => {
    const broken = pages.flatMap((page) =>
      linksOf(page).flatMap((url) => {
        if (/^[a-z]+:/i.test(url)) return []
        const [path, hash] = decodeURI(url).split('#')
        const target = path === '' ? page : join(dirname(page), path!)
        if (!existsSync(join(root, target))) return [`${page}: ${url}`]
        if (hash === undefined || !target.endsWith('.md')) return []
        return anchorsOf(target).includes(hash) ? [] : [`${page}: ${url}`]
      })
    )
    expect(pages.length).toBeGreaterThan(100)
    expect(broken).toEqual([])
  })

  it('names only commands and options that there are', () => {
    const commands = readdirSync(join(root, 'packages/cli/src/commands')).map((name) => name.replace(/\.ts$/, ''))
    const named = pages.flatMap((page) =>
      [...readFileSync(join(root, page), 'utf8').matchAll(/^(?: {4}|\$ )(?:npx )?tiaoli ([a-z-]+)/gm)].map(
        ([, name]) => [page, name!]
      )
    )
    expect(named.length).toBeGreaterThan(30)
    expect(named.filter(([, name]) => name !== 'help' && !commands.includes(name!))).toEqual([])
  })
})

function linksOf(page: string): string[] {
  const found: string[] = []
  const visit = (node: Node): void => {
    if ((node.type === 'link' || node.type === 'image' || node.type === 'definition') && node.url) found.push(node.url)
    for (const child of node.children ?? []) visit(child)
  }
  visit(parser.parse(readFileSync(join(root, page), 'utf8')) as Node)
  return found
}

/** Anchors as GitHub and the site make them of headings. */
function anchorsOf(page: string): string[] {
  const tree = parser.parse(readFileSync(join(root, page), 'utf8')) as Node
  const text = (node: Node): string => node.value ?? (node.children ?? []).map(text).join('')
  return (tree.children ?? [])
    .filter(({ type }) => type === 'heading')
    .map((heading) =>
      text(heading)
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\p{M}\s_-]/gu, '')
        .replace(/\s/g, '-')
    )
}
