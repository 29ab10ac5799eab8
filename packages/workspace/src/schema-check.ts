import type { Schema } from '@cfworker/json-schema'
import { Validator } from '@cfworker/json-schema'
import type { ErrorPlace, Wording } from './errors.js'
import { InputError } from './errors.js'
import { nearest } from './nearest.js'

type Path = (string | number)[]

/** One way in which a value departs from its schema. */
interface SchemaProblem {
  path: Path
  /** Whether the key itself is wrong, not its value. */
  key: boolean
  reason: Wording
  cure?: Wording
}

/**
 * Throws an `InputError` for the first departure of `value` from `schema`, naming file, line, key and cure;
 * `source` is the JSON or YAML that `value` was read from.
 */
export async function assertSchema(file: string, source: string, value: unknown, schema: object): Promise<void> {
  const found = validatorOf(schema).validate(value)
  if (found.valid) return
  const problem = [...found.errors]
    .sort((left, right) => rank(left) - rank(right))
    .map((error) => problemOf(error, value, schema))
    .find((known) => known !== undefined)
  if (problem === undefined) throw new Error(`${file}: ${JSON.stringify(found.errors)}`)
  const place = await locate(source, problem)
  throw new InputError('schema', {
    file,
    ...(place && { place }),
    reason: problem.reason,
    ...(problem.cure && { cure: problem.cure })
  })
}

const validators = new WeakMap<object, Validator>()

function validatorOf(schema: object): Validator {
  let validator = validators.get(schema)
  if (validator === undefined) {
    const draft = '$schema' in schema && String(schema.$schema).includes('draft-07') ? '7' : '2020-12'
    validator = new Validator(schema as Schema, draft, false)
    validators.set(schema, validator)
  }
  return validator
}

/** A misspelt key also leaves the right one missing: the misspelling is the better message. */
function rank({ keyword }: SchemaError): number {
  return keyword === 'false' ? 0 : keyword === 'required' ? 2 : 1
}

interface SchemaError {
  instanceLocation: string
  keyword: string
  keywordLocation: string
  error: string
}

function problemOf(error: SchemaError, value: unknown, schema: object): SchemaProblem | undefined {
  const path = pointerPath(error.instanceLocation)
  const where =
    path.length === 0 ? { zh: '最外层', en: 'the top level' } : { zh: `“${pathText(path)}”`, en: `“${pathText(path)}”` }
  const wanted = valueAt(schema, pointerPath(error.keywordLocation), schema)
  switch (error.keyword) {
    case 'false': {
      const parent = valueAt(schema, pointerPath(parentLocation(path)), schema)
      return unknownKey(path, value, parent, schema)
    }
    case 'type': {
      const actual = valueAt(value, path)
      const types = [wanted].flat().map(String)
      const wrap = types.includes('array') && typeof actual === 'string'
      return {
        path,
        key: false,
        reason: {
          zh: `${where.zh}应当是${types.map((type) => typeNames[type] ?? type).join('或')}，现在是${typeNames[typeOf(actual)]}。`,
          en: `${where.en} should be ${types.join(' or ')}, not ${typeOf(actual)}.`
        },
        ...(wrap && {
          cure: {
            zh: `请加上方括号：[${JSON.stringify(actual)}]。`,
            en: `put it in brackets: [${JSON.stringify(actual)}].`
          }
        })
      }
    }
    case 'enum': {
      const values = [wanted].flat().map(String)
      const near = nearest(String(valueAt(value, path)), values)
      return {
        path,
        key: false,
        reason: {
          zh: `${where.zh}的值“${String(valueAt(value, path))}”不在可选范围内。`,
          en: `${where.en} cannot be “${String(valueAt(value, path))}”.`
        },
        cure: {
          zh: `${near ? `是不是“${near}”？` : ''}可以写：${values.join('、')}。`,
          en: `${near ? `did you mean “${near}”? ` : ''}allowed: ${values.join(', ')}.`
        }
      }
    }
    case 'required': {
      const missing = [wanted]
        .flat()
        .map(String)
        .filter((key) => !hasKey(valueAt(value, path), key))
      return {
        path,
        key: false,
        reason: { zh: `${where.zh}缺少“${missing.join('”“')}”。`, en: `${where.en} lacks “${missing.join('”, “')}”.` },
        cure: { zh: '请补上。', en: 'add it.' }
      }
    }
    case 'minLength':
    case 'minItems':
      return {
        path,
        key: false,
        reason: { zh: `${where.zh}不能是空的。`, en: `${where.en} must not be empty.` },
        cure: { zh: '请填写内容，或者删去这一处。', en: 'fill it in or remove it.' }
      }
    case 'pattern':
    case 'format':
    case 'minimum':
    case 'maximum':
    case 'const':
      return {
        path,
        key: false,
        reason: {
          zh: `${where.zh}的值“${String(valueAt(value, path))}”写法不对。`,
          en: `“${String(valueAt(value, path))}” is not a valid value of ${where.en}.`
        },
        cure: {
          zh: `应当符合：${String(wanted)}（日期写成 2026-01-31 这样）。`,
          en: `it has to match ${String(wanted)} (dates look like 2026-01-31).`
        }
      }
    default:
      // The others (`properties`, `items`…) only say that something inside is wrong, which its own error tells.
      return undefined
  }
}

function unknownKey(path: Path, value: unknown, parent: unknown, schema: object): SchemaProblem {
  const key = String(path.at(-1))
  const known = Object.keys((valueAt(parent, ['properties'], schema) as object | undefined) ?? {})
  const present = new Set(Object.keys((valueAt(value, path.slice(0, -1)) as object | undefined) ?? {}))
  const near =
    nearest(
      key,
      known.filter((name) => !present.has(name))
    ) ?? nearest(key, known)
  return {
    path,
    key: true,
    reason: { zh: `不认识的配置项“${key}”。`, en: `unknown key “${key}”.` },
    cure: {
      zh: `${near ? `是不是“${near}”？` : ''}可以写的有：${known.join('、')}。`,
      en: `${near ? `did you mean “${near}”? ` : ''}known keys: ${known.join(', ')}.`
    }
  }
}

/** The schema that forbade a key: the validator names only the instance, so walk the schema along the instance's path. */
function parentLocation(path: Path): string {
  return `#${path
    .slice(0, -1)
    .map((step) => (typeof step === 'number' ? '/items' : `/properties/${step}`))
    .join('')}`
}

const typeNames: Record<string, string> = {
  array: '列表（方括号）',
  string: '文字（加引号）',
  boolean: '是否（true 或 false）',
  object: '一组配置（花括号）',
  integer: '整数',
  number: '数字',
  null: '空值'
}

function typeOf(value: unknown): string {
  return value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value
}

function hasKey(value: unknown, key: string): boolean {
  return typeof value === 'object' && value !== null && key in value
}

function pathText(path: Path): string {
  return path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`))
    .join('')
    .replace(/^\./, '')
}

function pointerPath(pointer: string): Path {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step))
}

/** The value at a path; in a schema (given as `root`) references are followed on the way. */
function valueAt(value: unknown, path: Path, root?: object): unknown {
  let found: unknown = value
  for (const step of path) {
    found = dereference(found, root)
    if (step === '$ref') continue
    if (typeof found !== 'object' || found === null) return undefined
    found = (found as Record<string | number, unknown>)[step]
  }
  return dereference(found, root)
}

function dereference(value: unknown, root: object | undefined): unknown {
  if (root === undefined || typeof value !== 'object' || value === null || !('$ref' in value)) return value
  return valueAt(root, pointerPath(String(value.$ref)), root)
}

/** Line and column of a key or value in its JSON or YAML source (every JSON text is YAML). */
async function locate(source: string, problem: SchemaProblem): Promise<ErrorPlace | undefined> {
  const { LineCounter, isMap, isScalar, parseDocument } = await import('yaml')
  const lines = new LineCounter()
  const document = parseDocument(source.replace(/^\uFEFF/, ' '), { lineCounter: lines })
  const offsetOf = (node: unknown) => (node as { range?: [number, number, number] | null } | undefined)?.range?.[0]
  let offset: number | undefined
  const parent = document.getIn(problem.path.slice(0, -1), true)
  if (isMap(parent)) {
    const pair = parent.items.find((item) => isScalar(item.key) && item.key.value === problem.path.at(-1))
    offset = offsetOf(problem.key ? pair?.key : (pair?.value ?? pair?.key))
  }
  offset ??= offsetOf(document.getIn(problem.path, true)) ?? offsetOf(document.contents)
  if (offset === undefined) return undefined
  const { line, col } = lines.linePos(offset)
  return { line, column: col }
}
