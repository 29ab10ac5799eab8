/** What stands for a value on the help pages and in messages, by its name in the declarations of the commands. */
const valueNames: Record<string, string> = {
  file: '文件',
  files: '文件',
  places: '草案或文件夹',
  folder: '文件夹',
  dir: '文件夹',
  command: '命令',
  title: '名称',
  words: '文字',
  query: '文字',
  shell: '外壳',
  draft: '草案',
  drafts: '草案',
  clause: '条款',
  decision: '决定',
  old: '旧稿',
  new: '新稿',
  term: '用语',
  'new-term': '新用语',
  date: '日期',
  kind: '种类',
  rule: '规则',
  name: '名字',
  number: '文号',
  revision: '版本',
  n: '数',
  'a,b': '甲,乙'
}

/** The name of a value in Chinese; a list of what can be written stays as it is. */
export function valueName(name: string): string {
  return valueNames[name] ?? name
}

/** `--out <file>` with the name of the value in Chinese. */
export function flagsInChinese(flags: string): string {
  return flags.replace(/<([^<>]{1,60})>/g, (_, name: string) => {
    const bare = name.replace(/\.{3}$/, '')
    return `<${valueName(bare)}${name.slice(bare.length)}>`
  })
}
