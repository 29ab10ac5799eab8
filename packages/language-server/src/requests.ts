import type { RelatedClauses } from '@tiaoli/language-service'
import type { Position, TextDocumentIdentifier } from 'vscode-languageserver'
import { RequestType } from 'vscode-languageserver'

/** What the article at a position cites, and who cites it. */
export const relatedClausesRequest = new RequestType<
  { textDocument: TextDocumentIdentifier; position: Position },
  RelatedClauses | null,
  void
>('tiaoli/relatedClauses')

/** A page that sets an older draft beside a draft. */
export const comparisonRequest = new RequestType<
  { textDocument: TextDocumentIdentifier; older: string },
  string | null,
  void
>('tiaoli/comparison')

/** A page about what of the brief a draft answers. */
export const coverageRequest = new RequestType<{ textDocument: TextDocumentIdentifier }, string | null, void>(
  'tiaoli/coverage'
)
