import { InputError, systemCode } from '../errors.js'

/** The cache could not be written: what was read is right, it will only be read again next time. */
export function cacheUnwritable(folder: string, error: unknown): InputError {
  const full = systemCode(error) === 'ENOSPC'
  return new InputError('cache', {
    file: folder,
    cause: error,
    reason: full
      ? {
          zh: '磁盘已满，读过的内容没有存下来；结果不受影响，下次要重读一遍。',
          en: 'the disk is full; what was read was not kept. Results are right, the next start reads it again.'
        }
      : {
          zh: '缓存写不进去，读过的内容没有存下来；结果不受影响，下次要重读一遍。',
          en: 'the cache cannot be written. Results are right, the next start reads everything again.'
        },
    cure: {
      zh: '请腾出空间、检查权限，或者用环境变量 TIAOLI_CACHE 指定别的文件夹。',
      en: 'free some space, check permissions, or name another folder with TIAOLI_CACHE.'
    }
  })
}

/** Parts of the cache were damaged and are made again from the texts. */
export function cacheDamaged(folder: string, names: readonly string[]): InputError {
  return new InputError('cache', {
    file: folder,
    reason: {
      zh: `缓存有 ${names.length} 处损坏，已经丢弃，并从原文重新读取；原文没有改动。`,
      en: `${names.length} damaged parts of the cache were dropped and are read again from the texts, which are unchanged.`
    },
    cure: { zh: '不必处理；如果反复出现，请检查磁盘。', en: 'nothing to do; if it happens again, check the disk.' }
  })
}
