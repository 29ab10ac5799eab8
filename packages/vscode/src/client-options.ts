import type { LanguageClientOptions } from 'vscode-languageclient'

/** The language that drafts have in the editor. */
export const language = 'tiaoli'

/** What both clients are started with. */
export function clientOptions(initializationOptions: object): LanguageClientOptions {
  return { documentSelector: [{ language }], initializationOptions, synchronize: { configurationSection: 'tiaoli' } }
}
