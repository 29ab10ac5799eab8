import type { Context } from './context.js'

/** Writes a JSON array entry by entry, so that a long one never stands in memory whole. */
export function jsonArray(context: Context): { add(entry: unknown): Promise<void>; end(): Promise<void> } {
  let opening = '[\n'
  return {
    add: async (entry) => {
      await context.write(opening + JSON.stringify(entry))
      opening = ',\n'
    },
    end: () => context.write(opening === '[\n' ? '[]\n' : '\n]\n')
  }
}
