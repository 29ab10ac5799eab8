import type { Root as Markdown } from 'mdast'
import type { Root } from 'regast'
import type { Plugin, Processor } from 'unified'
import type { Node } from 'unist'
import type { VFile } from 'vfile'
import { fromMarkdownExtensions, micromarkExtensions } from './markdown.js'
import { type ParseResult, parseSource, treeOfMarkdown } from './parse.js'

type Data = { micromarkExtensions?: unknown[]; fromMarkdownExtensions?: unknown[] }

/**
 * Makes a processor whose parser is remark-parse read drafts into clause trees: `processor.parse` returns a regast root and
 * puts the messages on the file. Where a later plugin brings its own Markdown parser, `run` turns its mdast into a clause tree.
 */
const remarkRegast = function (this: Processor) {
  const self = this as unknown as Processor<Root>
  const data = self.data() as Data
  const inner = self.parser as ((document: string, file: VFile) => Markdown) | undefined
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), ...micromarkExtensions]
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), ...fromMarkdownExtensions]
  if (inner !== undefined) {
    self.parser = (document: string, file: VFile): Root => {
      // Syntax that other plugins bring may change how plain text reads.
      const known =
        isSubset(data.micromarkExtensions, micromarkExtensions) &&
        isSubset(data.fromMarkdownExtensions, fromMarkdownExtensions)
      return report(
        parseSource(document, (text) => inner(text, file), known),
        file
      )
    }
  }
  return (tree: Node, file: VFile): Root => {
    if (isClauseTree(tree)) return tree
    return report(treeOfMarkdown(tree as Markdown, String(file)), file)
  }
  // To the types of unified it is a parser, which is what makes `parse` return a clause tree.
} as unknown as Plugin<[], string, Root>
export default remarkRegast

function isSubset(found: unknown[] | undefined, known: unknown[]): boolean {
  return found === undefined || found.every((extension) => known.includes(extension))
}

function report({ tree, messages }: ParseResult, file: VFile): Root {
  for (const message of messages) {
    if (file.path !== undefined) {
      message.name = `${file.path}:${message.name}`
      message.file = file.path
    }
    message.fatal = false
    file.messages.push(message)
  }
  return tree
}

/** Whether a root is a clause tree; the two trees share no type of child but `paragraph`, and only one of them has addresses. */
function isClauseTree(tree: Node): tree is Root {
  const [first] = (tree as Root).children
  if (first === undefined) return true
  return clauseTypes.has(first.type) || (first.type === 'paragraph' && 'address' in first)
}

const clauseTypes = new Set<string>(
  'frontMatter title note toc preamble book part chapter section division article attachment block comment signature'.split(
    ' '
  )
)
