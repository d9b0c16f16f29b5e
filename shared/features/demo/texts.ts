const zh = {
  mark: { demo: '演示', clock: '演示·练习时钟' },
  title: '演示工具',
  note: '只在演示数据里有。这里扫的码与真扫描枪走同一条路。',
  groups: '练习条码',
  scan: '扫这个码',
  wrong: '故意错',
  sheet: '打印练习条码表',
  analyser: '让分析仪立即报告',
  reported: '分析仪报告了 {{samples}} 个标本，{{results}} 项结果',
  open: '模拟扫码',
  close: '收起',
  refusals: {
    'demo.onlyDemo': '这里不是演示数据，没有这个功能。请用 npm start -- --demo 打开演示。',
    'demo.nothingWaits': '没有标本在等分析仪。先接收标本，再让分析仪报告。',
    'demo.analyserSilent': '模拟分析仪没有回答，没有产生结果。请关闭后重新打开演示。',
    'demo.sheetFailed': '条码表没有做出来。请改用模拟扫码。',
  },
};

const en: typeof zh = {
  mark: { demo: 'Demonstration', clock: 'Demonstration · practice clock' },
  title: 'Demonstration tools',
  note: 'In demo folders only. What is scanned here takes the same way as a real scanner’s reading.',
  groups: 'Codes to practise',
  scan: 'Scan this code',
  wrong: 'Wrong on purpose',
  sheet: 'Print the sheet of codes',
  analyser: 'Let the analyser report now',
  reported: 'The analyser reported {{samples}} samples, {{results}} results',
  open: 'Demo scans',
  close: 'Put away',
  refusals: {
    'demo.onlyDemo': 'This is no demo folder. Open one with npm start -- --demo.',
    'demo.nothingWaits':
      'No sample waits for the analyser. Receive samples first, then let it report.',
    'demo.analyserSilent':
      'The simulated analyser did not answer; no result came. Close the demo and open it again.',
    'demo.sheetFailed': 'The sheet could not be made. Use the scanner on screen instead.',
  },
};

/** Words of the demonstration tools. */
export const demoTexts = { zh, en };
