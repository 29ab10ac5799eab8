/**
 * Phrases that every legislator uses, so that two rules which share them need not have anything to do with one another,
 * even where a draft happens to use one only twice. General knowledge of the language of Chinese regulations.
 */
export const formulas: readonly string[] = [
  '构成犯罪的，依法追究刑事责任',
  '尚不构成犯罪的，依法给予处分',
  '构成违反治安管理行为的，由公安机关依法给予治安管理处罚',
  '对直接负责的主管人员和其他直接责任人员依法给予处分',
  '对负有责任的领导人员和直接责任人员依法给予处分',
  '由县级以上地方人民政府有关主管部门责令限期改正，给予警告或者通报批评',
  '拒不改正或者情节严重的，没收违法所得，并处违法所得一倍以上五倍以下罚款',
  '责令停产停业整顿，吊销许可证件',
  '滥用职权、玩忽职守、徇私舞弊的',
  '造成损失的，依法承担赔偿责任',
  '违反本条例规定，有下列情形之一的',
  '法律、行政法规另有规定的，从其规定',
  '国务院有关部门按照各自职责分工负责',
  '各级人民政府应当加强领导，将所需经费列入本级预算',
  '任何单位和个人不得',
  '给予表彰和奖励',
  '具体办法由国务院有关部门制定'
]
