import { existsSync, readFileSync } from 'node:fs'
import { InputError } from '@tiaoli/workspace'

/** The program and the style that a browser loads. */
export interface ClientFiles {
  script: string
  style: string
}

// The same folder from the sources and from what is built of them.
const folder = new URL('../../dist/client/', import.meta.url)

/** What `vite build` made; throws an `InputError` where it was not run. */
export function readClientFiles(): ClientFiles {
  const [script, style] = [new URL('app.js', folder), new URL('app.css', folder)]
  if (!existsSync(script) || !existsSync(style)) {
    throw new InputError('missing', {
      file: 'packages/web/dist/client',
      reason: { zh: '阅览室的网页程序还没有构建。', en: 'the program of the reading room has not been built.' },
      cure: { zh: '请在项目目录运行 npm run build。', en: 'run npm run build in the folder of the project.' }
    })
  }
  return { script: readFileSync(script, 'utf8'), style: readFileSync(style, 'utf8') }
}
