/** Self names that also have an everyday sense: they count only where the document's title ends with them. */
export const weakSelfNouns: ReadonlySet<string> = new Set([
  '实施意见',
  '若干意见',
  '决定',
  '决议',
  '通知',
  '意见',
  '公告',
  '批复',
  '规范',
  '标准',
  '指引',
  '指南',
  '纲要',
  '目录',
  '公约',
  '协定',
  '条约',
  '议定书',
  '制度',
  '方案',
  '安排',
  '规约',
  '纪要',
  '规划',
  '计划',
  '要点',
  '法典',
  '村规民约',
  '民约',
  '基准',
  '须知',
  '预案',
  '导则',
  '大纲',
  '纲领',
  '宪章',
  '宣言',
  '倡议',
  '承诺书',
  '措施',
  '手册',
  '名录',
  '清单',
  '流程',
  '政策',
  '条令',
  '命令',
  '令',
  '通告',
  '答复',
  '复函',
  '函',
  '说明',
  '约定',
  '协议',
  '合同'
])

/** Words by which a document calls itself after 本, longest first where one begins another. */
export const selfNouns: readonly string[] = [
  '实施细则',
  '实施条例',
  '实施办法',
  '实施规定',
  '暂行条例',
  '暂行办法',
  '暂行规定',
  '若干规定',
  '试行办法',
  '修正案',
  '宪法',
  '法',
  '条例',
  '规定',
  '办法',
  '规则',
  '细则',
  '章程',
  '准则',
  '规程',
  '守则',
  '解释',
  '通则',
  '文件',
  ...weakSelfNouns
]

/** More than one word by which a document calls itself, whose last one is of its kind: 本管理办法, 本议事规则. */
export const longSelf =
  /^(?:(?:监督|安全|财务|暂行|试行)?管理|工作|议事|补充|考核|奖惩|奖励|处分|监督|选举|评选|评审|操作|技术|服务|收费)(?:暂行|试行)?(条例|规定|办法|规则|细则|章程|准则|规程|守则|制度|方案|规范|标准|指引|指南|意见)/

/** Characters that join 本 to the left: 基本条件, 根本法, 资本, 版本. */
export const boundBefore本 = '基根资版文样日原副正课书剧标蓝抄股译读脚话草木孤赔血摹拓够'
/** 成本 is a word (重置成本法), unless 成 ends a verb: 完成本条例规定的工作. */
export const boundCost = /(?<![完造达形构组])成$/
/** Characters that join 前 to the left: 目前, 以前, 提前. */
export const boundBefore前 = '目此当眼'
/** Characters that join 上 or 下 to the left or follow a count: 以上款项. */
export const boundBefore上 = '以之网线市海身路车在向马晚早'

/** What turns a word ending in 法 into another word: 法律, 法院, 法人, 法典. */
export const after法 = '律院人官庭医学案典盲警治系源'

/** Words after a unit that turn it into another word; the exceptions are checked by {@link unitTraps}. */
export const unitTraps: Readonly<Record<string, RegExp>> = {
  编: /^(?:制(?!定)|号|码|辑|写|外|内人|委|入|审|译|排|印|纂|剧|导)/,
  章: /^程(?!序)/,
  节: /^(?:目|能|约(?!定)|日|假|水|点|奏|余|省)/,
  条: /^(?:件|例(?!外)|约(?!定|束)|款|线|形码|目|纹|码|幅|文说明)/,
  款: /^(?:项(?!.{0,3}(?:规定|所列|之))|式|待|额|物(?!品))/,
  项: /^(?:目|诉讼请求|仲裁请求|诉请)/,
  目: /^(?:标|录|的(?!规定|情形|行为|[，。；])|前|光|击)/
}

/** Last words of the names of instruments, longest first. */
export const instrumentNoun =
  /(?:法典|基本法|法|民法总则|民法通则|实施条例|条例|实施细则|细则|规则|准则|规定|办法|章程|党章|解释|规程|公约|协定|条约|议定书|修正案|决定|宪章|税则)$/

/**
 * What may stand before a bare name (企业破产法第三十七条) and is not part of it. Characters that names use as well
 * count only outside the words of names: 对 but not 对外贸易法, 有 but not 国有资产法, 为 but not 行为.
 */
export const boundaryBeforeName =
  /^.*(?:根据|依照|按照|依据|遵照|违反|适用|符合|遵守|执行|参照|比照|触犯|援引|引用|属于|不属于|构成|主张|涉及|具[有备]|取得|达到|满足|存在|出现|成立|修正的|修改后|现行的?|对照|本着|贯彻|落实|考虑|确定|超过|影响|落入|界定|援用|计入|使用|提供|拨付|从事|实施了|就(?!业)|指(?!导|挥|纹)|了|以及|或者|不是|就是|作为|认定|规定|适合|应当|可以|参考|结合|所称|包括|关于(?!.*(?:规定|办法|决定|解释|意见)$)|中的|[、，。；：:;,（）()《》〈〉“”‘’"'\s的和与及或将把以由是在依按]|(?<!自)由|对(?!外(?!商))|除(?!四害)|(?<!行|人)为|(?<![国所私共])有(?!限|线|毒|害|机|关)|(?<!属)于(?!.{0,12}的)|(?<!合)同(?=《))/su

/** Words after which a law or regulation is named as source, yardstick or object of breach. */
export const sourceWords = [
  '根据',
  '依照',
  '按照',
  '违反',
  '依据',
  '适用',
  '遵守',
  '符合',
  '执行',
  '参照',
  '触犯'
] as const
/** What may stand between such words and the name: 适用修改前的…法. */
export const versionWord = /^(?:修改[前后]的?|修订[前后]的?|修正的|修订的|现行的?|原)/

/** A bare name in that position: the shortest that nothing behind it makes another word. */
export const sourceName =
  /^(?:中国(?!共产党))?(民法(?:总则|通则)|[\u4e00-\u9fff]{1,28}?(?:法|条例)(?:实施(?:条例|细则|办法)|(?:司法)?解释(?=第))?)(?!法|总则|通则|规(?!定)|[律院人官庭医学案典盲警治系源则理兰令]|制(?!定)|定(?!罪)|[一二三四五六七八九十]|实施|施行细则|修正案)/

/** How 法 ends a method instead of a law: 按照直线法计算. */
export const methodBehind = /^(?:[，,]?(?:计算|核算|测|评估|评标|估|折旧|摊|分摊|分配|管理分配|检验|试验|勘探))/

/** Words ending in 法 or 条例 that name no instrument: 方法, 上位法, 有关立法, 单行条例. */
export const noInstrument =
  /^同|^[新旧老原]法$|有关|相关|国家|其他|上述|前款|[本该各其此]|是否|以[上下]|符合|违反|依据|遵守|参照|触犯|主张|下列|以下|法律|法规|规定|章程|原则|程序(?!法)|[的或]|不(?!正当|动产)|进行|采取|实行|适用|执行|按照|依照|根据|应当|(?:[方办做看想立执违合守普书用语手技说依宪家刑非无枉抗释讲学变戏魔画功犯]|(?<!预|决)算|(?<!调)解|(?<!公)司|(?<!医)疗|上位|下位|国际|根本|(?<!区)基本|母|特别|一般|成本|收益|直线|项目|准据|平均|计价|市场|比较|分摊|递减|总和|系数|因素|工作量|权益|评分|标价|估价|投标价|抽签|摇号|列举|排除|倒扣|加成|现值|剩余|标准|拼写|测定|滴定|蒸馏|交换|渗透)法$|^(?:行政|民事|刑事|经济|组织|自然|税务|社会|公|私|中国税|涉外税)法$|^.?税法$|(?:自治|单行)条例$|^(?:暂行|实施|管理|地方)条例$/

/** 和, 与, 及, 对 inside a name are few; elsewhere they part two names. */
export const partedName = /[和与及]|对(?!外)/

/** Papers whose clauses are nobody's law: 合同第七条, 协议第七项. */
export const privatePaper = /(?:合同|协议|协议书|公报|批复|复函|判决书?|裁定书?|公司章程|标准|报告)(?:的|中)?$/

/** What one does with an annex of one's own: 超过附件一, 填写附件二. */
export const verbBeforeAnnex =
  /超过|适用|执行|填写|填报|使用|采用|参考|参阅|查阅|达到|满足|遵守|提交|报送|修改|增加|删除|废止|调整|公布|补充/

/** Makers that stand before a title which begins with 关于: 国务院《关于…的决定》. */
export const issuerBefore =
  /(?:中共中央(?:办公厅)?|中央纪律检查委员会|国务院(?:办公厅)?|最高人民法院|最高人民检察院|全国人民代表大会(?:常务委员会)?)$/

/** Certificates, forms, papers and books, whose titles in 《》 are no instruments. */
export const formTitle =
  /(?:证|证明|证件|(?<!议定)书|(?<!清)单|簿|册|卡|卡片|报|公报|笔录|许可|执照|牌照|协议|合同|合同文本|合同范本|示范文本|保函|回执|凭证|档案|票|发票|收据|台账|教材|年鉴|杂志|词典|辞典|字典|文选|选集|文集|全集|护照|(?:名单|登记|申请|审批|备案|报告|申报|调查|推荐|考核|评价|统计|鉴定|情况|报名|审核|审查|信息|一览|测评|公示|明细|汇总|证明|签名|记录|审核|呈报)表)$/

const privateTitle = /(?:合同|协议|协议书|承诺书|意向书|合同书|条款|保单|保险单|招标文件|投标文件|招标书|投标书)$/

/** Whether a title reads like a contract between parties, and none between states or regions. */
export function isPrivateTitle(title: string): boolean {
  return privateTitle.test(title) && !/^关于|两岸|内地|政府|共和国|国际|公约|联合国|世界|组织/.test(title)
}

/** Whether a title reads like a certificate, a form, a paper or a book rather than an instrument. */
export function isFormTitle(title: string): boolean {
  // 某某许可证（单片）
  return formTitle.test(title.replace(/[（(][^（）()]{1,16}[）)]$/, ''))
}
