const zh = {
  title: '设置清单',
  note: '全部完成后，由两位管理员开放登记',
  done: '{{done}} / {{total}} 项完成',
  go: '去完成',
  look: '查看',
  open: '开放登记',
  openTitle: '开放',
  openText: '开放后，护士台可以登记献血者。须由一位管理员和另一位管理员或主管签字。',
  notYet: '{{count}} 项',
  opened: '已于 {{time}} 开放登记',
  openedNow: '已开放登记',
  stillMissing: '已开放，但现在有 {{count}} 项不满足，请尽快处理。',
};

const en: typeof zh = {
  title: 'Set-up',
  note: 'When all is done, two people open the site for donors',
  done: '{{done}} of {{total}} done',
  go: 'Do it',
  look: 'Look',
  open: 'Open for donors',
  openTitle: 'Open',
  openText:
    'Afterwards the nurse desk can check donors in. An administrator and another administrator or supervisor sign.',
  notYet: '{{count}} items',
  opened: 'Open for donors since {{time}}',
  openedNow: 'The site is open',
  stillMissing: 'Open, but {{count}} items do not hold now. See to them soon.',
};

/** Words of the set-up check list; namespace `setup`. */
export const setupTexts = { zh, en };
