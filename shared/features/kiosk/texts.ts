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
    second: '第二人已与纸质原件逐题核对',
    back: '返回本次',
    saved: '征询已保存',
    byKiosk: '献血者在自助屏上亲自回答',
    byRead: '由工作人员读题，献血者口头回答',
    byPaper: '由纸质征询表录入，两人核对',
    withTranslator: '翻译：{{name}}',
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
    second: 'A second person compared it with the paper',
    back: 'Back to the visit',
    saved: 'Questionnaire saved',
    byKiosk: 'answered by the donor herself at the kiosk screen',
    byRead: 'read out by staff, answered aloud by the donor',
    byPaper: 'typed from a paper questionnaire, compared by two',
    withTranslator: 'Translator: {{name}}',
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
