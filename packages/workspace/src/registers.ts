import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compiledRegisters, registersFolder } from '@tiaoli/corpus'
import type { Instrument, Register } from '@tiaoli/library'
import { instrumentsOfRegister } from '@tiaoli/library'
import { InputError } from './errors.js'
import { readText } from './read-text.js'

/** The shipped registers as JSON, with the hash of the YAML that each was made from. */
interface CompiledRegisters {
  registers: { file: string; hash: string; register: Register }[]
}

/** Reads a register; throws an `InputError` naming file, line and field. */
export async function loadRegister(file: string): Promise<Instrument[]> {
  const register = await readRegister(file)
  return marked(instrumentsOfRegister(register, file), hashOf(file))
}

/** Enters the hash of their register into instruments, so that what leans on them is known to be out of date. */
function marked(instruments: Instrument[], hash: string): Instrument[] {
  for (const { versions } of instruments) for (const { source } of versions) source.hash = hash
  return instruments
}

/** Instruments of the registers that ship with tiaoli. */
export async function loadShippedRegisters(): Promise<Instrument[]> {
  const compiled = readCompiled()
  const instruments: Instrument[] = []
  for (const file of shippedRegisterFiles()) {
    const known = compiled.get(file)
    const path = join(registersFolder, file)
    const hash = hashOf(path)
    const register = known?.hash === hash ? known.register : await readRegister(path)
    instruments.push(...marked(instrumentsOfRegister(register, path), hash))
  }
  return instruments
}

/** Compiles the shipped registers to JSON, because reading them as YAML takes longer than everything else together. */
export async function compileShippedRegisters(): Promise<string> {
  const compiled: CompiledRegisters = { registers: [] }
  for (const file of shippedRegisterFiles()) {
    const path = join(registersFolder, file)
    compiled.registers.push({ file, hash: hashOf(path), register: await readRegister(path) })
  }
  return JSON.stringify(compiled)
}

/** Paths of the registers that ship with tiaoli. */
export function shippedRegisters(): string[] {
  return shippedRegisterFiles().map((file) => join(registersFolder, file))
}

function shippedRegisterFiles(): string[] {
  if (!existsSync(registersFolder)) return []
  return readdirSync(registersFolder)
    .filter((name) => /\.ya?ml$/.test(name))
    .sort()
}

function readCompiled(): Map<string, { hash: string; register: Register }> {
  try {
    const compiled = JSON.parse(readFileSync(compiledRegisters, 'utf8')) as CompiledRegisters
    return new Map(compiled.registers.map(({ file, hash, register }) => [file, { hash, register }]))
  } catch {
    // Absent before the first build; damaged is as good as absent, for the YAML beside it is the source.
    return new Map()
  }
}

function hashOf(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex')
}

async function readRegister(file: string): Promise<Register> {
  const { text } = readText(file)
  const value = await parseYaml(file, text)
  const { assertSchema } = await import('./schema-check.js')
  await assertSchema(file, text, value, registerSchema())
  return value as Register
}

let schema: object | undefined

function registerSchema(): object {
  schema ??= JSON.parse(readFileSync(join(registersFolder, 'schema.json'), 'utf8')) as object
  return schema
}

async function parseYaml(file: string, text: string): Promise<unknown> {
  const { parseDocument } = await import('yaml')
  const document = parseDocument(text.replace(/^\uFEFF/, ''))
  const error = document.errors[0]
  if (error === undefined) return document.toJS() as unknown
  const place = error.linePos?.[0]
  throw new InputError('syntax', {
    file,
    ...(place && { place: { line: place.line, column: place.col } }),
    cause: error,
    reason: { zh: '不是合法的 YAML。', en: 'not valid YAML.' },
    cure: {
      zh: '请检查这一处的缩进（用空格，不用制表符）、冒号后的空格和括号；键名不能重复。',
      en: `check indentation (spaces, no tabs), the space after colons, and brackets; keys must not repeat (${error.code}).`
    }
  })
}
