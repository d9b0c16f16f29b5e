const zh = {
  label: '献血者自助屏',
  hand: '请把屏幕交给献血者',
  handNote: '交出后您即退出登录；献血者只能看到自己的告知和征询。取回时扫工牌并输入 PIN。',
  otherLanguage: 'English',
  giveBack: '交还护士',
  consent: {
    title: '献血告知',
    version: '第 {{version}} 版 · {{hash}}',
    sign: '请在这里写名字',
    clear: '重写',
    save: '我已读懂，同意捐献',
    missing: '请先写名字',
  },
  question: {
    progress: '第 {{n}} 题，共 {{total}} 题',
    yes: '是',
    no: '否',
    choose: '请选择“是”或“否”',
    back: '上一题',
    next: '下一题',
  },
  check: {
    title: '请再看一遍您的回答',
    unanswered: '未答',
    submit: '全部答完，交给护士',
    change: '修改',
  },
  done: { title: '谢谢您', text: '请把屏幕交还护士。' },
  idle: {
    title: '您还在吗？',
    text: '{{count}} 秒后清除屏幕上的内容，已填的回答不保存。',
    stay: '我还在，继续',
    leave: '不填了，交还护士',
  },
  ended: '屏幕已收回，未交的内容已清除。',
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
  consent: {
    title: 'Notice before donation',
    version: 'Version {{version}} · {{hash}}',
    sign: 'Write your name here',
    clear: 'Write again',
    save: 'I have understood and agree to donate',
    missing: 'Write your name first',
  },
  question: {
    progress: 'Question {{n}} of {{total}}',
    yes: 'Yes',
    no: 'No',
    choose: 'Choose yes or no',
    back: 'Back',
    next: 'Next',
  },
  check: {
    title: 'Please look at your answers once more',
    unanswered: 'not answered',
    submit: 'All answered, give to the nurse',
    change: 'Change',
  },
  done: { title: 'Thank you', text: 'Please give the screen back to the nurse.' },
  idle: {
    title: 'Are you still there?',
    text: 'In {{count}} seconds this screen is cleared; answers that were not handed in are not kept.',
    stay: 'I am here, go on',
    leave: 'Stop and give back to the nurse',
  },
  ended: 'The screen was taken back; what was not handed in is cleared.',
  refusals: {
    'kiosk.nothingDue':
      'There is nothing now for the donor to read or answer herself. Go on with the visit.',
  },
};

/** Words of the donor's own screen. */
export const kioskTexts = { zh, en };
