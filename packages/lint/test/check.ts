import type { Instrument, Library } from '@tiaoli/library'
import { createLibrary, linkDocument, outlineOfTree } from '@tiaoli/library'
import type { Finding, LintConfig, LintInput, PreparedExample } from '@tiaoli/lint'
import { createLinter, rules } from '@tiaoli/lint'
import { parseRegulation } from 'remark-regast'

/** Everything off but the named rules, which run whatever the kind of the draft. */
export function only(...ids: string[]): NonNullable<LintConfig['rules']> {
  return Object.fromEntries(rules.map(({ id }) => [id, ids.includes(id) ? 'on' : 'off'] as const))
}

/** Parses, links and checks a text. */
export function check(source: string, config: LintConfig = {}, more: Partial<LintInput> = {}): Finding[] {
  return createLinter(config).lint(inputOf(source, more))
}

/** What a linter is given for a text. */
export function inputOf(source: string, more: Partial<LintInput> = {}): LintInput {
  const { tree, messages } = parseRegulation(source)
  const library = more.library ?? createLibrary([])
  return { tree, source, parserMessages: messages, links: linkDocument(tree, { library }), library, ...more }
}

/** The library that an example asks for. */
export function libraryOf({ example }: PreparedExample): Library {
  return createLibrary(
    (example.library ?? []).map(({ title, status, replacedBy, shortNames, text }): Instrument => {
      const tree =
        text === undefined ? undefined : parseRegulation(`# ${title}\n\n${text.split('\n').join('\n\n')}\n`).tree
      return {
        title,
        shortNames: shortNames ?? [],
        versions: [
          {
            date: '2020-01-01',
            source: { kind: 'text', file: `${title}.md` },
            ...(tree && { outline: outlineOfTree(tree) })
          }
        ],
        ...(status && { status }),
        ...(replacedBy && { replacedBy })
      }
    })
  )
}

/** The found stretches as a reader sees them. */
export function marksOf(source: string, findings: readonly Finding[]): string[] {
  return findings.map(({ position }) => source.slice(position.start.offset, position.end.offset))
}
