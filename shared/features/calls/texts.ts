const zh = {
  press: '反应 / 停机',
  title: '床旁紧急',
  lead: '不用登录，任何人都可以按。采集记录继续；请马上到床旁。谁按的，30 分钟内由本人或同事认领。',
  none: '现在没有正在进行的采集。',
  what: { reaction: '献血者不适', stopped: '机器已停' },
  raised: '已记录：{{chair}} {{what}}，{{time}}',
  close: '关闭',
  strip: '{{chair}} {{what}}',
  stripText: '{{time}} 按下，还没有人认领。请到床旁，再认领。',
  overdue: '已超过 30 分钟，已记为事件。',
  mine: '是我按的',
  mineDone: '已认领',
  refusals: {
    'calls.notRunning': '这次采集没有在进行。请核对床椅。',
    'calls.unknown': '没有这条记录。请刷新后再看。',
    'calls.attributed': '已经有人认领。请看记录。',
    'calls.personUnknown': '没有这位在岗人员。请重选。',
  },
};

const en: typeof zh = {
  press: 'Reaction / stopped',
  title: 'Bedside emergency',
  lead: 'No sign-in needed, anyone may press. The draw goes on being recorded; go to the chair now. Whoever pressed, or a colleague, says so within 30 minutes.',
  none: 'No draw is running now.',
  what: { reaction: 'donor is unwell', stopped: 'machine stopped' },
  raised: 'Recorded: {{chair}} {{what}}, {{time}}',
  close: 'Close',
  strip: '{{chair}} {{what}}',
  stripText: 'Pressed at {{time}}, nobody has said that it was hers. Go to the chair, then say so.',
  overdue: 'Over 30 minutes: an incident was opened.',
  mine: 'It was me',
  mineDone: 'Noted as yours',
  refusals: {
    'calls.notRunning': 'This draw is not running. Check the chair.',
    'calls.unknown': 'There is no such record. Refresh and look again.',
    'calls.attributed': 'Somebody has said already that it was hers. See the record.',
    'calls.personUnknown': 'There is no such person on duty. Choose again.',
  },
};

/** Words of presses beside a running draw. */
export const callsTexts = { zh, en };
