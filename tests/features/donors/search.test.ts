import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codes, founded, value } from '#tests/support/station.ts';
import { registered } from '../visits/journey.ts';

const station = await founded();
const proof = station.staff.nurse.as();
const donors = {
  yan: await registered(station, {
    name: '王晓燕',
    birthDate: '1985-06-14',
    sequence: 2,
    phone: '13800138000',
  }),
  yan2: await registered(station, {
    name: '王晓艳',
    birthDate: '1985-06-14',
    sequence: 4,
    phone: '13800138006',
  }),
  wu: await registered(station, {
    name: '吴雪莹',
    birthDate: '1990-02-03',
    sequence: 6,
    phone: '13800132719',
  }),
  shan: await registered(station, { name: '单雪', birthDate: '1992-02-03', sequence: 8 }),
  ali: await registered(station, { name: '阿卜杜拉·买买提', birthDate: '1993-02-03', sequence: 9 }),
};
const find = async (text: string) => {
  const { rows } = value(await station.query('donors.search', { text }, proof));
  return rows.map((row) => row.donorId);
};

test('initials, pinyin, characters, numbers and tails find donors', async () => {
  assert.deepEqual(new Set(await find('wxy')), new Set([donors.yan, donors.yan2, donors.wu]));
  assert.deepEqual(new Set(await find('Wang Xiao')), new Set([donors.yan, donors.yan2]));
  assert.deepEqual(await find('王晓艳'), [donors.yan2]);
  assert.deepEqual(await find('雪莹'), [donors.wu]);
  assert.deepEqual(await find('D-000003'), [donors.wu]);
  assert.deepEqual(await find('2719'), [donors.wu]);
  assert.deepEqual(await find('shanxue'), [donors.shan]);
  assert.deepEqual(await find('阿卜杜拉•'), [donors.ali]);
  assert.deepEqual(await find(''), []);
  assert.deepEqual(await find("'; DROP TABLE donor; --"), []);
  assert.deepEqual(await find('%'), []);
});

test('sounds that many do not tell apart, tone marks and the everyday reading of a surname find donors', async () => {
  assert.deepEqual(await find('sanxue'), [donors.shan]);
  assert.deepEqual(await find('Shàn'), [donors.shan]);
  assert.deepEqual(await find('shan4xue3'), [donors.shan]);
  assert.deepEqual(await find('danxue'), [donors.shan]);
  assert.deepEqual(await find('wuxueyin'), [donors.wu]);
  const rare = await registered(station, {
    name: '王\u{2c386}',
    birthDate: '1994-02-03',
    sequence: 11,
  });
  assert.deepEqual(await find('王\u{2c386}'), [rare]);
  assert.deepEqual(await find('\u{2c386}'), [rare]);
});

test('every way in which a desk looks for a name finds it, first of all', async () => {
  const wanted: Readonly<Record<string, readonly string[]>> = {
    仇英: ['qiu', 'qiuying', 'qy', 'qíu', 'chou', 'chouying', '仇', '英', 'qiuyin'],
    曾志伟: ['zeng', 'zzw', 'zengzhi', 'ceng', 'zenziwei', '志伟'],
    解晓东: ['xie', 'xxd', 'jie', 'xiexiaodong'],
    查良镛: ['zha', 'zly', 'cha', 'zhaniangyong', '良镛'],
    尉迟恭: ['yuchi', 'ycg', 'weichi', '尉迟', '恭'],
    覃刘牛: ['qin', 'tan', 'qinniuniu', 'qinliuliu'],
    尼格买提·热合曼: ['尼格买提热', '尼格买提•热合曼', '尼格买提 热', 'nigemaiti', '热合曼'],
    'Anna Kowalczyk': ['anna', 'ANNA KO', 'annak', 'kowal', 'Ａｎｎａ'],
    '\u{20bb7}野': ['\u{20bb7}', '\u{20bb7}野', '野'],
    '\ufa11山': ['\ufa11', '\ufa11山'],
  };
  let sequence = 20;
  for (const [name, typed] of Object.entries(wanted)) {
    sequence += 2;
    const donorId = await registered(station, { name, birthDate: '1971-03-05', sequence });
    for (const text of typed) assert.ok((await find(text)).includes(donorId), `${name} ${text}`);
  }
  for (const [text, name] of [
    ['liuying', '仇英'],
    ['kowalanna', 'Anna Kowalczyk'],
    ['热尼', '尼格买提·热合曼'],
  ] as const)
    assert.deepEqual(await find(text), [], `${text} is not ${name}`);
});

test('a given name, its last characters and every part of a name find, after whoever begins so', async () => {
  const wanted: Readonly<Record<string, readonly string[]>> = {
    许冬梅: ['冬梅', '梅', '冬', 'dongmei', 'dm', 'mei', 'donmei', 'DongMei', 'dōngméi'],
    欧阳娜娜: ['娜娜', '娜', 'nana', 'nn', 'lala'],
    阿不都热依木·买买提·吐尔逊: [
      '买买提',
      '买买提·吐尔逊',
      '吐尔逊',
      'maimaiti',
      'tuerxun',
      '热依木',
    ],
    'María del Mar Müller': ['mar', 'Del Mar', 'Müller', 'muller'],
    '冯\u{2c386}\u{20bb7}': ['\u{2c386}', '\u{20bb7}', '\u{2c386}\u{20bb7}'],
    '魏葛\u{e0100}城': ['魏葛城', '葛城', '城', 'gecheng'],
    陈雪梅: ['雪梅', 'xuemei', 'xm'],
  };
  let sequence = 60;
  for (const [name, typed] of Object.entries(wanted)) {
    sequence += 2;
    const donorId = await registered(station, { name, birthDate: '1969-03-05', sequence });
    for (const text of typed) assert.ok((await find(text)).includes(donorId), `${name} ${text}`);
  }
  const named = async (name: string) => {
    sequence += 2;
    return registered(station, { name, birthDate: '1968-03-05', sequence });
  };
  const heads = [await named('梅花'), await named('梅兰')];
  assert.deepEqual(new Set((await find('梅')).slice(0, 2)), new Set(heads));
  for (let more = 0; more < 20; more += 1) heads.push(await named('梅花'));
  const { rows, more } = value(await station.query('donors.search', { text: '梅' }, proof));
  const beginSo = rows.filter(({ donorId }) => heads.includes(donorId));
  assert.deepEqual([rows.length, beginSo.length, more], [20, 18, true]);
  assert.deepEqual(beginSo, rows.slice(0, 18));
});

test('lines carry two identifiers, masked, and say who is a possible duplicate', async () => {
  const { rows } = value(await station.query('donors.search', { text: 'wxy' }, proof));
  const yan = rows.find((row) => row.donorId === donors.yan);
  assert.equal(yan?.reading, 'Wáng Xiǎoyàn');
  assert.equal(yan?.phoneMasked, '****8000');
  assert.match(yan?.documentMasked ?? '', /^120\*+\d{4}$/);
  assert.equal(yan?.lookAlike, true);
  assert.equal(rows.find((row) => row.donorId === donors.wu)?.lookAlike, false);
});

test('a corrected name is found under the new spelling only', async () => {
  value(
    await station.command(
      'donors.amend',
      {
        donorId: donors.shan,
        document: {
          kind: 'passport',
          number: 'EF1234567',
          numberAgain: 'EF1234567',
          sex: 'female',
          birthDate: '1992-02-03',
        },
        name: '解雪晴',
        phone: '',
        why: '姓录错',
      },
      { proof },
    ),
  );
  assert.deepEqual(await find('shanxue'), []);
  assert.deepEqual(await find('xiexue'), [donors.shan]);
  assert.deepEqual(await find('晴'), [donors.shan]);
  assert.ok((await find('xue')).includes(donors.shan));
});

test('a scan finds by card, number or document; a role without the right is refused', async () => {
  const look = async (what: { number: string } | { cardId: string } | { documentNumber: string }) =>
    value(await station.query('donors.lookUp', what, proof)).map((row) => row.donorId);
  assert.deepEqual(await look({ cardId: '000001' }), [donors.yan]);
  assert.deepEqual(await look({ number: 'd-000002' }), [donors.yan2]);
  assert.deepEqual(await look({ documentNumber: 'ef1234567' }), [donors.shan]);
  assert.deepEqual(await look({ cardId: '0' }), []);
  const denied = await station.query('donors.search', { text: 'w' }, station.staff.volunteer.as());
  assert.deepEqual(codes(denied), ['station.notPermitted']);
});
