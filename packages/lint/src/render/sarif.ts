import type { Position } from 'unist'
import type { Severity } from '../finding.js'
import { type Finding, type Language, reasonIn } from '../finding.js'
import { rulePage } from '../message.js'
import { rules } from '../rules/index.js'
import type { CheckedFile } from './checked-file.js'

const levels: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'note' }

/** Findings as SARIF 2.1.0, with the rules that fired, regions in UTF-16 units, fixes and related places. */
export function renderSarif(files: readonly CheckedFile[], language: Language = 'zh'): string {
  const fired = [...new Set(files.flatMap(({ findings }) => findings.map(({ ruleId }) => ruleId)))].sort()
  const indices = new Map(fired.map((id, index) => [id, index]))
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'tiaoli', rules: fired.map((id) => describeRule(id, language)) } },
        columnKind: 'utf16CodeUnits',
        results: files.flatMap(({ file, findings }) =>
          findings.map((finding) => resultOf(file, finding, indices.get(finding.ruleId)!, language))
        )
      }
    ]
  }
  return `${JSON.stringify(log, null, 2)}\n`
}

function describeRule(id: string, language: Language): object {
  const rule = rules.find((candidate) => candidate.id === id)
  if (rule === undefined) return { id }
  return {
    id,
    shortDescription: { text: rule.summary[language] },
    fullDescription: { text: rule.rationale },
    helpUri: rulePage(id),
    defaultConfiguration: { level: levels[rule.severity] }
  }
}

function resultOf(file: string, finding: Finding, ruleIndex: number, language: Language): object {
  const reason = reasonIn(finding, language)
  const { ruleId, severity, position, fix, related, address } = finding
  return {
    ruleId,
    ruleIndex,
    level: levels[severity],
    message: { text: reason },
    locations: [
      {
        physicalLocation: physical(file, position),
        ...(address === '' ? {} : { logicalLocations: [{ fullyQualifiedName: address }] })
      }
    ],
    ...(related === undefined
      ? {}
      : {
          relatedLocations: related.map((other, id) => ({
            id,
            physicalLocation: physical(file, other.position),
            message: { text: reasonIn(other, language) }
          }))
        }),
    ...(fix === undefined
      ? {}
      : {
          fixes: [
            {
              description: { text: reason },
              artifactChanges: [
                {
                  artifactLocation: { uri: uriOf(file) },
                  replacements: fix.map(({ start, end, text }) => ({
                    deletedRegion: { charOffset: start, charLength: end - start },
                    insertedContent: { text }
                  }))
                }
              ]
            }
          ]
        })
  }
}

function physical(file: string, { start, end }: Position): object {
  return {
    artifactLocation: { uri: uriOf(file) },
    region: { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column }
  }
}

/** A path as a relative URI: separators are slashes, other characters percent-encoded. */
function uriOf(file: string): string {
  return file
    .replace(/\\/g, '/')
    .split('/')
    .map(encodeURIComponent)
    .join('/')
    .replace(/^([A-Za-z])%3A/, 'file:///$1:')
}
