import type { CommandTree } from './command-tree.js'

/** Shells for which there is a completion script. */
export const shells = ['bash', 'zsh', 'fish'] as const
/** One of the shells. */
export type Shell = (typeof shells)[number]

/** The script that makes a shell complete the command; files are completed wherever nothing else fits. */
export function completionScript(shell: Shell, tree: CommandTree): string {
  return { bash, zsh, fish }[shell](tree)
}

function bash(tree: CommandTree): string {
  return `# tiaoli completion bash > ~/.local/share/bash-completion/completions/${tree.name}
_${tree.name}() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" at="" word
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "$at $word" in
${paths(tree)
  .map(({ path }) => `      ${JSON.stringify(path)}) at=${JSON.stringify(path)} ;;`)
  .join('\n')}
    esac
  done
  COMPREPLY=()
  case "$at $previous" in
${allOf(tree)
  .flatMap(({ path, command }) =>
    command.options.flatMap(({ flag, values }) =>
      Array.isArray(values)
        ? [
            `    ${JSON.stringify(`${path} ${flag}`)}) COMPREPLY=($(compgen -W ${JSON.stringify(values.join(' '))} -- "$current")); return ;;`
          ]
        : []
    )
  )
  .join('\n')}
  esac
  case "$at" in
${allOf(tree)
  .map(
    ({ path, command }) =>
      `    ${JSON.stringify(path)}) COMPREPLY=($(compgen -W ${JSON.stringify(wordsOf(command).join(' '))} -- "$current")) ;;`
  )
  .join('\n')}
  esac
}
complete -o default -o bashdefault -F _${tree.name} ${tree.name}
`
}

function zsh(tree: CommandTree): string {
  return `# ~/.zshrc: eval "$(tiaoli completion zsh)"
autoload -U +X compinit && compinit
autoload -U +X bashcompinit && bashcompinit
${bash(tree).split('\n').slice(1).join('\n')}`
}

function fish(tree: CommandTree): string {
  const lines = ['# tiaoli completion fish > ~/.config/fish/completions/tiaoli.fish']
  const complete = (condition: string, rest: string) =>
    lines.push(`complete -c ${tree.name} -n ${quote(condition)} ${rest}`)
  for (const { names, command } of allOf(tree)) {
    const seen = names.map((name) => `__fish_seen_subcommand_from ${name}`)
    const below = command.commands.map(({ name }) => name)
    const condition = [...seen, ...(below.length > 0 ? [`not __fish_seen_subcommand_from ${below.join(' ')}`] : [])]
    const when = condition.length === 0 ? 'true' : condition.join('; and ')
    for (const { name, description } of command.commands) complete(when, `-a ${name} -d ${quote(description)}`)
    for (const { flag, description, values } of command.options) {
      const takes = values === 'none' ? '' : values === 'any' ? ' -r' : ` -x -a ${quote(values.join(' '))}`
      complete(when, `-l ${flag.slice(2)} -d ${quote(description)}${takes}`)
    }
  }
  return `${lines.join('\n')}\n`
}

function quote(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
}

interface Place {
  /** As it stands on the line, a space before each name. */
  path: string
  names: string[]
  command: CommandTree
}

function allOf(tree: CommandTree): Place[] {
  return [{ path: '', names: [], command: tree }, ...paths(tree)]
}

function paths(command: CommandTree, path = '', names: string[] = []): Place[] {
  return command.commands.flatMap((below) => {
    const place = { path: `${path} ${below.name}`, names: [...names, below.name], command: below }
    return [place, ...paths(below, place.path, place.names)]
  })
}

function wordsOf({ commands, options }: CommandTree): string[] {
  return [...commands.map(({ name }) => name), ...options.map(({ flag }) => flag)]
}
