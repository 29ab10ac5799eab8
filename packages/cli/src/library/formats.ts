// Here rather than with what writes them, so that a command line is read without loading that.

/** Formats of `report`. */
export const reportFormats = ['md', 'html', 'docx', 'csv', 'xlsx', 'json'] as const
export type ReportFormat = (typeof reportFormats)[number]

/** Formats of `conform`. */
export const conformFormats = ['md', 'html', 'csv', 'xlsx', 'json'] as const
export type ConformFormat = (typeof conformFormats)[number]

/** Formats of lists: `impact`, `library list`. */
export const listFormats = ['text', 'csv', 'xlsx', 'json'] as const
export type ListFormat = (typeof listFormats)[number]

/** Formats of `library graph`. */
export const graphFormats = ['svg', 'graphml', 'dot', 'json'] as const
