import type { Library, Register } from '@tiaoli/library'
import { createLibrary, instrumentsOfRegister } from '@tiaoli/library'
import type { ServerHost } from './host.js'

/** The shipped registers as `@tiaoli/corpus` compiles them. */
interface CompiledRegisters {
  registers: { file: string; register: Register }[]
}

/** The host of a server without files: drafts are those that are open, the library is what the client hands over. */
export function workerHost(): ServerHost {
  let library: Library = createLibrary([])
  return {
    initialize: (options) => {
      const { registers } = (options ?? {}) as { registers?: CompiledRegisters }
      const compiled = registers?.registers ?? []
      library = createLibrary(compiled.flatMap(({ file, register }) => instrumentsOfRegister(register, file)))
    },
    firstLibrary: async () => library,
    surroundings: async () => ({
      name: '',
      library,
      complete: true,
      lint: {},
      brief: undefined,
      drafts: new Map(),
      isInstrument: () => false,
      problems: []
    }),
    normal: (uri) => uri,
    uriOf: () => undefined,
    text: () => undefined,
    configs: () => [],
    changed: () => {},
    setFolders: () => {}
  }
}
