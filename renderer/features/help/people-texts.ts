const zh = {
  title: '演示里谁在等什么',
  nurse: [
    '王晓燕：已登记，可以走完全程；王晓艳与她同一天生日，取号前须判定是否同一人。',
    '邓一帆：差一天满 18 岁。在“模拟扫码”的身份证里扫他，看怎样婉拒。',
    '陈望舒：发病才 20 天。孟庆和：56 岁。何文澜：没有医院评估。徐立群：上次采浆 13 天前。罗子健：请转医生。',
    '韩志远：第一次血压 146/92，休息后 134/84。Anna Kowalczyk：护照。',
    '高远航：医生已同意，还没有号。试扫过期的器材和已用过的条码。',
    '张鸶：正在采集，将有压力报警。陆承宇：已结束，盘里有一支别人的试管。',
    '韦春岚：在休息。许冬梅：采到 138 mL 因不适停下。邓嘉树：取号后离开，号已作废。',
  ],
  lab: [
    '潘绍云的箱少一支试管。曾意如的血清管溶血。',
    '单立行：指血 A，检验 B。崔行简：梅毒初筛有反应。冯知夏：IgG 1:160 阴性。仇远之：缺新冠核酸。',
    '卢青禾：还剩约 20 分钟速冻。彭望川：已经超时。',
    '陈㛃：可以贴签；选“打印头有断点”的标签机，核对会挡住。',
    '林𬭊：可以放行。阿布都热依木·买买提伊明·吐尔逊江：已放行，之后来电话。',
  ],
  print: [
    '陈㛃（扩展 A 区）、林𬭊（增补平面）和阿布都热依木·买买提伊明·吐尔逊江：待打印。',
    '冯知夏：打印时卡纸，看看那张纸，再登记作废或重打。潘绍云：已打印，等扫纸号。',
    '许冬梅：138 mL，感谢信和写明真实毫升数的证明。马骏：300 + 300 mL，第二张待邮寄。',
    '仇远之：配偶代领。单立行：第一张作废，第二张已寄。曾意如、崔行简：待领取。',
    '王晓燕：证书遗失，等打献血证明。',
  ],
};

const en: typeof zh = {
  title: 'Who waits for what in the demonstration',
  nurse: [
    '王晓燕 is checked in and can go all the way; 王晓艳 shares her birth date: decide before a number.',
    '邓一帆 is one day short of 18. Scan him among the identity cards of the scanner on screen: a kind stop.',
    '陈望舒: onset 20 days ago. 孟庆和: 56 years. 何文澜: no hospital assessment. 徐立群: plasma 13 days ago. 罗子健: ask the physician.',
    '韩志远: first 146/92, after rest 134/84. Anna Kowalczyk: a passport.',
    '高远航: decided, no number yet. Try the expired kit and the number in use.',
    '张鸶 is running and will alarm. 陆承宇 has ended, with another donor’s tube on the tray.',
    '韦春岚 rests. 许冬梅 stopped at 138 mL with a reaction. 邓嘉树 left after a number, which is void.',
  ],
  lab: [
    '潘绍云’s box is one tube short. 曾意如’s serum tube is haemolysed.',
    '单立行: finger prick A, laboratory B. 崔行简: syphilis initially reactive. 冯知夏: IgG negative at 1:160. 仇远之: no SARS-CoV-2 NAT.',
    '卢青禾: about 20 minutes left to freeze. 彭望川: past the limit.',
    '陈㛃: ready to label; on the printer with dead dots the check stops it.',
    '林𬭊: ready to release. 阿布都热依木·买买提伊明·吐尔逊江: released, then the phone rings.',
  ],
  print: [
    '陈㛃 (extension A), 林𬭊 (supplementary plane) and 阿布都热依木·买买提伊明·吐尔逊江 are ready to print.',
    '冯知夏: jammed while printing; look at the sheet, then void it or print again. 潘绍云: printed, its serial not scanned.',
    '许冬梅: 138 mL, a thanks and a proof of the true volume. 马骏: 300 + 300 mL, the second to be posted.',
    '仇远之: her spouse took it. 单立行: the first sheet void, the second posted. 曾意如 and 崔行简: to be collected.',
    '王晓燕: lost hers; a proof of donation is ready.',
  ],
};

/** The invented donors of a demonstration, desk by desk. */
export const peopleTexts = { zh, en };
