const zh = {
  mark: { demo: '演示与练习 · 不得使用', clock: '演示与练习 · 不得使用 · 练习时钟' },
  title: '演示工具',
  note: '只在演示数据里有。这里扫的码与真扫描枪走同一条路。',
  groups: '练习条码',
  scan: '扫这个码',
  wrong: '故意错',
  sheet: '打印练习条码表',
  analyser: '让分析仪立即报告',
  reported: '分析仪报告了 {{samples}} 个标本，{{results}} 项结果',
  devices: '模拟设备',
  course: '情景',
  play: '开始这个情景',
  told: '已告诉 {{device}}',
  key: {
    start: '机器启动键',
    mend: '调整针头或管路',
    clear: '在机器上消除报警',
    resume: '断电后在机器上继续',
    stop: '在机器上停止',
    pull: '拔线',
    plug: '插线',
    powerOff: '断电',
    powerOn: '上电',
  },
  open: '模拟扫码',
  close: '收起',
  refusals: {
    'demo.onlyDemo':
      '这里不是演示数据，没有这个功能。请用 npm start -- --demo 或 --practice 打开。',
    'demo.nothingWaits': '没有标本在等分析仪。先接收标本，再让分析仪报告。',
    'demo.analyserSilent': '模拟分析仪没有回答，没有产生结果。请关闭后重新打开演示。',
    'demo.notSimulated': '这台不是模拟设备。请另选一台。',
    'demo.deviceSilent': '模拟设备没有回答。请关闭后重新打开。',
    'demo.deviceRefused': '机器现在做不到（例如没有在采集、没有报警）。请看机器的状态后再试。',
    'demo.sheetFailed': '条码表没有做出来。请改用模拟扫码。',
  },
};

const en: typeof zh = {
  mark: {
    demo: 'Demonstration and practice · not for use',
    clock: 'Demonstration and practice · not for use · practice clock',
  },
  title: 'Demonstration tools',
  note: 'In demo folders only. What is scanned here takes the same way as a real scanner’s reading.',
  groups: 'Codes to practise',
  scan: 'Scan this code',
  wrong: 'Wrong on purpose',
  sheet: 'Print the sheet of codes',
  analyser: 'Let the analyser report now',
  reported: 'The analyser reported {{samples}} samples, {{results}} results',
  devices: 'Simulated devices',
  course: 'Course of events',
  play: 'Play this course',
  told: '{{device}} was told',
  key: {
    start: 'Start key of the machine',
    mend: 'Adjust needle or set',
    clear: 'Clear the alarm at the machine',
    resume: 'Go on at the machine after a power cut',
    stop: 'Stop at the machine',
    pull: 'Pull the cable',
    plug: 'Plug the cable in',
    powerOff: 'Power off',
    powerOn: 'Power on',
  },
  open: 'Demo scans',
  close: 'Put away',
  refusals: {
    'demo.onlyDemo': 'This is no demo folder. Open one with npm start -- --demo or --practice.',
    'demo.nothingWaits':
      'No sample waits for the analyser. Receive samples first, then let it report.',
    'demo.analyserSilent':
      'The simulated analyser did not answer; no result came. Close the demo and open it again.',
    'demo.notSimulated': 'This is no simulated device. Choose another.',
    'demo.deviceSilent':
      'The simulated device did not answer. Close the station and open it again.',
    'demo.deviceRefused':
      'The machine cannot do this now (it draws nothing, or no alarm stands). Look at its state, then try again.',
    'demo.sheetFailed': 'The sheet could not be made. Use the scanner on screen instead.',
  },
};

/** Words of the demonstration tools. */
export const demoTexts = { zh, en };
