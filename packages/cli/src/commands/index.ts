import { amendCommand } from './amend.js'
import { buildCommand } from './build.js'
import { checkCommand } from './check.js'
import type { CommandModule } from './command.js'
import { completionCommand } from './completion.js'
import { conformCommand } from './conform.js'
import { coverCommand } from './cover.js'
import { diffCommand } from './diff.js'
import { doctorCommand } from './doctor.js'
import { exportCommand } from './export.js'
import { formatCommand } from './format.js'
import { impactCommand } from './impact.js'
import { importCommand } from './import.js'
import { initCommand } from './init.js'
import { libraryCommand } from './library.js'
import { lspCommand } from './lsp.js'
import { parseCommand } from './parse.js'
import { refsCommand } from './refs.js'
import { renameTermCommand } from './rename-term.js'
import { renumberCommand } from './renumber.js'
import { reportCommand } from './report.js'
import { searchCommand } from './search.js'
import { serveCommand } from './serve.js'

/** Every command by its name, in the order of the help page. */
export const commands: Record<string, CommandModule> = {
  report: reportCommand,
  refs: refsCommand,
  parse: parseCommand,
  format: formatCommand,
  check: checkCommand,
  diff: diffCommand,
  renumber: renumberCommand,
  'rename-term': renameTermCommand,
  amend: amendCommand,
  cover: coverCommand,
  export: exportCommand,
  import: importCommand,
  conform: conformCommand,
  library: libraryCommand,
  search: searchCommand,
  impact: impactCommand,
  serve: serveCommand,
  build: buildCommand,
  init: initCommand,
  lsp: lspCommand,
  doctor: doctorCommand,
  completion: completionCommand
}
