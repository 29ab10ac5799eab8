/** One message in the two languages that people read. */
export interface Wording {
  zh: string
  en: string
}

/** What is wrong with something a person gave. */
export type InputErrorCode =
  | 'missing'
  | 'folder'
  | 'not-a-folder'
  | 'unreadable'
  | 'unwritable'
  | 'empty'
  | 'binary'
  | 'encoding'
  | 'too-large'
  | 'syntax'
  | 'schema'
  | 'no-match'
  | 'cache'
  | 'usage'

/** Where in a file an error is; line and column from 1. */
export interface ErrorPlace {
  line: number
  column?: number
}

/** Something a person gave cannot be used: names the file, says what is wrong and what to do about it. */
export class InputError extends Error {
  override name = 'InputError'
  readonly code: InputErrorCode
  readonly file: string | undefined
  readonly place: ErrorPlace | undefined
  readonly reason: Wording
  readonly cure: Wording | undefined

  constructor(
    code: InputErrorCode,
    facts: { file?: string; place?: ErrorPlace; reason: Wording; cure?: Wording; cause?: unknown }
  ) {
    super(facts.reason.zh, facts.cause === undefined ? undefined : { cause: facts.cause })
    this.code = code
    this.file = facts.file
    this.place = facts.place
    this.reason = facts.reason
    this.cure = facts.cure
  }
}

/** An error in one line of `file:line:column: reason`, with the cure on a second line. */
export function formatInputError(error: InputError, language: keyof Wording): string {
  const place = error.place ? `:${error.place.line}${error.place.column ? `:${error.place.column}` : ''}` : ''
  const colon = language === 'zh' ? '：' : ': '
  const head = error.file === undefined ? '' : `${error.file}${place}${colon}`
  const cure = error.cure && `\n  ${language === 'zh' ? '怎么办：' : 'What to do: '}${error.cure[language]}`
  return `${language === 'zh' ? '错误：' : 'Error: '}${head}${error.reason[language]}${cure ?? ''}`
}

/** The error code of a failed system call (`ENOENT`, `EACCES`…), or `undefined`. */
export function systemCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}
