/** Words of receiving a donor whose document is out of date. */
export const documentZh = {
  title: '证件已于 {{until}} 到期',
  say: '对献血者说：',
  none: '现行规则没有别的办法，请献血者带新证件再来。',
  how: '怎样确认本人',
  ways: { secondDocument: '另一有效证件', secondPerson: '第二人认得并确认' },
  kind: '另一证件',
  until: '有效期至（长期可不填）',
  second: '第二人工牌',
  secondPin: '第二人 PIN',
  newCard: '已换新证件',
  later: '今天不接待',
  act: '确认本人并到站',
  missing: { how: '先选办法', kind: '另一证件', second: '第二人' },
};

export const documentEn: typeof documentZh = {
  title: 'The document expired on {{until}}',
  say: 'Say to the donor:',
  none: 'The rules in force allow nothing else; ask her to come with the new document.',
  how: 'How she is identified',
  ways: { secondDocument: 'another valid document', secondPerson: 'a second person knows her' },
  kind: 'Other document',
  until: 'Valid until (empty for one without end)',
  second: 'Second person’s badge',
  secondPin: 'Second person’s PIN',
  newCard: 'She has the new one',
  later: 'Not today',
  act: 'Identified; check in',
  missing: { how: 'choose how', kind: 'other document', second: 'second person' },
};
