import { useState } from 'preact/hooks'
import type { FindingsView, FindingView, RuleView } from '../../model/findings-view.js'
import { draftHref } from '../links.js'
import { DraftTabs } from '../parts/draft-tabs.js'
import { Loading, Missing, useTitle } from '../parts/notices.js'
import { useData } from '../state/data.js'
import { route } from '../state/route.js'
import { language } from '../state/settings.js'
import { words } from '../wording.js'
import { draftOf } from './draft.js'

type Severity = FindingView['severity']
const severities: Severity[] = ['error', 'warning', 'info']

/** What the checker has to say about a draft. */
export function FindingsPage() {
  const subject = draftOf(route.value.path)
  const loaded = useData<FindingsView>(subject?.draft.findingsKey)
  useTitle(subject === undefined ? '' : `${subject.draft.title} ${words.value.findings}`)
  if (subject === undefined || loaded.state === 'missing') return <Missing />
  if (loaded.state === 'loading') return <Loading />
  const { draft } = subject
  return (
    <div class="sheet">
      <header class="page-head">
        <h1 lang="zh-Hans">{draft.title}</h1>
        <DraftTabs draft={draft} page="findings" />
      </header>
      <Findings view={loaded.value} draft={draft.id} />
    </div>
  )
}

function Findings({ view, draft }: { view: FindingsView; draft: string }) {
  const [chosen, choose] = useState<Severity | 'all'>('all')
  const say = words.value
  if (view.findings.length === 0) return <p class="notice good">{say.noFindings}</p>
  const rules = new Map(view.rules.map((rule) => [rule.id, rule]))
  const count = (severity: Severity) => view.findings.filter((finding) => finding.severity === severity).length
  const shown = view.findings.filter(({ severity }) => chosen === 'all' || severity === chosen)
  return (
    <>
      <fieldset class="chips" aria-label={say.filter}>
        <button type="button" aria-pressed={chosen === 'all'} onClick={() => choose('all')}>
          {say.allSeverities} {view.findings.length}
        </button>
        {severities.map((severity) =>
          count(severity) === 0 ? null : (
            <button
              key={severity}
              type="button"
              class={severity}
              aria-pressed={chosen === severity}
              onClick={() => choose(severity)}
            >
              {say.severity[severity]} {count(severity)}
            </button>
          )
        )}
      </fieldset>
      <ol class="finding-list" lang="zh-Hans">
        {shown.map((finding, index) => (
          <Finding key={index} finding={finding} rule={rules.get(finding.ruleId)} draft={draft} />
        ))}
      </ol>
    </>
  )
}

function Finding({ finding, rule, draft }: { finding: FindingView; rule: RuleView | undefined; draft: string }) {
  const { severity, reason, label, address, line, actual, expected, note, related, ruleId } = finding
  const say = words.value
  return (
    <li class={`finding ${severity}`}>
      <p class="finding-head">
        <span class="badge">{say.severity[severity]}</span>
        <a href={draftHref(draft, address)}>{label || say.outsideClauses}</a>
        <span class="soft">{say.line(line)}</span>
      </p>
      <p class="finding-reason">{reason}</p>
      {actual !== undefined && actual.length <= 60 && <q class="finding-actual">{actual}</q>}
      {expected !== undefined && (
        <p class="finding-expected">
          {say.instead}
          {expected.map((text) => (
            <b key={text}>{text}</b>
          ))}
        </p>
      )}
      {note !== undefined && <p class="soft">{note}</p>}
      {related?.map((other, index) => (
        <p key={index} class="soft">
          <a href={draftHref(draft, other.address)}>{other.label}</a> {other.reason}
        </p>
      ))}
      <details class="finding-rule">
        <summary>
          {say.rule} {rule?.summary[language.value] ?? ruleId} <code>{ruleId}</code>
        </summary>
        {rule !== undefined && (
          <>
            <p>{rule.rationale}</p>
            <p class="soft">
              {say.basis}：{rule.sources.join('；')}
            </p>
          </>
        )}
      </details>
    </li>
  )
}
