// Compiles corpus/registers/*.yaml to corpus/dist/registers.json, which is read in a fraction of the time.
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { compiledRegisters } from '../corpus/index.js'
import { compileShippedRegisters } from '../packages/workspace/dist/index.js'

mkdirSync(dirname(compiledRegisters), { recursive: true })
writeFileSync(compiledRegisters, await compileShippedRegisters())
