/**
 * Surnames with how many people in ten thousand bear them, rounded; order and size after the Ministry
 * of Public Security's national name reports (全国姓名报告, 2018 to 2020). Those with a reading of
 * their own as a surname (单 Shàn, 仇 Qiú, 查 Zhā, 解 Xiè, 曾 Zēng, 区 Ōu) are among them.
 */
export const SURNAMES: readonly (readonly [string, number])[] = [
  ...per(720, '王李'),
  ...per(680, '张'),
  ...per(520, '刘'),
  ...per(450, '陈'),
  ...per(310, '杨'),
  ...per(230, '黄赵'),
  ...per(205, '吴周'),
  ...per(150, '徐孙'),
  ...per(125, '马朱胡林'),
  ...per(110, '郭何高'),
  ...per(85, '罗郑梁'),
  ...per(70, '谢宋唐许邓'),
  ...per(60, '冯韩曹曾彭萧蔡潘'),
  ...per(48, '田董袁于余叶蒋杜苏'),
  ...per(40, '魏程吕丁沈任姚卢傅钟'),
  ...per(33, '姜崔谭廖范汪陆金石戴'),
  ...per(26, '贾韦夏邱方侯邹熊孟秦'),
  ...per(22, '白江阎薛尹段雷黎史龙'),
  ...per(18, '陶贺顾毛郝龚邵万钱严'),
  ...per(14, '赖覃洪武莫孔汤向常温'),
  ...per(10, '康施文牛樊葛邢安齐易'),
  ...per(8, '乔伍庞颜倪庄聂章鲁岳'),
  ...per(6, '翟殷詹申欧耿关兰焦俞'),
  ...per(4, '左柳甘祝包宁尚符舒阮'),
  ...per(3, '单仇查解区盖朴华'),
  ...per(2, ['欧阳', '上官', '诸葛', '司马', '尉迟', '皇甫', '令狐', '慕容', '东方', '夏侯']),
];

/** Characters of given names by the decade of birth, most frequent first. */
export const GIVEN: Readonly<Record<'male' | 'female', readonly (readonly [number, string])[]>> = {
  male: [
    [1970, '建国军志明伟华文平林永德海生荣新龙春金玉祥忠福东祖贵庆良才富学光'],
    [1980, '伟军勇建国斌强志明辉华平刚波涛海文东峰鹏宏亮林永春飞云清利胜立成'],
    [1990, '磊伟强鹏超涛杰波军飞俊龙凯斌浩亮明辉健宇峰帅勇旭晨刚成建东翔阳博'],
    [2000, '杰浩鑫宇鹏俊文凯超磊博龙旭阳帆健豪志明伟佳子晨翔涛嘉天瑞诚一'],
    [9999, '浩宇轩子涵梓俊杰泽博文铭辰皓睿嘉奕晨一诺佳逸天翔瑞鑫明志思远航晟'],
  ],
  female: [
    [1970, '秀英桂兰玉珍凤芳红丽华梅春淑霞美莲香菊琴翠云爱素金月萍荣娥清惠'],
    [1980, '丽红霞艳芳燕娟萍玲梅敏华英娜琴静秀春云莉琳辉小海兰凤金月文晓香'],
    [1990, '静丽娜婷敏燕艳娟芳婷雪丹倩玲慧琳莉晓颖佳洁晶欣红莹璐蕾霞萍薇媛'],
    [2000, '婷雪佳欣静颖慧琳雅晓梦倩文思雨悦嘉敏洁莹媛瑶璐怡丹诗琪薇蕊宁'],
    [9999, '欣怡梓涵诗雨思琪佳子萱语桐若曦可馨雅芷晴一诺悦瑶梦婉宁妍艺璇月彤'],
  ],
};

/** Characters that old systems could not write: Extension A, B, E and compatibility forms among them. */
export const RARE = [...'㛃䶮喆堃淼犇垚甯昇翀頔赟祎烜𬭊𫖯𬱖𠅤𡋾𤧛𬀩𬍛'];

/** Transliterated names: own name · father's name (Uyghur, Kazakh), and names without a surname. */
export const TRANSLITERATED = {
  male: [
    '阿布都热依木',
    '买买提',
    '艾尔肯',
    '吐尔逊',
    '库尔班',
    '玉素甫',
    '努尔兰',
    '叶尔肯',
    '帕尔哈提',
    '阿不力孜',
  ],
  female: [
    '阿依古丽',
    '古丽努尔',
    '热依汗',
    '阿依努尔',
    '迪丽拜尔',
    '帕提古丽',
    '美丽克',
    '佐热古丽',
    '阿孜古丽',
    '巴合提古丽',
  ],
  fathers: [
    '买买提伊明',
    '吐尔逊江',
    '阿布拉',
    '卡德尔',
    '塔依尔',
    '木合塔尔',
    '哈力克',
    '依米提',
    '对山别克',
    '赛买提',
    '艾合买提',
    '托合提',
    '亚森',
    '阿西木',
    '巴拉提',
  ],
  single: [
    '扎西次仁',
    '卓玛央金',
    '格桑梅朵',
    '洛桑旦增',
    '乌兰图雅',
    '巴特尔',
    '其其格',
    '那日苏',
  ],
} as const;

/** Names in Latin letters as passports have them: invented combinations. */
export const LATIN = {
  given: ['Anna', 'Maria', 'David', 'Elena', 'Thomas', 'Linh', 'Minh', 'Sara', 'Omar', 'Yuki'],
  family: [
    'Kowalska',
    'Novak',
    'Tran',
    'Suzuki',
    'Haddad',
    'Olsen',
    'Ferreira',
    'Ivanova',
    'Mwangi',
  ],
} as const;

function per(weight: number, names: string | readonly string[]): [string, number][] {
  return [...names].map((name) => [name, weight]);
}
