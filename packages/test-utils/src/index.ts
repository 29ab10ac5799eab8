export { absentProgram } from './absent-program.js'
export { plainTree } from './plain-tree.js'
export type { DraftFeatures } from './regulation-source.js'
export { regulationSource } from './regulation-source.js'
