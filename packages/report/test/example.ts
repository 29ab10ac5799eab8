import { createLibrary, instrumentsOfRegister, linkDocument, outlineOfTree } from '@tiaoli/library'
import type { Report } from '@tiaoli/report'
import { buildReport } from '@tiaoli/report'
import { parseRegulation } from 'remark-regast'

/** An invented regulation that refers up, down, to others and to nothing. */
export const draft = `# 某市社区花园管理办法（草案）

（2026年3月2日起草小组讨论稿）

## 第一章　总则

第一条　为了规范社区花园的管理，根据《某省园林条例》和《某市绿地规定》第三条第二款，制定本办法。

第二条　社区花园的管理遵循下列原则：

（一）居民自愿；

（二）依照本办法第四条公开账目。

第三条　<b>市园林部门</b>负责指导，具体职责依照第四条、第九条和《某县花坛办法》第二条执行。

## 第二章　养护

第四条　居民委员会应当每季度公开账目。

前款规定的账目由第二条所称居民监督。

第五条　违反第二条至第四条规定的，由市园林部门责令改正。
`

/** A library of two instruments, one known by a register. */
export const exampleLibrary = createLibrary([
  ...instrumentsOfRegister(
    {
      instruments: [
        {
          title: '某省园林条例',
          shortNames: ['园林条例'],
          kind: '地方性法规',
          versions: [
            { date: '2019-05-06', articles: 8, clauses: [{ article: 3, topic: '绿地的保护', paragraphs: [0] }] }
          ]
        }
      ]
    },
    'register.yaml'
  ),
  {
    title: '某市绿地规定',
    shortNames: [],
    kind: '规章',
    versions: [
      {
        date: '2020-01-01',
        outline: outlineOfTree(
          parseRegulation(
            '# 某市绿地规定\n\n第一条　甲。\n\n第二条　乙。\n\n第三条　绿地分为三类。\n\n居民可以认养 <绿地> & 花坛。\n'
          ).tree
        ),
        source: { kind: 'text', file: '绿地.md' }
      }
    ]
  }
])

/** The report of a draft with a library of two instruments. */
export function reportOf(text = draft): Report {
  const { tree } = parseRegulation(text)
  const links = linkDocument(tree, { library: exampleLibrary })
  return buildReport({
    tree,
    links,
    library: exampleLibrary,
    title: links.title ?? '',
    stage: '草案',
    date: '2026-03-02'
  })
}
