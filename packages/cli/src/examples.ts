import type { Wording } from '@tiaoli/workspace'

/** What a person would type, and what it is for. */
export type CommandExample = [line: string, meaning: Wording]

/** Examples on the help page of each command, by name; every command has some. */
export const commandExamples: Readonly<Record<string, readonly CommandExample[]>> = {
  report: [
    ['tiaoli report 草案.md', { zh: '在屏幕上看', en: 'read it on the screen' }],
    ['tiaoli report 草案.md --out 报告.docx', { zh: '写成 Word', en: 'write it as Word' }],
    ['tiaoli report --out 报告.html', { zh: '工作区的全部草案，合成一份', en: 'all drafts of the workspace in one' }]
  ],
  refs: [
    [
      'tiaoli refs 草案.md --check',
      { zh: '有问题的引用时退出码为 1', en: 'exit with 1 if a reference needs checking' }
    ],
    ['tiaoli refs drafts/*.md --json', { zh: '供程序使用', en: 'for programs' }]
  ],
  parse: [['tiaoli parse 草案.md', { zh: '看结构和编号问题', en: 'structure, and what is odd about it' }]],
  format: [
    ['tiaoli format 草案.md', { zh: '只看会改什么', en: 'see what would change' }],
    ['tiaoli format 草案.md --write', { zh: '写回文件', en: 'write it' }]
  ],
  check: [
    ['tiaoli check', { zh: '检查工作区的全部草案', en: 'every draft of the workspace' }],
    ['tiaoli check 新稿.md --against 旧稿.md', { zh: '连同改动造成的问题', en: 'with what the changes broke' }],
    ['tiaoli check 草案.md --fix', { zh: '改掉有把握的小毛病', en: 'mend what is safe to mend' }],
    ['tiaoli check --explain modal-duty', { zh: '说明一条规则', en: 'explain a rule' }]
  ],
  diff: [
    ['tiaoli diff 旧稿.md 新稿.md', { zh: '在屏幕上看', en: 'read it on the screen' }],
    [
      'tiaoli diff 初稿.md 征求意见稿.md 送审稿.md --out 对照表.docx',
      { zh: '三稿对照表', en: 'a table of three drafts' }
    ],
    ['tiaoli diff --git HEAD~1 草案.md', { zh: '与上一次提交比较', en: 'against the last commit' }]
  ],
  renumber: [
    ['tiaoli renumber 草案.md', { zh: '预览', en: 'preview' }],
    ['tiaoli renumber 草案.md --write', { zh: '写回，引用随之更新', en: 'write it, references following' }]
  ],
  'rename-term': [
    ['tiaoli rename-term 港口机构 港政机构 草案.md', { zh: '预览', en: 'preview' }],
    [
      'tiaoli rename-term 港口机构 港政机构 --write',
      { zh: '改工作区的全部草案', en: 'in every draft of the workspace' }
    ]
  ],
  amend: [
    ['tiaoli amend read 决定.md', { zh: '逐项列出修改', en: 'what a decision changes' }],
    ['tiaoli amend apply 原文.md 决定.md --out 新文本.md', { zh: '改出新文本', en: 'carry it out' }],
    ['tiaoli amend draft 原文.md 新文本.md --out 决定.md', { zh: '起草修改决定', en: 'write the decision' }]
  ],
  cover: [
    ['tiaoli cover 草案.md --brief 任务书.md', { zh: '逐项核对', en: 'requirement by requirement' }],
    ['tiaoli cover 草案.md --brief 任务书.md --out 落实情况.docx', { zh: '写成 Word 表格', en: 'as a Word table' }]
  ],
  export: [
    ['tiaoli export 草案.md --out 草案.docx', { zh: '公文版式的 Word', en: 'Word in official layout' }],
    [
      'tiaoli export 草案.md --template 红头.docx --number 某发〔2026〕5号 --out 草案.docx',
      { zh: '套用发文单位的模板', en: 'in the template of an office' }
    ],
    [
      'tiaoli export 新稿.md --tracked 旧稿.md --out 修订.docx',
      { zh: '改动写成修订', en: 'changes as tracked changes' }
    ],
    ['tiaoli export 草案.md --out 草案.xml', { zh: 'Akoma Ntoso', en: 'Akoma Ntoso' }]
  ],
  import: [
    ['tiaoli import 稿子.docx --out 稿子.md', { zh: '读成草案', en: 'read it as a draft' }],
    ['tiaoli import 审阅后.docx --review', { zh: '列出修订和批注', en: 'list changes and comments' }],
    ['tiaoli import 审阅后.docx --onto 草案.md --out 新稿.md', { zh: '只落实改动', en: 'take over only what changed' }]
  ],
  conform: [['tiaoli conform 草案.md --out 对照.html', { zh: '与所引条文并排对照', en: 'beside the cited clauses' }]],
  library: [
    ['tiaoli library list', { zh: '有哪些法规', en: 'what is there' }],
    ['tiaoli library add 某某条例.docx', { zh: '收入一件', en: 'add one' }],
    ['tiaoli library tree 草案.md', { zh: '草案在体系中的位置', en: 'where a draft would stand' }]
  ],
  impact: [['tiaoli impact 《某某条例》第十七条', { zh: '改这一条会牵动什么', en: 'what changing it would touch' }]],
  serve: [['tiaoli serve 草案文件夹', { zh: '边改边看，Ctrl+C 结束', en: 'follow drafts while they are edited' }]],
  build: [
    [
      'tiaoli build 草案文件夹 --out 阅览室',
      { zh: '双击 阅览室/index.html 打开', en: 'open index.html by double click' }
    ]
  ],
  init: [['tiaoli init 新工作区 --brief 任务书.md', { zh: '生成骨架', en: 'make a skeleton' }]],
  lsp: [['tiaoli lsp', { zh: '由编辑器启动，见 docs/editors', en: 'started by editors, see docs/editors' }]],
  doctor: [['tiaoli doctor', { zh: '每一行都是 ✓ 就正常', en: 'fine if every line has ✓' }]],
  completion: [
    ['source <(tiaoli completion bash)', { zh: '写进 ~/.bashrc', en: 'in ~/.bashrc' }],
    ['eval "$(tiaoli completion zsh)"', { zh: '写进 ~/.zshrc', en: 'in ~/.zshrc' }]
  ]
}
