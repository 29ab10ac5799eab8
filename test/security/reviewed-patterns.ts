/**
 * Patterns that can take more than linear time on some text, each with the reason why the text it is used on is short.
 * The key is the file and the pattern as it stands there.
 */
export const reviewedPatterns: Record<string, string> = {}
