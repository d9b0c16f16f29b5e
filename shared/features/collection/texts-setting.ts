import type { SameShape } from './shape.ts';

/** Chinese sentences of what is refused about the values at a machine. */
export const settingRefusalsChinese = {
  'collection.machineNotLinked': '这张椅的机器没有连线，不用下发。请直接在机器上设置，再开始采集。',
  'collection.settingMissing': '机器还没有本次的号码、目标量和管路。请先下发参数（F9），再进针。',
  'collection.settingDiffers':
    '下发 {{sent}}，机器读回 {{read}}，不一致，不能开始。请按 F9 重新下发；仍不一致就清空备椅、换一台机器，并报修。',
  'collection.settingRefused':
    '机器没有接受参数（{{code}}），不能开始。请在机器上结束上一次采集，再按 F9 重新下发。',
  'collection.displayUnconfirmed':
    '机器没有读回。请在机器上键入 {{din}}、{{targetMl}} mL、管路 {{kit}}，与显示逐项核对后扫工牌确认。',
  'collection.displayNotAsked': '机器已有本次的参数，不用再确认显示。可以开始采集。',
} as const;

/** English sentences of the same. */
export const settingRefusalsEnglish: SameShape<typeof settingRefusalsChinese> = {
  'collection.machineNotLinked':
    'The machine of this chair has no line and is told nothing. Set it by hand and start.',
  'collection.settingMissing':
    'The machine does not hold this number, target and kit yet. Send them (F9) before the needle.',
  'collection.settingDiffers':
    'Sent {{sent}}, the machine read back {{read}}: no start. Send again with F9; if they still differ, clear the chair, take another machine and report this one.',
  'collection.settingRefused':
    'The machine did not take the values ({{code}}): no start. End its last run at the machine, then send again with F9.',
  'collection.displayUnconfirmed':
    'The machine read nothing back. Key {{din}}, {{targetMl}} mL and kit {{kit}} at the machine, compare its display, then scan your badge.',
  'collection.displayNotAsked':
    'The machine already holds these values; its display needs no word. Start the collection.',
};

/** Chinese words of the values at a machine. */
const zh = {
  what: '机器参数',
  send: '重新下发',
  hint: {
    sending: '号码、目标量和管路正在下发，读回一致才能开始。',
    missing: '还没有下发。按 F9 下发并读回。',
    agrees: '读回一致。',
    confirmed: '已与机器显示核对。',
    differs:
      '机器读回的与下发的不一致，不能开始。按 F9 重新下发；仍不一致就清空备椅、换一台机器，并报修。',
    refused: '机器没有接受（{{code}}），不能开始。在机器上结束上一次采集，再按 F9 重新下发。',
    noAnswer: '机器没有应答，本次按不能下发处理。请照下面键入，与机器显示逐项核对，再扫工牌确认。',
    notProgrammable: '这种机器不能下发。请照下面键入，与机器显示逐项核对，再扫工牌确认。',
  },
  field: { din: '献血号', targetMl: '目标量 mL', kit: '管路' },
  sent: '下发',
  read: '机器读回',
  key: '在机器上键入',
  confirm: '显示与此一致',
  state: {
    missing: '待下发',
    sending: '正在下发并读回',
    agrees: '已下发并读回，一致',
    differs: '读回不一致',
    refused: '机器未接受',
    noAnswer: '待核对机器显示',
    notProgrammable: '待核对机器显示',
    confirmed: '机器显示已核对',
  },
};

const en: SameShape<typeof zh> = {
  what: 'machine values',
  send: 'Send again',
  hint: {
    sending:
      'Number, target and kit are on their way; the start opens when they read back the same.',
    missing: 'Not sent yet. F9 sends and reads back.',
    agrees: 'Read back the same.',
    confirmed: 'Compared with the machine’s display.',
    differs:
      'The machine read back other values: no start. F9 sends again; if they still differ, clear the chair, take another machine and report this one.',
    refused:
      'The machine did not take them ({{code}}): no start. End its last run at the machine, then F9.',
    noAnswer:
      'The machine did not answer and counts as one that cannot be told, for this run. Key these, compare its display, then scan your badge.',
    notProgrammable:
      'This machine cannot be told. Key these, compare its display, then scan your badge.',
  },
  field: { din: 'donation number', targetMl: 'target mL', kit: 'kit' },
  sent: 'sent',
  read: 'read back',
  key: 'Key at the machine',
  confirm: 'The display shows this',
  state: {
    missing: 'to be sent',
    sending: 'sending and reading back',
    agrees: 'sent and read back, the same',
    differs: 'read back otherwise',
    refused: 'not taken by the machine',
    noAnswer: 'display to compare',
    notProgrammable: 'display to compare',
    confirmed: 'display compared',
  },
};

/** Words of sending a machine its values and of comparing its display. */
export const settingTexts = { zh, en };
