const zh = {
  label: '献血者自助屏',
  hand: '请把屏幕交给献血者',
  handNote: '交出后您即退出登录；献血者只能看到自己的告知和征询。取回时扫工牌并输入 PIN。',
  otherLanguage: 'English',
  giveBack: '交还护士',
  chooseAnswer: '请选择“是”或“否”',
  done: { title: '谢谢您', text: '请把屏幕交还护士。' },
  staff: {
    open: '由工作人员代填',
    title: '工作人员代填征询',
    mode: '方式',
    read: '逐题读给献血者听',
    paper: '录入纸质征询表',
    translator: '翻译（姓名、语种；没有可不填）',
    submit: '全部答完，保存征询',
    back: '返回本次',
    saved: '征询已保存',
    byKiosk: '献血者在自助屏上亲自回答',
    byRead: '由工作人员读题，献血者口头回答',
    byPaper: '由纸质征询表录入，两人各录一遍',
    withTranslator: '翻译：{{name}}',
  },
  paper: {
    title: '纸质征询：两人录入不同',
    lead: '请看着纸质原件，逐处选定以哪一位的录入为准。',
    first: '您是第一位录入的人。之后由另一位护士看着原件再录一遍。',
    second: '{{name}} 已于 {{time}} 录入。请您看着原件独立再录一遍，两份一致才保存。',
    own: '您已于 {{time}} 录入这份纸质征询，请另一位护士来录第二遍',
    enter: '录入完成',
    waits: '已录入，等另一位护士再录一遍',
    typed: '{{name}}：{{answer}}',
    left: '还有 {{count}} 处没有选定',
    settle: '选定完毕，保存征询',
    both: '两份录入都留在记录里。',
  },
  idle: {
    title: '您还在吗？',
    text: '{{count}} 秒后清除屏幕上的内容，已填的回答不保存。',
    stay: '我还在，继续',
    leave: '不填了，交还护士',
  },
  refusals: {
    'kiosk.nothingDue': '现在没有要献血者自己看或填的内容。请在本次页面继续。',
  },
};

const en: typeof zh = {
  label: 'Donor’s screen',
  hand: 'Hand the screen to the donor',
  handNote:
    'You are signed out with it; the donor sees only her own notice and questionnaire. To take it back scan your badge and enter your PIN.',
  otherLanguage: '中文',
  giveBack: 'Give back to the nurse',
  chooseAnswer: 'Choose yes or no',
  done: { title: 'Thank you', text: 'Please give the screen back to the nurse.' },
  staff: {
    open: 'Staff fill it in',
    title: 'Questionnaire filled in by staff',
    mode: 'How',
    read: 'Read each question to the donor',
    paper: 'Type in a paper questionnaire',
    translator: 'Translator (name, language; may stay empty)',
    submit: 'All answered: save',
    back: 'Back to the visit',
    saved: 'Questionnaire saved',
    byKiosk: 'answered by the donor herself at the kiosk screen',
    byRead: 'read out by staff, answered aloud by the donor',
    byPaper: 'typed from a paper questionnaire by two people apart',
    withTranslator: 'Translator: {{name}}',
  },
  paper: {
    title: 'Paper questionnaire: read differently',
    lead: 'With the paper in hand, choose for each difference whose entry is right.',
    first: 'You are the first to type it. Another nurse then types it again from the original.',
    second:
      '{{name}} typed it at {{time}}. Type it again from the original by yourself; it is saved when both agree.',
    own: 'You typed this paper at {{time}}; another nurse types it the second time',
    enter: 'All typed',
    waits: 'Typed; another nurse types it again',
    typed: '{{name}}: {{answer}}',
    left: '{{count}} differences are not settled',
    settle: 'All settled: save',
    both: 'Both entries stay on file.',
  },
  idle: {
    title: 'Are you still there?',
    text: 'In {{count}} seconds this screen is cleared; answers that were not handed in are not kept.',
    stay: 'I am here, go on',
    leave: 'Stop and give back to the nurse',
  },
  refusals: {
    'kiosk.nothingDue':
      'There is nothing now for the donor to read or answer herself. Go on with the visit.',
  },
};

/** Words of the donor's own screen. */
export const kioskTexts = { zh, en };
