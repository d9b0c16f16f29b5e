const zh = {
  end: '更正称量',
  endNote: '重新称量，由第二人复核。原来的数仍留在记录里。',
  code: '更正理由',
  codes: {
    mistyped: '录错',
    misread: '看错',
    otherItem: '拿成另一件',
    scaleFault: '天平或温度计有误',
  },
  second: '复核人工牌与 PIN',
  act: '更正',
  machinesOwn: '机器自己报来的结束值不能改。',
  heldVariance: '天平与机器仍相差过大，本次血浆已暂扣。',
  box: '更正箱温',
  moment: '哪一次',
  moments: { handedOver: '交出时 {{degrees}} ℃', received: '接收时 {{degrees}} ℃' },
  progress: '改正上次录入的 {{ml}} mL',
  progressNew: '新的读数',
  struck: '（已改正）',
};

const en: typeof zh = {
  end: 'Correct the weighing',
  endNote: 'Weigh once more; a second person reads it back. The old figures stay on record.',
  code: 'Why',
  codes: {
    mistyped: 'mistyped',
    misread: 'misread',
    otherItem: 'another item was on the scale',
    scaleFault: 'scale or thermometer at fault',
  },
  second: 'Badge and PIN of the person who reads it back',
  act: 'Correct',
  machinesOwn: 'What the machine itself reported at its end is not changed.',
  heldVariance: 'Scale and machine still differ too much; the plasma is held.',
  box: 'Correct the box temperature',
  moment: 'Which reading',
  moments: { handedOver: 'handed over at {{degrees}} ℃', received: 'received at {{degrees}} ℃' },
  progress: 'Correct the {{ml}} mL keyed last',
  progressNew: 'A new reading',
  struck: ' (corrected)',
};

/** Words of typing errors put right: an end's figures, a keyed reading, a box's temperature. */
export const correctTexts = { zh, en } as const;
