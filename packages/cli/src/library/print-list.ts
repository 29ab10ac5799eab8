import { inTitleMarks } from '@tiaoli/library'
import type { Context } from '../context.js'
import { checkedDay, openLibrary, today } from '../library-access.js'
import type { LibraryOptions } from '../library-options.js'
import type { OutputOptions } from '../output.js'
import { chooseFormat, deliver } from '../output.js'
import type { ListFormat } from './formats.js'
import { listFormats } from './formats.js'
import type { ListedInstrument } from './list.js'
import { byRank, listed, stateWords } from './list.js'

/** Options of `library list`. */
export interface ListOptions extends LibraryOptions, OutputOptions {
  kind?: string
  asOf?: string
}

const heads = ['名称', '种类', '制定机关', '版本', '条数', '状态', '说明']

/** Prints the instruments of the library whose titles contain words. */
export async function runList(context: Context, words: string | undefined, options: ListOptions): Promise<void> {
  const format = chooseFormat(options, listFormats) ?? 'text'
  const day = checkedDay(options.asOf) ?? today()
  const { library } = await openLibrary(context, options)
  const wanted = library.instruments
    .filter(({ title, kind, shortNames }) => {
      if (options.kind !== undefined && kind !== options.kind) return false
      return words === undefined || [title, ...shortNames].some((name) => name.includes(words))
    })
    .toSorted(byRank)
    .map((instrument) => listed(instrument, day, today()))
  await deliver(context, options.out, await render(wanted, format))
}

async function render(instruments: ListedInstrument[], format: ListFormat): Promise<string | Uint8Array> {
  switch (format) {
    case 'json':
      return `${JSON.stringify(instruments, null, 2)}\n`
    case 'csv':
      return (await import('@tiaoli/report')).renderCsv([heads, ...instruments.map(cells)])
    case 'xlsx': {
      const { renderXlsx } = await import('@tiaoli/report')
      return renderXlsx([{ name: '文库', rows: [heads, ...instruments.map(cells)] }])
    }
    default:
      return `${instruments.map(line).join('')}共 ${instruments.length} 件\n`
  }
}

function cells({ title, kind, issuer, versions, articles, state, reason }: ListedInstrument): (string | number)[] {
  return [
    title,
    kind ?? '',
    (issuer ?? []).join('、'),
    versions.join(' '),
    articles ?? '',
    stateWords[state],
    reason ?? ''
  ]
}

function line({ title, kind, versions, articles, state, replacedBy, text }: ListedInstrument): string {
  const facts = [
    kind ?? '种类不明',
    versions.length > 1 ? `${versions.at(-1)}（${versions.length} 个版本）` : versions[0],
    articles === undefined ? undefined : `${articles} 条`,
    stateWords[state],
    replacedBy && `由${inTitleMarks(replacedBy)}取代`,
    text ? undefined : '只有登记'
  ]
  return `${inTitleMarks(title)} ${facts.filter(Boolean).join('，')}\n`
}
