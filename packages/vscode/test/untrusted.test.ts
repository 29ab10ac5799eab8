import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

interface Manifest {
  capabilities: {
    untrustedWorkspaces: { supported: boolean | 'limited'; description?: string; restrictedConfigurations?: string[] }
  }
  contributes: Record<string, unknown> & { configuration: { properties: Record<string, { scope?: string }> } }
}

const folder = join(import.meta.dirname, '..')
const manifest = JSON.parse(readFileSync(join(folder, 'extension', 'package.json'), 'utf8')) as Manifest

test('the manifest says that a folder nobody trusts can be opened, and offers nothing by which it could run a program', () => {
  const { untrustedWorkspaces } = manifest.capabilities
  expect(untrustedWorkspaces.supported).toBe(true)
  expect(untrustedWorkspaces.description).toContain('不运行')
  // Tasks, debuggers and terminals are what a folder could make an editor run; settings that it may hold name no program.
  for (const point of ['taskDefinitions', 'debuggers', 'terminal', 'breakpoints', 'problemMatchers']) {
    expect(manifest.contributes).not.toHaveProperty(point)
  }
  const settings = Object.keys(manifest.contributes.configuration.properties)
  expect(settings).toEqual(['tiaoli.brief', 'tiaoli.check', 'tiaoli.detectDrafts'])
})

test('the extension itself starts nothing but its own server, by a path inside the extension', () => {
  const sources = readdirSync(join(folder, 'src')).map((name) => [
    name,
    readFileSync(join(folder, 'src', name), 'utf8')
  ])
  expect(sources.length).toBeGreaterThan(5)
  const starts =
    /child_process|createTerminal|executeTask|ShellExecution|ProcessExecution|\beval\(|new Function\(|\bimport\(/
  expect(sources.filter(([, text]) => starts.test(text!)).map(([name]) => name)).toEqual([])
  const started = sources.filter(([, text]) => /new (?:LanguageClient|Worker)\(/.test(text!))
  expect(started.map(([name]) => name).sort()).toEqual(['browser.ts', 'extension.ts'])
  for (const [, text] of started) expect(text).toMatch(/asAbsolutePath|extensionUri/)
})
