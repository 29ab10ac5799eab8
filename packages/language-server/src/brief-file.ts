import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { hasErrors, parseBrief } from '@tiaoli/brief'
import type { WorkspaceBrief } from '@tiaoli/language-service'
import { readText } from '@tiaoli/workspace'
import { textFilesIn, wordsOf } from './node-files.js'

/** The brief that the settings name, else the one file of a folder that is called a 任务书. */
export function readBrief(
  named: string | undefined,
  folders: readonly string[],
  problems: string[]
): WorkspaceBrief | undefined {
  const file = named ? findFile(named, folders, problems) : folders.map(briefIn).find((found) => found !== undefined)
  if (file === undefined) return undefined
  try {
    const { value, messages } = parseBrief(readText(file).text)
    if (value !== undefined && !hasErrors(messages)) return { uri: pathToFileURL(file).href, brief: value }
    const [first] = messages
    problems.push(
      `起草任务书 ${file}：${first === undefined ? '无法读取' : `第 ${first.line ?? 1} 行：${first.reason}`}`
    )
  } catch (error) {
    problems.push(wordsOf(error))
  }
  return undefined
}

function findFile(named: string, folders: readonly string[], problems: string[]): string | undefined {
  const found = folders.map((folder) => resolve(folder, named)).find((file) => existsSync(file))
  if (found === undefined) problems.push(`设置 tiaoli.brief 指定的起草任务书“${named}”不存在。`)
  return found
}

function briefIn(folder: string): string | undefined {
  const named = textFilesIn(folder).filter((file) => file.includes('任务书'))
  return named.length === 1 ? named[0] : undefined
}
