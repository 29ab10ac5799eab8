import { describe, expect, it } from 'vitest'
import { scanMarked } from './notation.js'

/** Text with the expected mentions in «», then what each means; nothing, or `''`, where nothing refers. */
type Case = [text: string, ...meanings: string[]]

const groups: Record<string, Case[]> = {
  'numbered places': [
    ['依照«本条例第三条»处理。', '本条例 art3'],
    ['违反«本法第十二条第二款»的，', '本法 art12/para2'],
    ['«本办法第六条第二项»规定的园艺师', '本办法 art6/point2'],
    ['«本规定第二十条第一款第三项第二目»', '本规定 art20/para1/point3/indent2'],
    ['有«第八条»规定的情形', 'art8'],
    ['«第10条第2款»不适用', 'art10/para2'],
    ['«第１２条»除外', 'art12'],
    ['依照«第七十五 条»执行', 'art75'],
    ['«本法第一百三十三条之一第一款»', '本法 art133-1/para1'],
    ['«第二百零一条之二»', 'art201-2'],
    ['«本条例第三章»的规定', '本条例 chp3'],
    ['适用«本法第二编第四章第八节»', '本法 book2/chp4/sec8'],
    ['«本法总则第四章第八节»的规定', '本法 总则/chp4/sec8'],
    ['«本法附则»另有规定', '本法 附则'],
    ['见«本办法附件二»', '本办法 att2'],
    ['按照«附件一»所列品种', 'att1'],
    ['式样见«附件»。', 'att'],
    ['«党章总纲»指出', '党章 preamble'],
    ['«宪法序言第七自然段»', '宪法 preamble/para7'],
    ['«第三条但书»的情形', 'art3'],
    ['«第二十条第一款后段»', 'art20/para1']
  ],
  'lists and ranges': [
    ['«第三条、第五条和第七条第二款»', 'art3 + art5 + art7/para2'],
    ['«本条例第九条、第十条第二款»', '本条例 art9 + art10/para2'],
    ['«第三条第二款、第四款和第八条»', 'art3/para2 + art3/para4 + art8'],
    ['«第三条第一项、第三项»', 'art3/point1 + art3/point3'],
    ['«本条例第十五条第一、三款和第二十一条»', '本条例 art15/para1 + art15/para3 + art21'],
    ['«第三、四条»', 'art3 + art4'],
    ['«第一、第三款»', 'para1 + para3'],
    ['«第十二条至第十四条»', 'art12…art14'],
    ['«第三至五条»', 'art3…art5'],
    ['«第五条第二项至第六项»', 'art5/point2…point6'],
    ['«第二项至五项»', 'point2…point5'],
    ['«第三条第二款至第四款»', 'art3/para2…para4'],
    ['«第三条至第五条、第八条和第十条至第十二条»', 'art3…art5 + art8 + art10…art12'],
    ['«第二章至第四章»', 'chp2…chp4'],
    ['«第二章第二节、第三节和第五节»', 'chp2/sec2 + chp2/sec3 + chp2/sec5'],
    ['«第三十一条、三十二条第一款»', 'art31 + art32/para1'],
    ['违反«第十八条第一款、第二款，第二十二条第二款»规定', 'art18/para1 + art18/para2 + art22/para2'],
    ['«第七条第三款»，并报告备案', 'art7/para3'],
    ['«第一款前三项»情形', 'para1/point1…point3'],
    ['«第三百零七条之一前三款»行为', 'art307-1/para1…para3']
  ],
  'item numbers in brackets': [
    ['«第十条第（二）项»', 'art10/point2'],
    ['«第十条第(三)项»', 'art10/point3'],
    ['«前款第（一）、（三）项»', 'previous.para/point1 + previous.para/point3'],
    ['«前款（一）、（二）项»', 'previous.para/point1 + previous.para/point2'],
    ['«第二款第（一）至（三）项、第（五）项»', 'para2/point1…point3 + para2/point5'],
    ['除«（一）、（二）项»规定外', 'point1 + point2'],
    ['«下列第（一）至（六）项»行为', 'this.para/point1…point6']
  ],
  relative: [
    ['«前款»规定的期限', 'previous.para'],
    ['«前两款»规定的', 'previous2.para'],
    ['«前四款»所列', 'previous4.para'],
    ['依照«前条»的规定', 'previous.art'],
    ['«前条第一款»', 'previous.art/para1'],
    ['«前项»所称', 'previous.point'],
    ['«前两项»以外', 'previous2.point'],
    ['«前款第三项至第六项»', 'previous.para/point3…point6'],
    ['«本条»所称花木', 'this.art'],
    ['«本条第二款»', 'this.art/para2'],
    ['«本款第十二项»', 'this.para/point12'],
    ['«本项第5目»', 'this.point/indent5'],
    ['«本条各款»', 'this.art/every.para'],
    ['«前款各项»', 'previous.para/every.point'],
    ['«本章»规定', 'this.chp'],
    ['«本节»另有规定', 'this.sec'],
    ['«本编通则»', 'this.book/通则'],
    ['违反«本节第一百九十二条、第一百九十四条»', 'this.sec/art192 + art194'],
    ['依照«该条第一款»', 'same.art/para1'],
    ['依照«各该条»的规定处罚', '<each-named> same.art'],
    ['发生«前款»情形', 'previous.para'],
    ['可以«前款»', 'previous.para'],
    ['犯«第一款»罪，有«第一项»情形', 'para1', 'point1']
  ],
  'lists announced and pointed back to': [
    ['有«下列»情形之一的：', '<forward-list>'],
    ['应当具备«以下»条件：', '<forward-list>'],
    ['职责«如下»：', '<forward-list>'],
    ['处三年以下有期徒刑', ''],
    ['县级以下机关', ''],
    ['«上述»权利不因调动而改变', '<back-reference>']
  ],
  instruments: [
    ['根据«《中华人民共和国园林法》»，制定«本条例»。', '《中华人民共和国园林法》', '本条例'],
    ['依照«《花木条例》第三条»', '《花木条例》 art3'],
    ['依照«《花木条例》第三条»和«《草坪办法》第五条»', '《花木条例》 art3', '《草坪办法》 art5'],
    ['«《花木条例》»«《草坪办法》»«《盆景规则》»等', '《花木条例》', '《草坪办法》', '《盆景规则》'],
    ['«《花木条例》（试行）第二条»', '《花木条例（试行）》 art2'],
    ['«《关于修改〈花木条例〉的决定》»', '《关于修改〈花木条例〉的决定》'],
    ['«《关于修改《花木条例》的决定》»', '《关于修改《花木条例》的决定》'],
    ['遵守«党章»，维护«宪法»权威', '党章', '宪法'],
    ['«党章第三十二条第二项»', '党章 art32/point2'],
    ['应当认定为«刑法第三百四十二条»规定的', '刑法 art342'],
    ['构成«刑法分则第九章»规定的犯罪', '刑法 分则/chp9'],
    ['按照«花木价格法第五条»', '花木价格法 art5'],
    ['依据«反园圃垄断法第六条»', '反园圃垄断法 art6'],
    ['符合«园圃合同法第五十二条»规定', '园圃合同法 art52'],
    ['«条例第三条»所称', '条例 art3'],
    ['根据«园圃法实施条例第四条»的规定', '园圃法实施条例 art4'],
    ['依照«园圃法»、«苗木法»和有关法律', '园圃法', '苗木法'],
    ['按照«下列»方法和有关立法', '<forward-list>'],
    ['根据«中华人民共和国园林法»制定', '中华人民共和国园林法'],
    ['依照«该条例第五条»执行', '~条例 art5'],
    ['«该办法»另有规定', '~办法'],
    ['«《花木条例》»及«其实施细则»', '《花木条例》', '~实施细则'],
    ['依照«同法第八条»', '~法 art8'],
    ['«《花木条例》附录一、附录二»', '《花木条例》 att1 + att2']
  ],
  traps: [
    ['具备基本条件的', ''],
    ['有关刑事的基本法律', ''],
    ['合同条款和上项目', ''],
    ['走在前列', ''],
    ['宪法和法律委员会', ''],
    ['举行宪法宣誓', ''],
    ['第三人提出异议', ''],
    ['第一次、第二审', ''],
    ['第三项目标和第一目的地', ''],
    ['第二章程和第一节目', ''],
    ['目前款项已经结清', ''],
    ['前款项下的资金', ''],
    ['资本公积', ''],
    ['本条件和本项目', ''],
    ['本法人和本法院', ''],
    ['成立以后«本法»施行以前', '本法'],
    ['完成«本条例»规定的工作', '本条例'],
    ['重置成本法', ''],
    ['该法院、该法人', ''],
    ['应该法办', ''],
    ['劳动合同第七条约定', ''],
    ['作为报告附件一并提交', ''],
    ['合同第三条约定的品种', ''],
    ['«第三条»约定的', 'art3']
  ],
  'unfinished numbers': [
    ['依照«第×条»处理', 'open.art'],
    ['依照«本条例第××条第二款»', '本条例 open.art/para2'],
    ['见«第X条»', 'open.art']
  ]
}

for (const [name, cases] of Object.entries(groups)) {
  describe(name, () => {
    for (const [text, ...expected] of cases) {
      it(text, () => {
        const { marked, meanings } = scanMarked(text)
        expect(meanings).toEqual(expected.filter((meaning) => meaning !== ''))
        expect(marked).toBe(text)
      })
    }
  })
}
