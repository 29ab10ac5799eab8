export { absentProgram } from './absent-program.js'
export { plainTree } from './plain-tree.js'
export type { DraftFeatures } from './regulation-source.js'
export { everyFeature, regulationSource } from './regulation-source.js'
