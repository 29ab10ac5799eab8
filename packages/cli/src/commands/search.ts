import { InputError } from '@tiaoli/workspace'
import type { Context } from '../context.js'
import type { CommandModule } from './command.js'

interface SearchOptions {
  library?: string
  config?: string
  queries?: string
  synonyms?: string
  limit?: string
  json?: true
}

/** `tiaoli search QUERY`: the clauses of a library that answer a query. */
export const searchCommand: CommandModule = (program, context) => {
  const { say } = context
  program
    .command('search')
    .argument(
      '[query...]',
      say({ zh: '要找的话；整条条文也可以，用来找相似的条文', en: 'what to find; a whole clause finds similar ones' })
    )
    .description(say({ zh: '在法规文库里查找条文', en: 'find clauses in a library' }))
    .option('--library <dir>', say({ zh: '存放法规文本的文件夹，或者工作区', en: 'folder of texts, or workspace' }))
    .option('--limit <n>', say({ zh: '最多列出几条（默认 10）', en: 'how many to list (10)' }))
    .option('--queries <file>', say({ zh: '从文件读，一行一个查询', en: 'read queries from a file, one a line' }))
    .option(
      '--synonyms <file>',
      say({ zh: '自己的同义词表（写法见 docs/search.md）', en: 'synonyms of your own (see docs/search.md)' })
    )
    .option('--json', say({ zh: '输出 JSON，一个查询一行', en: 'print JSON, one line a query' }))
    .option(
      '--config <file>',
      say({ zh: '指定配置文件，不再向上查找 tiaoli.config.json', en: 'use this tiaoli.config.json' })
    )
    .addHelpText('after', say(examples))
    .action((words: string[], options: SearchOptions) => runSearch(context, words, options))
}

const examples = {
  zh: `
查询的写法：
  公务员法第三十二条                名称加条号
  基层党组织 换届                   几个词
  "不得收取押金"                    一字不差的话
  《志愿服务条例》 经费来源         只在这件法规里找
  排污许可 kind:行政法规            按种类筛选；还有 in:名称、status:现行、date:2018..2022`,
  en: `
Queries:
  公务员法第三十二条                title and number
  基层党组织 换届                   words
  "不得收取押金"                    a phrase, letter for letter
  《志愿服务条例》 经费来源         in one instrument only
  排污许可 kind:行政法规            filters: kind:, in:, status:, date:2018..2022`
}

async function runSearch(context: Context, words: string[], options: SearchOptions): Promise<void> {
  const limit = limitOf(options.limit)
  const queries = await queriesOf(words, options.queries)
  const synonyms = await synonymsOf(context, options.synonyms)
  const { openClauseSearch } = await import('../search/clause-search.js')
  const { hitsText, jsonLine } = await import('../search/print-hits.js')
  const { library, config } = options
  const search = await openClauseSearch(
    context,
    { ...(library !== undefined && { library }), ...(config !== undefined && { config }) },
    synonyms
  )
  try {
    for (const query of queries) {
      const result = await search.searcher.search(query, { limit })
      const heading = queries.length > 1 && !options.json ? `# ${query}\n` : ''
      await context.write(options.json ? jsonLine(result) : heading + hitsText(result, search.folder, context))
    }
  } finally {
    await search.close()
  }
}

const mostHits = 1000

function limitOf(written = '10'): number {
  const limit = Number(written)
  if (/^\d+$/.test(written) && limit >= 1 && limit <= mostHits) return limit
  throw new InputError('usage', {
    reason: {
      zh: `--limit 后面要写 1 到 ${mostHits} 之间的数，不能是“${written}”。`,
      en: `--limit takes a number from 1 to ${mostHits}, not “${written}”.`
    }
  })
}

async function queriesOf(words: readonly string[], file: string | undefined): Promise<string[]> {
  if (file !== undefined) {
    const { readText } = await import('@tiaoli/workspace')
    const lines = readText(file)
      .text.replace(/^\uFEFF/, '')
      .split(/\r?\n/)
    return lines.filter((line) => line.trim() !== '')
  }
  if (words.length > 0) return [words.join(' ')]
  throw new InputError('usage', {
    reason: { zh: '没有写要找什么。', en: 'there is no query.' },
    cure: {
      zh: '例如：tiaoli search 基层党组织 换届 --library 文库',
      en: 'for example: tiaoli search 基层党组织 --library texts'
    }
  })
}

async function synonymsOf(context: Context, file: string | undefined) {
  if (file === undefined) return undefined
  const { readText } = await import('@tiaoli/workspace')
  const { defaultSynonyms, parseSynonyms } = await import('@tiaoli/search')
  const { value, messages } = parseSynonyms(readText(file).text.replace(/^\uFEFF/, ''))
  for (const { line, reason } of messages) context.note(`${file}:${line}：${reason}`)
  return defaultSynonyms(value)
}
