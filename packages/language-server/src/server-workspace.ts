import type { LanguageWorkspace, WorkspaceBrief } from '@tiaoli/language-service'
import type { Library } from '@tiaoli/library'
import { createLibrary } from '@tiaoli/library'
import type { LintConfig } from '@tiaoli/lint'
import type { TextDocuments } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import type { ServerHost, Settings, Surroundings } from './host.js'

/** The drafts that an editor has open, and what the host knows of their surroundings. */
export class ServerWorkspace implements LanguageWorkspace {
  private first: Library = createLibrary([])
  private readonly known = new Map<string, Surroundings>()
  private readonly nameByUri = new Map<string, string>()
  private readonly disk = new Map<string, TextDocument>()

  constructor(
    private readonly open: TextDocuments<TextDocument>,
    private readonly host: ServerHost
  ) {}

  async begin(): Promise<void> {
    this.first = await this.host.firstLibrary()
  }

  /** Reads what lies around a draft; only what was reported to have changed is read again. */
  async load(
    uri: string,
    settings: Settings,
    progress: (done: number, total: number) => void,
    early: () => void
  ): Promise<Surroundings> {
    const keep = (found: Surroundings): void => {
      this.nameByUri.set(this.host.normal(uri), found.name)
      this.known.set(found.name, found)
    }
    const found = await this.host.surroundings(uri, settings, progress, (incomplete) => {
      // What was read before is better than nothing, until it has been read again.
      if (this.known.has(incomplete.name)) return
      keep(incomplete)
      early()
    })
    keep(found)
    this.readDrafts(found)
    return found
  }

  /** Whether the library of a draft has been read. */
  isReady(uri: string): boolean {
    return this.around(uri)?.complete === true
  }

  /** Whether it is known what a file is, if not what its references mean. */
  isPlaced(uri: string): boolean {
    return this.around(uri) !== undefined
  }

  isInstrument(uri: string): boolean {
    return this.around(uri)?.isInstrument(uri) ?? false
  }

  *drafts(): Iterable<TextDocument> {
    const seen = new Set<string>()
    for (const document of this.open.all()) {
      seen.add(this.host.normal(document.uri))
      if (!this.isInstrument(document.uri)) yield document
    }
    for (const [uri, document] of this.disk) if (!seen.has(uri)) yield document
  }

  draft(uri: string): TextDocument | undefined {
    return this.open.get(uri) ?? this.opened(uri) ?? this.disk.get(this.host.normal(uri))
  }

  library(uri: string): Library {
    return this.around(uri)?.library ?? this.first
  }

  brief(uri: string): WorkspaceBrief | undefined {
    return this.around(uri)?.brief
  }

  lintConfig(uri: string): LintConfig | undefined {
    return this.around(uri)?.lint
  }

  uriOf(file: string): string | undefined {
    return this.host.uriOf(file)
  }

  configs(): { uri: string; text: string }[] {
    return this.host.configs()
  }

  text(uri: string): string | undefined {
    return this.opened(uri)?.getText() ?? this.host.text(uri)
  }

  /** An open document that the editor names by another spelling of its URI. */
  private opened(uri: string): TextDocument | undefined {
    const normal = this.host.normal(uri)
    return this.open.all().find((document) => this.host.normal(document.uri) === normal)
  }

  /** Surroundings of a draft, or of a file that belongs to those of another. */
  private around(uri: string): Surroundings | undefined {
    const normal = this.host.normal(uri)
    const name = this.nameByUri.get(normal)
    if (name !== undefined) return this.known.get(name)
    for (const found of this.known.values()) if (found.drafts.has(normal) || found.isInstrument(normal)) return found
    return this.known.size === 1 ? this.known.values().next().value : undefined
  }

  private readDrafts({ drafts }: Surroundings): void {
    for (const [uri, text] of drafts) {
      const known = this.disk.get(uri)
      if (known?.getText() !== text)
        this.disk.set(uri, TextDocument.create(uri, 'markdown', (known?.version ?? 0) + 1, text))
    }
    const named = new Set([...this.known.values()].flatMap((found) => [...found.drafts.keys()]))
    for (const uri of this.disk.keys()) if (!named.has(uri)) this.disk.delete(uri)
  }
}
