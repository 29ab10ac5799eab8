import type { Library, LinkedDocument } from '@tiaoli/library'
import { libraryAsOf, linkDocument } from '@tiaoli/library'
import type { Config, InputError, RegulationDocument } from '@tiaoli/workspace'
import { readDocument, workspaceCache } from '@tiaoli/workspace'
import { countClauses } from 'regast'
import type { Context } from './context.js'
import { reportProblems } from './files.js'
import { checkedDay } from './library-access.js'
import { progressLine } from './progress.js'

/** A draft with its links and the library that they point into. */
export interface LinkedFile {
  document: RegulationDocument
  links: LinkedDocument
  library: Library
}

/** A linked draft with the configuration of the workspace that it belongs to. */
export interface ConfiguredFile extends LinkedFile {
  config: Config
}

/** How files are linked. */
export interface LinkingOptions {
  /** Configuration to use instead of that of each file's own workspace. */
  config?: string
  /** Output for programs: files that do not look like a regulation are not remarked on. */
  json?: true
  /** ISO day whose texts and whose law count, instead of those of each draft's own day. */
  asOf?: string
}

/** Reads and links files, each with the library of its own workspace. */
export function fileLinker(context: Context, options: LinkingOptions = {}): (file: string) => Promise<ConfiguredFile> {
  const workspaceOf = workspaceCache(options.config)
  const asOf = checkedDay(options.asOf)
  const past = new Map<Library, Library>()
  const told = new Set<InputError>()
  return async (file) => {
    // The draft first: a misspelt name should not have to wait for a library.
    const document = await readDocument(file)
    const workspace = await workspaceOf(file)
    const progress = progressLine(context, { zh: '正在读取文库', en: 'reading the library' })
    const library = onDay(await workspace.library(progress.update))
    progress.clear()
    reportProblems(context, workspace.problems, told)
    const { title, date = undefined } = { ...document.facts, ...(asOf !== undefined && { date: asOf }) }
    const links = linkDocument(document.tree, {
      library,
      ...(title !== undefined && { title }),
      ...(date !== undefined && { date })
    })
    if (!options.json && links.references.length === 0 && countClauses(document.tree).article === 0)
      noteNothingRead(context, file)
    return { document, links, library, config: workspace.config }
  }

  function onDay(library: Library): Library {
    if (asOf === undefined) return library
    const view = past.get(library) ?? libraryAsOf(library, asOf)
    past.set(library, view)
    return view
  }
}

/** Says that a file does not look like a regulation: that nothing is wrong in it would say too much. */
function noteNothingRead({ note, say }: Context, file: string): void {
  note(
    say({
      zh: `提醒：${file}：没有读到“第一条”这样的条文，也没有读到引用。请确认选对了文件、条文的写法没有问题。`,
      en: `Warning: ${file}: no articles (第一条…) and no references were read. Check that it is the right file.`
    })
  )
}
