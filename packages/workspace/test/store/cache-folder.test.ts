import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { cacheFolderOf } from '@tiaoli/workspace'
import { describe, expect, it } from 'vitest'
import { folderWith } from '../temporary.js'

describe('the folder of the cache', () => {
  it('lies in a workspace, out of sight of version control', () => {
    const folder = folderWith({})
    expect(cacheFolderOf(folder, true, {})).toBe(join(folder, '.tiaoli/cache'))
    expect(readFileSync(join(folder, '.tiaoli/.gitignore'), 'utf8')).toBe('*\n')
  })

  it('lies elsewhere for a folder that is only looked into', () => {
    const folder = folderWith({})
    const home = folderWith({})
    const cache = cacheFolderOf(folder, false, { XDG_CACHE_HOME: home, LOCALAPPDATA: home })
    expect(cache).not.toContain(folder)
    expect(existsSync(cache!)).toBe(true)
    expect(existsSync(join(folder, '.tiaoli'))).toBe(false)
  })

  it('goes where it is told, one for each folder, or nowhere', () => {
    const [one, other, chosen] = [folderWith({}), folderWith({}), folderWith({})]
    const env = { TIAOLI_CACHE: chosen }
    expect(cacheFolderOf(one, true, env)).toMatch(new RegExp(`^${chosen}`))
    expect(cacheFolderOf(one, true, env)).not.toBe(cacheFolderOf(other, true, env))
    expect(cacheFolderOf(one, true, { TIAOLI_CACHE: 'off' })).toBeUndefined()
  })

  it('lies with the system where a workspace cannot be written', () => {
    // A file in the way, because a folder without permissions stops nobody who is root.
    const folder = folderWith({ '.tiaoli': 'in the way' })
    const home = folderWith({})
    expect(cacheFolderOf(folder, true, { XDG_CACHE_HOME: home, LOCALAPPDATA: home })).toContain(home)
    expect(readFileSync(join(folder, '.tiaoli'), 'utf8')).toBe('in the way')
  })
})
