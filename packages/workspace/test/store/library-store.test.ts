import { existsSync, readdirSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Instrument, Outline } from '@tiaoli/library'
import { createLibrary } from '@tiaoli/library'
import { expandPlaces, instrumentOfDocument, openLibraryStore, readDocument } from '@tiaoli/workspace'
import { describe, expect, it } from 'vitest'
import { folderWith } from '../temporary.js'

const gardens = `# 某市社区花园管理办法

（2020年3月1日某市人民政府令第12号公布，自2020年5月1日起施行）

## 第一章　总则

第一条　为了规范社区花园，根据《某省园林条例》第三条，制定本办法。

第二条　申请开设花园，应当提交下列材料：

（一）申请书；

（二）场地说明。

第三条　违反本办法第二条规定的，按照《某省园林条例》第九条处理。

第四条　本办法自2020年5月1日起施行。
`
const parks = `# 某省园林条例

2015年6月1日 某省第十二届人民代表大会常务委员会第八次会议通过

2019年9月1日 某省第十三届人民代表大会常务委员会第十次会议《关于修改〈某省园林条例〉的决定》修正

第一条　为了保护园林，制定本条例。

第二条　本条例适用于本省。

第三条　市人民政府可以制定办法。
`

function library(): string {
  return folderWith({ '文库/某市社区花园管理办法.md': gardens, '文库/地方性法规/某省园林条例(2019-09-01).md': parks })
}

async function sourcesOf(folder: string) {
  const { files } = await expandPlaces(folder, ['文库'], { extensions: ['md'] })
  return { texts: files, registers: [], shippedRegisters: false }
}

/** The parts of an instrument that references are resolved with, outlines read out. */
function plain(instrument: Instrument): unknown {
  return {
    ...instrument,
    versions: instrument.versions.map(({ outline, source, ...facts }) => ({
      ...facts,
      file: source.file,
      outline: outline && plainOutline(outline)
    }))
  }
}

function plainOutline({ articles, structures, ...flags }: Outline): unknown {
  return {
    ...flags,
    structures: [...structures],
    articles: [...articles].map(([key, { address, number, path, paragraphs, topic, node }]) => ({
      key,
      address,
      number,
      path,
      paragraphs,
      topic,
      node
    }))
  }
}

describe('a library store', () => {
  it('gives back from its cache what reading the files gives', async () => {
    const folder = library()
    const sources = await sourcesOf(folder)
    const cache = join(folder, '缓存')
    const first = await openLibraryStore(cache).refresh(sources)
    const second = await openLibraryStore(cache).refresh(sources)
    const documents = await Promise.all(sources.texts.map(readDocument))
    const direct = createLibrary(documents.map(instrumentOfDocument))
    expect([first.read, second.read]).toEqual([2, 0])
    expect(first.library.instruments.map(plain)).toEqual(direct.instruments.map(plain))
    expect(second.library.instruments.map(plain)).toEqual(direct.instruments.map(plain))
  })

  it('knows what the notes under a title say', async () => {
    const { library: read } = await openLibraryStore(undefined).refresh(await sourcesOf(library()))
    const [park] = read.find('某省园林条例').instruments
    expect(park).toMatchObject({
      kind: '地方性法规',
      issuer: ['某省人民代表大会常务委员会'],
      versions: [{ date: '2019-09-01', action: 'amended' }]
    })
    expect(park!.history!.map(({ date, action }) => `${date} ${action}`)).toEqual([
      '2015-06-01 adopted',
      '2019-09-01 amended'
    ])
    const [garden] = read.find('某市社区花园管理办法').instruments
    expect(garden!.versions[0]).toMatchObject({ date: '2020-03-01', effective: '2020-05-01' })
  })

  it('reads only the file that changed, was added or was renamed', async () => {
    const folder = library()
    const store = openLibraryStore(join(folder, '缓存'))
    await store.refresh(await sourcesOf(folder))
    const file = join(folder, '文库/某市社区花园管理办法.md')
    writeFileSync(
      file,
      gardens.replace('第三条　违反', '第三条　第二款\n\n第四条　违反').replace('第四条　本办法自', '第五条　本办法自')
    )
    const changed = await store.refresh(await sourcesOf(folder))
    expect(changed.read).toBe(1)
    const [garden] = changed.library.find('某市社区花园管理办法').instruments
    expect([...garden!.versions[0]!.outline!.articles.keys()]).toContain('art_5')
    writeFileSync(join(folder, '文库/某镇绿道规定.md'), '# 某镇绿道规定\n\n第一条　绿道由镇管理。\n')
    expect((await store.refresh(await sourcesOf(folder))).read).toBe(1)
    renameSync(file, join(folder, '文库/花园.md'))
    expect((await store.refresh(await sourcesOf(folder))).read).toBe(1)
    rmSync(join(folder, '文库/花园.md'))
    const gone = await store.refresh(await sourcesOf(folder))
    expect([gone.read, gone.texts]).toEqual([0, 2])
  })

  it('notices a change of equal length in a file whose time was set back', async () => {
    const folder = library()
    const file = join(folder, '文库/某市社区花园管理办法.md')
    const past = new Date('2020-01-01')
    utimesSync(file, past, past)
    const store = openLibraryStore(join(folder, '缓存'))
    await store.refresh(await sourcesOf(folder))
    writeFileSync(file, gardens.replace('申请开设花园', '申请关闭花园'))
    utimesSync(file, past, past)
    expect((await store.refresh(await sourcesOf(folder))).read).toBe(1)
  })

  it('makes a damaged cache again and says so', async () => {
    const folder = library()
    const sources = await sourcesOf(folder)
    const cache = join(folder, '缓存')
    await openLibraryStore(cache).refresh(sources)
    const [pack] = packsIn(cache)
    const bytes = readFileSync(pack!)
    writeFileSync(pack!, bytes.subarray(0, bytes.length - 7))
    const cut = openLibraryStore(cache)
    expect((await cut.refresh(sources)).read).toBe(2)
    expect(
      cut
        .takeProblems()
        .map(({ reason }) => reason.zh)
        .join()
    ).toContain('损坏')
    expect(existsSync(pack!)).toBe(false)
  })

  it('reads a text again whose outline is damaged, and says so', async () => {
    const folder = library()
    const sources = await sourcesOf(folder)
    const cache = join(folder, '缓存')
    await openLibraryStore(cache).refresh(sources)
    const [pack] = packsIn(cache)
    const bytes = readFileSync(pack!)
    bytes[bytes.length - 3]! ^= 1
    writeFileSync(pack!, bytes)
    const store = openLibraryStore(cache)
    const { library: read } = await store.refresh(sources)
    const articles = read.instruments.map(({ versions }) => versions[0]!.outline!.articles.size)
    expect(articles.sort()).toEqual([3, 4])
    expect(store.takeProblems().map(({ code }) => code)).toEqual(['cache'])
    expect((await openLibraryStore(cache).refresh(sources)).read).toBe(2)
  })

  it('goes on after an interrupt with what was written until then', async () => {
    const folder = library()
    const sources = await sourcesOf(folder)
    const cache = join(folder, '缓存')
    await openLibraryStore(cache).refresh({ ...sources, texts: sources.texts.slice(0, 1) })
    const [pack] = packsIn(cache)
    writeFileSync(`${pack}.tmp`, 'half a pack')
    const { read, texts } = await openLibraryStore(cache).refresh(sources)
    expect([read, texts]).toEqual([1, 2])
  })

  it('serves two processes at once', async () => {
    const folder = library()
    const sources = await sourcesOf(folder)
    const cache = join(folder, '缓存')
    const stores = [openLibraryStore(cache), openLibraryStore(cache)]
    const both = await Promise.all(stores.map((store) => store.refresh(sources)))
    expect(both.map(({ read }) => read)).toEqual([2, 2])
    expect((await openLibraryStore(cache).refresh(sources)).read).toBe(0)
    expect(stores.flatMap((store) => store.takeProblems())).toEqual([])
  })

  it('works without a cache that can be written, and says why the next start is slow', async () => {
    const folder = library()
    const sources = await sourcesOf(folder)
    const cache = join(folder, '缓存')
    const store = openLibraryStore(cache)
    rmSync(cache, { recursive: true })
    writeFileSync(cache, 'a file in the way')
    const { texts } = await store.refresh(sources)
    expect(texts).toBe(2)
    expect(store.takeProblems().map(({ reason }) => reason.zh)).toEqual([expect.stringContaining('没有存下来')])
  })

  it('tells two files of one version from parts of one law', async () => {
    const part = (title: string, first: string) =>
      `# 某市市容法典\n\n# ${title}\n\n2021年1月1日 通过\n\n${first}　条文。\n`
    const folder = folderWith({
      '文库/总则.md': part('总则', '第一条'),
      '文库/分则.md': part('分则', '第二条'),
      '文库/甲.md': '# 某市道路规定\n\n2021年1月1日 通过\n\n第一条　路。\n',
      '文库/乙.md': '# 某市道路规定\n\n2021年1月1日 通过\n\n第一条　桥。\n'
    })
    const store = openLibraryStore(undefined)
    const { library: read } = await store.refresh(await sourcesOf(folder))
    expect(store.duplicates()).toEqual([
      { title: '某市道路规定', date: '2021-01-01', files: [join(folder, '文库/乙.md'), join(folder, '文库/甲.md')] }
    ])
    const [code] = read.find('某市市容法典').instruments
    expect([...code!.versions[0]!.outline!.articles.keys()]).toEqual(['art_1', 'art_2'])
  })
})

describe('links of a library', () => {
  it('are kept, and found again only where what they point to has changed', async () => {
    const folder = library()
    const cache = join(folder, '缓存')
    const store = openLibraryStore(cache)
    await store.refresh(await sourcesOf(folder))
    const first = await store.links()
    const targets = (documents: typeof first.documents) =>
      documents.flatMap(({ references }) =>
        references.flatMap((reference) =>
          reference.targets.map(({ from, status }) => `${reference.role} ${from} ${status}`)
        )
      )
    expect(first.linked).toBe(2)
    expect(targets(first.documents)).toEqual([
      'history null unknown-instrument',
      'basis art_3 resolved',
      'breach art_2 resolved',
      'apply art_9 dangling'
    ])
    const again = openLibraryStore(cache)
    await again.refresh(await sourcesOf(folder))
    expect(await again.links()).toEqual({ documents: first.documents, linked: 0 })
    writeFileSync(join(folder, '文库/某镇绿道规定.md'), '# 某镇绿道规定\n\n第一条　绿道由镇管理。\n')
    await again.refresh(await sourcesOf(folder))
    expect((await again.links()).linked).toBe(1)
    const park = join(folder, '文库/地方性法规/某省园林条例(2019-09-01).md')
    writeFileSync(
      park,
      `${parks}\n第四条　甲。\n\n第五条　乙。\n\n第六条　丙。\n\n第七条　丁。\n\n第八条　戊。\n\n第九条　己。\n`
    )
    await again.refresh(await sourcesOf(folder))
    const changed = await again.links()
    expect(changed.linked).toBe(2)
    expect(targets(changed.documents)).toContain('apply art_9 resolved')
  })
})

describe('a cache', () => {
  it('that grows by one change after the other stays few packs, and forgets nothing', async () => {
    const folder = library()
    const cache = join(folder, '缓存')
    const store = openLibraryStore(cache)
    for (let round = 0; round < 30; round++) {
      writeFileSync(join(folder, `文库/某镇${round}号规定.md`), `# 某镇${round}号规定\n\n第一条　测试。\n`)
      expect((await store.refresh(await sourcesOf(folder))).read).toBe(round === 0 ? 3 : 1)
      expect(packsIn(cache).length).toBeLessThan(10)
    }
    const { read, library: again } = await openLibraryStore(cache).refresh(await sourcesOf(folder))
    expect([read, again.instruments.length]).toEqual([0, 32])
  })

  it('does not keep what no file has any more for ever', async () => {
    const folder = library()
    const cache = join(folder, '缓存')
    const store = openLibraryStore(cache)
    const bytes = () => packsIn(cache).reduce((sum, pack) => sum + readFileSync(pack).length, 0)
    const sizes: number[] = []
    for (let round = 0; round < 40; round++) {
      writeFileSync(join(folder, '文库/某镇规定.md'), `# 某镇规定\n\n第一条　测试${'甲'.repeat(round)}。\n`)
      await store.refresh(await sourcesOf(folder))
      sizes.push(bytes())
    }
    expect(sizes.at(-1)).toBeLessThan(Math.max(...sizes.slice(0, 20)) * 1.2)
  })

  it('of links is not trusted where one of the files of a code has changed', async () => {
    const part = (title: string, articles: string) =>
      `# 某市市容法典\n\n# ${title}\n\n2021年1月1日 通过\n\n${articles}\n`
    const folder = folderWith({
      '文库/总则.md': part('总则', '第一条　街道清洁。'),
      '文库/分则.md': part('分则', '第三条　河道清洁。'),
      '文库/细则.md': '# 某市市容细则\n\n2022年1月1日 通过\n\n第一条　按照《某市市容法典》第二条处理。\n'
    })
    const store = openLibraryStore(join(folder, '缓存'))
    const statuses = async () => {
      await store.refresh(await sourcesOf(folder))
      const { documents } = await store.links()
      return documents.flatMap(({ references }) =>
        references.flatMap(({ targets }) => targets.map(({ status }) => status))
      )
    }
    expect(await statuses()).toEqual(['unknown-instrument'])
    writeFileSync(join(folder, '文库/分则.md'), part('分则', '第二条　河道清洁。\n\n第三条　湖泊清洁。'))
    expect(await statuses()).toEqual(['resolved'])
  })
})

function packsIn(cache: string): string[] {
  return readdirSync(cache, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.pack'))
    .map((name) => join(cache, name))
}
