/** What the command's exit code says; documented in the README. */
export const exitCodes = {
  ok: 0,
  /** A check was asked for and found something. */
  findings: 1,
  /** Bad input or usage. */
  input: 2,
  /** A defect of tiaoli itself. */
  internal: 70,
  interrupted: 130
} as const
