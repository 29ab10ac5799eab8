import { existsSync, readFileSync, statSync } from 'node:fs'
import { basename, join, relative, resolve } from 'node:path'
import type { Imported } from '@tiaoli/importer'
import { libraryName, printImport } from '@tiaoli/importer'
import type { LoadedConfig } from '@tiaoli/workspace'
import {
  configName,
  expandPlaces,
  findConfig,
  InputError,
  isGlob,
  loadConfig,
  statOf,
  writeFileAtomic
} from '@tiaoli/workspace'
import type { Context } from '../context.js'
import { draftReaders, readerOf } from '../draft-files.js'
import { eachFile } from '../files.js'
import { jsonArray } from '../json-array.js'
import type { LibraryOptions } from '../library-options.js'

/** Takes texts into the library's folder; says what was recognised and what is unsure of each. */
export async function runAdd(
  context: Context,
  named: string[],
  options: LibraryOptions & { force?: true; dryRun?: true; json?: true }
): Promise<void> {
  const folder = await libraryFolder(options)
  const files = await allFiles(named)
  const json = options.json ? jsonArray(context) : undefined
  let written = 0
  let same = 0
  await eachFile(context, files, async (file) => {
    const { imported } = await readerOf(file).read(file, { changes: 'accept' })
    const target = join(folder, keptFolder(imported), libraryName(imported))
    const { recognised, doubts, dropped, markdown } = imported
    if (json === undefined) await context.write(`${file}\n${printImport(imported)}`)
    const known = isThere(target, markdown)
    if (!options.dryRun && !known) {
      if (existsSync(target) && !options.force) throw taken(file, target)
      writeFileAtomic(target, markdown)
      written += 1
    } else if (known) same += 1
    const kept = known ? 'known' : options.dryRun ? 'no' : 'added'
    if (json !== undefined) return json.add({ file, recognised, notes: doubts, dropped, target, kept })
    const place = relative(process.cwd(), target)
    if (known) await context.write(`  文库里已有同样的文件：${place}\n`)
    else if (kept === 'added') await context.write(`  已收入：${place}\n`)
  })
  await json?.end()
  if (json === undefined && !options.dryRun && files.length > 1)
    await context.write(`共 ${files.length} 个文件，收入 ${written} 个${same > 0 ? `，${same} 个已经有了` : ''}\n`)
}

/** Kinds lie in folders of their own, as public collections have them: the folder tells the kind of the next import. */
function keptFolder({ recognised }: Imported): string {
  const kind = recognised.kind?.kind
  return kind === undefined || kind === '党章' || kind === '宪法' ? '' : kind
}

function isThere(target: string, content: string): boolean {
  return existsSync(target) && statSync(target).isFile() && readFileSync(target, 'utf8') === content
}

function taken(file: string, target: string): InputError {
  return new InputError('unwritable', {
    file,
    reason: {
      zh: `文库里已有“${relative(process.cwd(), target)}”，内容不同，没有覆盖。`,
      en: `“${relative(process.cwd(), target)}” is there with other content and was not replaced.`
    },
    cure: {
      zh: '如果确实要用新的替换，加上 --force；如果是另一个版本，把日期写在文件名里，例如“某某条例(2024-01-31)”。',
      en: 'add --force to replace it; if it is another version, state its day in the name of the file.'
    }
  })
}

/** The folder that texts go to: the one that is named, else the first of the configuration. */
async function libraryFolder({ folder, config }: LibraryOptions): Promise<string> {
  if (folder !== undefined) return folder
  const file = config === undefined ? findConfig(join(process.cwd(), configName)) : resolve(config)
  const loaded: LoadedConfig | undefined = file === undefined ? undefined : await loadConfig(file)
  const place = loaded?.config.instruments.find((candidate) => !isGlob(candidate))
  if (loaded !== undefined && place !== undefined) return resolve(loaded.folder, place)
  throw new InputError('usage', {
    ...(file !== undefined && { file }),
    reason: { zh: '不知道文库在哪个文件夹。', en: 'the folder of the library is not known.' },
    cure: {
      zh: '请用 --folder 指定，或者在 tiaoli.config.json 里写 "instruments": ["文库"]。',
      en: 'name it with --folder, or write "instruments": ["library"] in tiaoli.config.json.'
    }
  })
}

/** Files, and the files in folders: a clone of a public collection comes in whole. */
async function allFiles(named: string[]): Promise<string[]> {
  const all: string[] = []
  for (const place of named) {
    if (statOf(place)?.isDirectory()) {
      const { files } = await expandPlaces(place, ['.'], {
        extensions: draftReaders.flatMap(({ extensions }) => [...extensions])
      })
      all.push(
        ...files
          .filter((file) => !/^(?:readme|_index|license)\b/i.test(basename(file)))
          .map((file) => relative(process.cwd(), file))
      )
    } else all.push(place)
  }
  return all
}
