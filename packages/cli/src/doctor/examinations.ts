import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  cacheFolderOf,
  cacheVariable,
  configName,
  loadShippedRegisters,
  openWorkspace,
  readDocument
} from '@tiaoli/workspace'
import type { Examination, Finding } from './examination.js'
import { fine } from './examination.js'

/** The oldest Node.js that works. */
const oldestNode: readonly [number, number] = [20, 19]

/** Everything that `tiaoli doctor` looks at, in the order of its report. */
export const examinations: readonly Examination[] = [
  {
    id: 'node',
    name: { zh: 'Node.js', en: 'Node.js' },
    async look() {
      const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
      const found = `${process.versions.node}（${process.platform} ${process.arch}）`
      if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) return fine(found, found)
      const wanted = oldestNode.join('.')
      return {
        state: 'fault',
        detail: { zh: `${found}，太旧`, en: `${found} is too old` },
        cure: { zh: `请安装 Node.js ${wanted} 以上。`, en: `install Node.js ${wanted} or later.` }
      }
    }
  },
  {
    id: 'segmenter',
    name: { zh: '中文分词', en: 'Chinese words' },
    async look() {
      const words = [...new Intl.Segmenter('zh', { granularity: 'word' }).segment('组织工作条例')]
      if (words.length > 1 && words.length < 6) return fine('可用', 'available')
      return {
        state: 'fault',
        detail: { zh: '这个 Node.js 不带中文数据', en: 'this Node.js has no Chinese data' },
        cure: { zh: '请安装官方发布的 Node.js。', en: 'install an official build of Node.js.' }
      }
    }
  },
  {
    id: 'registers',
    name: { zh: '随附登记表', en: 'registers' },
    async look() {
      const instruments = await loadShippedRegisters()
      if (instruments.length === 0) throw new Error('empty')
      return fine(`${instruments.length}件法规`, `${instruments.length} instruments`)
    }
  },
  {
    id: 'search',
    name: { zh: '文库检索', en: 'search' },
    async look() {
      const { openSqliteIndex } = await import('@tiaoli/search-sqlite')
      const folder = mkdtempSync(join(tmpdir(), 'tiaoli-doctor-'))
      try {
        const index = await openSqliteIndex(join(folder, 'index.db'))
        await index.close()
      } finally {
        rmSync(folder, { recursive: true, force: true })
      }
      return fine('可用', 'available')
    }
  },
  {
    id: 'reading-room',
    name: { zh: '阅览室', en: 'reading room' },
    async look() {
      const { readClientFiles } = await import('@tiaoli/web')
      readClientFiles()
      return fine('可用', 'available')
    }
  },
  { id: 'cache', name: { zh: '缓存文件夹', en: 'cache folder' }, look: lookAtCache },
  { id: 'workspace', name: { zh: '当前工作区', en: 'workspace' }, look: lookAtWorkspace }
]

async function lookAtCache(): Promise<Finding> {
  if (process.env[cacheVariable] === 'off') {
    return {
      state: 'notice',
      detail: {
        zh: `${cacheVariable}=off，每次都重新读取文库`,
        en: `${cacheVariable}=off: libraries are read anew each time`
      }
    }
  }
  const { file, folder } = await openWorkspace(join(process.cwd(), configName)).catch(() => ({
    file: undefined,
    folder: process.cwd()
  }))
  const cache = cacheFolderOf(folder, file !== undefined)
  if (cache !== undefined) return fine(cache, cache)
  return {
    state: 'notice',
    detail: {
      zh: '没有可以写入的地方，每次都重新读取文库',
      en: 'none can be written; libraries are read anew each time'
    },
    cure: { zh: `用环境变量 ${cacheVariable} 指定一个可写的文件夹。`, en: `name a folder in ${cacheVariable}.` }
  }
}

async function lookAtWorkspace(): Promise<Finding> {
  const workspace = await openWorkspace(join(process.cwd(), configName))
  const drafts = await workspace.drafts()
  for (const draft of drafts) await readDocument(draft)
  const { instruments } = await workspace.library()
  const [problem] = workspace.problems
  if (problem !== undefined) throw problem
  const { file } = workspace
  if (file === undefined) {
    return {
      state: 'notice',
      detail: { zh: `没有 ${configName}，只用随附登记表`, en: `no ${configName}; the shipped registers alone` }
    }
  }
  return fine(
    `${file}：草案${drafts.length}件，文库${instruments.length}件`,
    `${file}: ${drafts.length} drafts, ${instruments.length} instruments`
  )
}
