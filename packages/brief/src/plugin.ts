import type { Root } from 'mdast'
import type { VFile } from 'vfile'
import type { Brief } from './brief.js'
import { briefOfMarkdown } from './parse-brief.js'

declare module 'vfile' {
  interface DataMap {
    brief: Brief
  }
}

/** Reads the Markdown tree of remark as a drafting brief into `file.data.brief`; what is wrong with it becomes messages of the file. */
export default function remarkBrief(): (tree: Root, file: VFile) => void {
  return (tree, file) => {
    const { value, messages } = briefOfMarkdown(tree)
    for (const message of messages) {
      if (file.path !== undefined) {
        message.name = `${file.path}:${message.name}`
        message.file = file.path
      }
      // In unified `true` means that the process failed, which a finding never is.
      message.fatal = false
      file.messages.push(message)
    }
    file.data.brief = value
  }
}
