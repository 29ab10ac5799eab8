import type { Wording } from '@tiaoli/workspace'
import { formatInputError, InputError } from '@tiaoli/workspace'

/** What came of looking at one part of the installation. */
export interface Finding {
  state: 'fine' | 'notice' | 'fault'
  /** What was seen. */
  detail: Wording
  /** What to do about it. */
  cure?: Wording
}

/** One part of the installation, and how it is looked at. */
export interface Examination {
  id: string
  name: Wording
  /** Throws where the part does not work at all. */
  look(): Promise<Finding>
}

/** A finding that is fine. */
export function fine(zh: string, en: string): Finding {
  return { state: 'fine', detail: { zh, en } }
}

/** Looks at one part; what it throws is a fault of that part. */
export async function examine(examination: Examination): Promise<Finding> {
  try {
    return await examination.look()
  } catch (error) {
    if (error instanceof InputError) {
      return { state: 'fault', detail: { zh: formatInputError(error, 'zh'), en: formatInputError(error, 'en') } }
    }
    const reason = error instanceof Error ? error.message : String(error)
    return {
      state: 'fault',
      detail: { zh: `不能用：${reason}`, en: `does not work: ${reason}` },
      cure: { zh: '请重新安装 tiaoli。', en: 'install tiaoli again.' }
    }
  }
}
