/** Folder of this package, with a trailing separator. */
export declare const corpusFolder: string
/** Folder of the shipped registers of real instruments. */
export declare const registersFolder: string
/** Folder of the shipped study drafts. */
export declare const draftsFolder: string
/** The shipped registers compiled to JSON by `scripts/build-registers.mjs`; may be absent. */
export declare const compiledRegisters: string
