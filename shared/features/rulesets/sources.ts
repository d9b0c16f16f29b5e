import type { Bilingual } from './model.ts';

const src = (zh: string, en: string): Bilingual => ({ zh, en });

/**
 * What the marks in a row's `source` stand for: where the value was read. Most are pages that quote a
 * standard, because the standards themselves are sold as scans; the site's two persons compare with its own copy.
 */
export const RULE_SOURCES: Readonly<Record<string, Bilingual>> = {
  R2: src('献血法 1997 全文', 'Blood Donation Law 1997, full text'),
  R3: src(
    '引用 GB 18467-2011 采集量与间隔的教材',
    'textbook quoting GB 18467-2011, volumes and intervals',
  ),
  R5: src(
    '逐条引用 GB 18467-2011 第 7、8 章的问答页',
    'page reciting GB 18467-2011 chapters 7 and 8',
  ),
  R6: src('浙江省血液中心 2012-05 新闻日', 'Zhejiang Blood Center, press day 2012-05'),
  R7: src('国家卫健委《献血浆者须知》2021', 'NHC notes for plasma donors 2021'),
  R8: src('福州市献血条件页', 'Fuzhou city, donor conditions'),
  R9: src('2001 版名单的转载页', 'pages reproducing the lists of 2001'),
  R10: src('上海市第六人民医院医生页', 'doctor’s page, Shanghai Sixth People’s Hospital'),
  R11: src('2018-10 献血者须知页', 'donor page 2018-10'),
  R12: src('较早的《献血浆者须知》', 'older notes for plasma donors'),
  R13: src('欧盟指令 2004/33/EC 附件三', 'Directive 2004/33/EC annex III'),
  R14: src('血液制品管理条例 2016 全文', 'Blood Products Regulation 2016, full text'),
  R15: src('池州医院医生答复', 'answer of a Chizhou hospital doctor'),
  R16: src('徐州医院暂缓名单 2020-07-02', 'Xuzhou hospital, temporary deferral list 2020-07-02'),
  R17: src('咸宁报道引用《血站技术操作规程》2019', 'Xianning news quoting the 2019 SOP'),
  R18: src('焦作市中心血站答复 2021-11', 'answer of Jiaozuo blood station 2021-11'),
  R19: src('央视、解放军报 2021-03-29', 'CCTV, PLA Daily 2021-03-29'),
  R20: src('央视、健康中国 2022-12', 'CCTV, Healthy China 2022-12'),
  R21: src('光明日报 2022-12-26', 'Guangming Daily 2022-12-26'),
  R22: src(
    '中新网湖北 2020-02-27（武汉血液中心）',
    'China News Hubei 2020-02-27 (Wuhan Blood Center)',
  ),
  R24: src('浙江《新冠肺炎防治手册》第 11 章', 'Zhejiang handbook on COVID-19, chapter XI'),
  R25: src('澎湃新闻 2021-10-27（试行第三版）', 'The Paper 2021-10-27 (edition 3)'),
  R26: src('国家卫健委对试行第二版的解读', 'NHC interpretation of edition 2'),
  R27: src('中新网英文 2020-03-04', 'China News in English 2020-03-04'),
  R28: src('华商报 2022-04-18（宝鸡血站）', 'Huashang Bao 2022-04-18 (Baoji blood station)'),
  R29: src('Li L. 等，Transfusion 2020;60:1773', 'Li L. et al., Transfusion 2020;60:1773'),
  R30: src('新京报 2020-02-15', 'Beijing News 2020-02-15'),
  R36: src('R29 论文的转录文本', 'transcript of the paper R29'),
  R37: src(
    '千龙网 2020-03-11 引用试行第二版检测部分',
    'Qianlong 2020-03-11 quoting edition 2, tests',
  ),
  R38: src('医院系统中的品名', 'product names in hospital systems'),
  R39: src(
    '铜陵血站 2021-01-07 引用 WS 399-2012',
    'Tongling blood station 2021-01-07 quoting WS 399-2012',
  ),
  R47: src('张某，中国实用医药 2013(17)', 'Zhang X., 中国实用医药 2013(17)'),
  R50: src('山东省血液中心 SOP 2012 培训材料', 'Shandong Blood Center, training on the SOP 2012'),
  R54: src('WS 399-2012 摘要页', 'digest of WS 399-2012'),
  R69: src('无偿献血表彰奖励办法 2009', 'award rules 2009'),
  R75: src('遂宁血站谈 2022 年表彰奖励办法', 'Suining station on the award rules of 2022'),
  form: src('本站填写的项目表单', 'the programme form filled in here'),
  template: src('沿用恢复期血浆模板', 'taken over from the convalescent template'),
  memory: src('业内惯例，未找到原文', 'common practice; the text was not found'),
};

/** The marks in a source text that the list explains, in order of the list. */
export function marksIn(source: string): readonly string[] {
  return Object.keys(RULE_SOURCES).filter((mark) => new RegExp(`\\b${mark}\\b`).test(source));
}
