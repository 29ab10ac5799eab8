import type { Report } from './model.js'

/** A report as JSON, indented by two, ending in a line break. */
export function renderJson(report: Report): string {
  return `${JSON.stringify(report, null, 2)}\n`
}
