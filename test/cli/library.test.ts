import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { command, drafts, folderWith, tiaoli } from './tiaoli.js'

const law = `# 中华人民共和国绿化法

2015年6月1日 第十二届全国人民代表大会常务委员会第十五次会议通过

第一条　为了绿化国土，根据宪法，制定本法。

第二条　移植树木的，应当在三十日前向园林主管部门提出。

第三条　公园依照本法第二条管理。
`
const province = `# 某省绿化条例

2018年1月1日 某省第十三届人民代表大会常务委员会第一次会议通过

第一条　为了绿化，根据《中华人民共和国绿化法》，制定本条例。

第二条　移植树木，依照《中华人民共和国绿化法》第二条的规定，在二十日前提出。

第三条　违反本条例第二条的，责令改正。
`
const page = `<html><head><title>某市花园办法_某市政府网</title></head><body><div><a href="/">首页</a></div><div id="t"><h1>某市花园办法</h1><p>（2020年3月1日某市人民政府令第1号公布）</p><p>第一条　根据《某省绿化条例》，制定本办法。</p><p>第二条　花园由社区管理。</p></div></body></html>`

/** A workspace with two texts in its library, one draft and a page to take in. */
function workspace(): string {
  const folder = folderWith({
    'tiaoli.config.json': '{"drafts": ["草案"], "instruments": ["文库"]}',
    '花园.html': page
  })
  for (const [name, content] of Object.entries({
    '文库/法律/绿化法(2015-06-01).md': law,
    '文库/地方性法规/某省绿化条例(2018-01-01).md': province,
    '草案/稿.md': '# 某市绿化办法（草案）\n\n第一条　根据《某省绿化条例》第二条，制定本办法。\n'
  })) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
  return folder
}

describe('tiaoli library', () => {
  it('lists what there is, as text, table and JSON', () => {
    const cwd = workspace()
    const text = tiaoli(['library', 'list', '绿化'], { cwd })
    expect(text).toMatchObject({ status: 0, stderr: '' })
    expect(text.stdout).toBe(
      '《中华人民共和国绿化法》 法律，2015-06-01，3 条，现行\n《某省绿化条例》 地方性法规，2018-01-01，3 条，现行\n共 2 件\n'
    )
    expect(tiaoli(['library', 'list', '绿化', '--format', 'csv'], { cwd }).stdout.split('\r\n')[2]).toBe(
      '某省绿化条例,地方性法规,某省人民代表大会常务委员会,2018-01-01,3,现行,'
    )
    const past = JSON.parse(tiaoli(['library', 'list', '绿化', '--as-of', '2016-01-01', '--json'], { cwd }).stdout) as {
      state: string
    }[]
    expect(past.map(({ state }) => state)).toEqual(['in-force', 'not-yet'])
  })

  it('shows one instrument with its history, basis and links', () => {
    const run = tiaoli(['library', 'show', '某省绿化条例'], { cwd: workspace() })
    expect(run.status).toBe(0)
    for (const words of [
      '制定机关：某省人民代表大会常务委员会',
      '2018-01-01 通过',
      '《某省绿化条例》',
      '← 《中华人民共和国绿化法》（第一条第一款）',
      '← 《中华人民共和国宪法》（第一条第一款）',
      '《中华人民共和国绿化法》 2 处（1 处到条款），制定依据'
    ])
      expect(run.stdout).toContain(words)
    expect(tiaoli(['library', 'show', '绿化'], { cwd: workspace() })).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('是不是想用：')
    })
  })

  it('says which articles of a registered instrument have words in files of parts', () => {
    const cwd = folderWith({ 'tiaoli.config.json': '{"instruments": ["文库"], "registers": ["登记"]}' })
    for (const [name, content] of Object.entries({
      '登记/法律.yaml':
        'instruments:\n  - title: 某国花木法\n    shortNames: [花木法]\n    kind: 法律\n    issuer: [某国议会]\n    status: in-force\n    versions:\n      - date: "2020-01-01"\n        action: adopted\n        articles: 6\n',
      '文库/某国花木法/第二编.md':
        '# 某国花木法\n\n2020年1月1日通过\n\n第四条　花木应当登记。\n\n第五条　花木应当养护。\n'
    })) {
      mkdirSync(dirname(join(cwd, name)), { recursive: true })
      writeFileSync(join(cwd, name), content)
    }
    const { stdout } = tiaoli(['library', 'show', '某国花木法'], { cwd })
    expect(stdout).toContain('2020-01-01通过，6 条（登记表，其中 2 条有条文）\n')
    expect(stdout).toMatch(/^ {6}\S+第二编\.md$/m)
    expect(tiaoli(['library', 'list', '花木'], { cwd }).stdout).not.toContain('只有登记')
  })

  it('shows where a draft stands in the framework', () => {
    const run = tiaoli(['library', 'tree', `${drafts}/3-submission.md`])
    expect(run.status).toBe(0)
    const [before] = run.stdout.split('➤ 【本草案】《中国共产党组织工作条例（研究稿）》')
    expect(before!.match(/^ {2}\S+：/gm)!.at(-1)).toBe('  领导：')
  })

  it('says how a draft stands to what it cites, and what was in force on a day', () => {
    const cwd = workspace()
    const run = tiaoli(['library', 'tree', '草案/稿.md'], { cwd })
    expect(run.stdout).toContain('本草案《某市绿化办法（草案）》：')
    expect(run.stdout).toMatch(/规章\n {4}➤ 【本草案】《某市绿化办法（草案）》|种类不明/)
    const past = tiaoli(['library', 'tree', '--as-of', '2016-01-01'], { cwd }).stdout
    expect(past).toContain('《某省绿化条例》 地方性法规，尚未施行')
    expect(past).toContain('《中华人民共和国绿化法》 法律\n')
    writeFileSync(
      join(cwd, '草案/规章.md'),
      '---\nkind: 规章\n---\n# 某市公园办法（草案）\n\n第一条　根据《某省绿化条例》，制定本办法。\n'
    )
    expect(tiaoli(['library', 'tree', '草案/规章.md'], { cwd }).stdout).toContain(
      '本草案《某市公园办法（草案）》：规章\n  所引文件中上位的，抵触时以它为准（1）\n    《某省绿化条例》\n'
    )
  })

  it('exports the link graph', () => {
    const cwd = workspace()
    expect(tiaoli(['library', 'graph', '草案/稿.md', '--format', 'graphml'], { cwd }).stdout).toContain(
      '某市绿化办法（草案）'
    )
    const clauses = JSON.parse(
      tiaoli(['library', 'graph', '草案/稿.md', '--clauses', '--around', '某省绿化条例', '--format', 'json'], { cwd })
        .stdout
    ) as { nodes: { id: string; title: string }[]; edges: { source: string; target: string }[] }
    const named = new Map(clauses.nodes.map(({ id, title }) => [id, title]))
    expect(clauses.edges.map(({ source, target }) => `${named.get(source)} → ${named.get(target)}`)).toEqual(
      expect.arrayContaining([
        '《某省绿化条例》第二条 → 《中华人民共和国绿化法》第二条',
        '《某市绿化办法（草案）》第一条 → 《某省绿化条例》第二条'
      ])
    )
    expect(tiaoli(['library', 'graph', '--clauses', '--format', 'svg'], { cwd }).stderr).toContain('画不成图')
    expect(tiaoli(['library', 'graph', '--around', '绿化法', '--out', '图.svg'], { cwd }).status).toBe(0)
    expect(readFileSync(join(cwd, '图.svg'), 'utf8')).toContain('某省绿化条例 → 中华人民共和国绿化法：2 处')
  })

  it('does not call a library in order that has no text', () => {
    const run = tiaoli(['library', 'check'], { cwd: folderWith({ 'tiaoli.config.json': '{"instruments": ["."]}' }) })
    expect(run).toMatchObject({ status: 0, stdout: '文库中还没有法规文本，没有可以检查的内容。\n' })
  })

  it('finds what is wrong with itself', () => {
    const cwd = workspace()
    expect(tiaoli(['library', 'check'], { cwd })).toMatchObject({ status: 0, stdout: '没有发现问题。\n' })
    writeFileSync(join(cwd, '文库/又一份(2018-01-01).md'), province.replace('绿化法》第二条', '绿化法》第九条'))
    const run = tiaoli(['library', 'check'], { cwd })
    expect(run.status).toBe(1)
    expect(run.stdout).toContain('同一版本有两个文件（1）')
    expect(run.stdout).toContain('《中华人民共和国绿化法》没有第九条')
  })

  it('takes a page in, says what it recognised, and never overwrites', () => {
    const cwd = workspace()
    const look = tiaoli(['library', 'add', '花园.html', '--dry-run'], { cwd })
    expect(look.stdout).toContain('制定机关：某市人民政府')
    expect(look.stdout).toContain('种类“规章”是由制定机关“某市人民政府”推断的')
    const target = join(cwd, '文库/规章/某市花园办法(2020-03-01).md')
    expect(existsSync(target)).toBe(false)
    const told = tiaoli(['import', '花园.html'], { cwd })
    expect(told.stderr).toBe(look.stdout)
    expect(told.stdout).toContain('第二条　花园由社区管理。')
    const [entry] = JSON.parse(
      tiaoli(['library', 'add', '花园.html', '--dry-run', '--json'], { cwd }).stdout
    ) as object[]
    expect(entry).toMatchObject({ recognised: { title: '某市花园办法', articles: 2 }, kept: 'no' })
    expect(tiaoli(['library', 'add', '花园.html'], { cwd }).stdout).toContain('已收入：')
    expect(tiaoli(['library', 'add', '花园.html'], { cwd }).stdout).toContain('文库里已有同样的文件')
    writeFileSync(target, '# 某市花园办法\n\n第一条　人手改过。\n')
    const again = tiaoli(['library', 'add', '花园.html'], { cwd })
    expect(again).toMatchObject({ status: 2, stderr: expect.stringContaining('没有覆盖') })
    expect(readFileSync(target, 'utf8')).toContain('人手改过')
    expect(tiaoli(['library', 'add', '花园.html', '--force'], { cwd }).status).toBe(0)
    expect(tiaoli(['library', 'list', '花园'], { cwd }).stdout).toContain('《某市花园办法》 规章，2020-03-01，2 条')
  })
})

describe('tiaoli impact', () => {
  it('lists what a change would touch, in texts and drafts', () => {
    const cwd = workspace()
    const { status, stdout } = tiaoli(['impact', '《绿化法》第二条'], { cwd })
    expect(status).toBe(0)
    expect(stdout).toContain('《中华人民共和国绿化法》第二条如有改动，牵动 4 处条款。')
    expect(stdout).toMatch(
      /直接引用（2）\n {2}《某省绿化条例》第二条第一款 就指这一处\n {4}文库\/地方性法规\/某省绿化条例\(2018-01-01\)\.md:7:12 .*第二条/
    )
    expect(stdout).toContain('《某市绿化办法（草案）》第一条第一款')
    const rows = tiaoli(['impact', '绿化法第二条', '--depth', '1', '--format', 'csv'], { cwd })
      .stdout.trimEnd()
      .split('\r\n')
    expect(rows).toHaveLength(3)
  })

  it('says where there was nothing to look into', () => {
    const { stdout, stderr } = tiaoli(['impact', '党章第十条'], { cwd: folderWith({}) })
    expect(stdout).toContain('没有条款引用《中国共产党章程》第十条')
    expect(stderr).toContain('没有法规文本，也没有草案，没有可查的')
    expect(tiaoli(['impact', '绿化法第二条'], { cwd: workspace() }).stderr).toBe('')
  })

  it('lists a clause in every draft of one instrument', () => {
    const draft = (stage: string) =>
      `---\nstage: ${stage}\n---\n\n# 花坛办法\n\n第一条　根据《草坪条例》第二条，制定本办法。\n\n第二条　依照前条办理。\n`
    const cwd = folderWith({
      '草坪条例.md': '# 草坪条例\n\n第一条　为了养护草坪，制定本条例。\n\n第二条　草坪应当浇水。\n',
      'tiaoli.config.json': '{"instruments": ["草坪条例.md"], "drafts": ["初稿.md", "送审稿.md"]}',
      '初稿.md': draft('初稿'),
      '送审稿.md': draft('送审稿')
    })
    const { stdout } = tiaoli(['impact', '《草坪条例》第二条'], { cwd })
    expect(stdout).toContain('牵动 4 处条款')
    for (const file of ['初稿.md', '送审稿.md']) {
      expect(stdout).toContain(`${file}:7:7 `)
      expect(stdout).toContain(`${file}:9:7 `)
    }
  })

  it.each([
    [['impact', '《没有的法》第二条'], '文库中没有《没有的法》'],
    [['impact', '绿化法'], '看不出“绿化法”是哪一条'],
    [['impact', '绿化法第二条', '--depth', 'x'], '“x”不是层数'],
    [['library', 'list', '--as-of', '2020-13-01'], '不是日期'],
    [['library', 'list', '--folder', '没有'], '找不到这个文件夹'],
    [['library', 'list', '--folder', '花园.html'], '这不是文件夹'],
    [['library', 'add', '文库.zip'], '不知道怎样读'],
    [['library', 'add', '没有.html'], '找不到这个文件']
  ])('answers %j with: %s', (args, message) => {
    const run = tiaoli(args, { cwd: workspace() })
    expect(run).toMatchObject({ status: 2, stderr: expect.stringContaining(message) })
  })
})

describe('tiaoli conform', () => {
  it('sets a text beside what it cites', () => {
    const cwd = workspace()
    const { status, stdout } = tiaoli(['conform', '文库/地方性法规/某省绿化条例(2018-01-01).md'], { cwd })
    expect(status).toBe(0)
    expect(stdout).toContain('本条“二十日”，所引条文“三十日”')
    expect(stdout).toContain('> 移植树木的，应当在三十日前向园林主管部门提出。')
    const implied =
      '# 某市实施《中华人民共和国绿化法》办法\n\n第一条　为了实施《中华人民共和国绿化法》，制定本办法。\n\n第二条　移植树木的，应当在十日前向市园林主管部门提出。\n'
    writeFileSync(join(cwd, '草案/实施.md'), implied)
    const told = tiaoli(['conform', '草案/实施.md'], { cwd }).stdout
    expect(told).toContain('像是在落实《中华人民共和国绿化法》第二条第一款：本条“十日”，所引条文“三十日”')
    expect(tiaoli(['conform', '草案/实施.md', '--format', 'csv'], { cwd }).stdout).toContain('数字不同：本条“十日”')
    const page = tiaoli(['conform', '草案/实施.md', '--format', 'html'], { cwd }).stdout
    expect(page).toMatch(/<div class="pair differs">.*<mark>十日<\/mark>/)
    expect(page).not.toContain('<script')
  })

  it('tells a clause that a text does not have from a text that the library does not have', () => {
    const cwd = workspace()
    writeFileSync(
      join(cwd, '草案/稿.md'),
      '# 某市绿化办法\n\n第一条　根据《某省绿化条例》第二条、第九条、第一条第三款和《林木法》第二条，制定本办法。\n'
    )
    const told = tiaoli(['conform', '草案/稿.md'], { cwd }).stdout
    expect(told).toContain('文字大体相同的条款 0 处，所引文件没有的条款 2 处。')
    expect(told).toContain('文库没有条文、不能对照的：《林木法》1 处。')
    expect(told).toContain(
      '## 所引文件没有的条款\n\n- 第一条第一款（第 3 行）引用《某省绿化条例》第九条，《某省绿化条例》没有这一条款。\n- 第一条第一款（第 3 行）引用《某省绿化条例》第一条第三款，'
    )
    expect(tiaoli(['conform', '草案/稿.md', '--format', 'csv'], { cwd }).stdout).toContain(
      '《某省绿化条例》没有这一条款'
    )
    expect(tiaoli(['conform', '草案/稿.md', '--format', 'html'], { cwd }).stdout).toContain(
      '<h2>所引文件没有的条款</h2>'
    )
  })
})

describe('the first read of a library', () => {
  it('can be interrupted anywhere and goes on from there', async () => {
    const texts = 240
    const cache = folderWith({})
    const folder = folderWith({})
    const article = (number: number): string =>
      `第${number}条　${'社区花园由社区管理，花园的开放时间由社区公布。'.repeat(20)}\n\n`
    for (let index = 0; index < texts; index++) {
      const body = Array.from({ length: 60 }, (_, at) => article(at + 1)).join('')
      writeFileSync(join(folder, `第${index}号办法.md`), `# 第${index}号办法\n\n${body}`)
    }
    const env = { ...process.env, TIAOLI_CACHE: cache, TIAOLI_LANG: '' }
    const child = spawn(command, ['library', 'list', '--folder', folder], { env, stdio: 'ignore' })
    const ended = once(child, 'exit')
    while (packsIn(cache).length === 0 && child.exitCode === null) await setTimeout(5)
    child.kill('SIGINT')
    const [code] = (await ended) as [number | null]
    const kept = entriesIn(cache)
    expect(kept).toBeGreaterThan(0)
    // On a fast machine it may have been done before the signal came.
    if (kept < texts) expect(code).toBe(130)
    const run = tiaoli(['library', 'list', '号办法', '--folder', folder], { env: { TIAOLI_CACHE: cache } })
    expect(run).toMatchObject({ status: 0, stderr: '' })
    expect(run.stdout).toContain(`共 ${texts} 件`)
    expect(entriesIn(cache)).toBe(texts)
  })

  it('leaves a folder that is only looked into as it is, and a read-only workspace too', () => {
    const folder = workspace()
    const cache = folderWith({})
    const before = readdirSync(folder, { recursive: true })
    expect(
      tiaoli(['library', 'list', '--folder', join(folder, '文库')], { env: { XDG_CACHE_HOME: cache } }).status
    ).toBe(0)
    expect(readdirSync(folder, { recursive: true })).toEqual(before)
    chmodSync(folder, 0o555)
    try {
      const run = tiaoli(['library', 'list', '绿化'], { cwd: folder, env: { XDG_CACHE_HOME: cache } })
      expect(run).toMatchObject({ status: 0, stderr: '' })
    } finally {
      chmodSync(folder, 0o755)
    }
  })

  it('without a place for its cache works all the same', () => {
    const run = tiaoli(['library', 'list', '绿化'], { cwd: workspace(), env: { TIAOLI_CACHE: 'off' } })
    expect(run).toMatchObject({ status: 0, stdout: expect.stringContaining('共 2 件') })
  })
})

function packsIn(cache: string): string[] {
  return readdirSync(cache, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.pack') && name.includes('texts-'))
    .map((name) => join(cache, name))
}

/** How many different texts the packs of a cache hold. */
function entriesIn(cache: string): number {
  const keys = new Set<string>()
  for (const pack of packsIn(cache)) {
    const bytes = readFileSync(pack)
    const line = bytes.indexOf(10)
    const [, length] = bytes.subarray(0, line).toString().split(' ')
    const { entries } = JSON.parse(bytes.subarray(line + 1, line + 1 + Number(length)).toString()) as {
      entries: [string][]
    }
    for (const [key] of entries) keys.add(key)
  }
  return keys.size
}
