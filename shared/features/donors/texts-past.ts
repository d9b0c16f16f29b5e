const zh = {
  past: {
    title: '补录的捐献',
    lead: '本站之前或纸本上的捐献。它们计入间隔、年度量和次数。',
    record: '补录一次捐献',
    correct: '更正',
    on: '捐献日期',
    type: '种类',
    volume: '血浆或血量',
    completed: '采够了计划量',
    redCells: '红细胞已回输',
    counts: '确有这次捐献',
    never: '登记有误，不计入',
    yes: '是',
    no: '否',
    act: '更正，由第二人核对纸本',
    save: '补录',
    missing: '日期、种类、量和两项是否',
  },
};

const en: typeof zh = {
  past: {
    title: 'Earlier donations taken over',
    lead: 'Given before this station or on paper. They count for intervals, yearly volume and honours.',
    record: 'Record an earlier donation',
    correct: 'Correct',
    on: 'Given on',
    type: 'Kind',
    volume: 'Plasma or blood',
    completed: 'reached its target',
    redCells: 'red cells returned',
    counts: 'it was given',
    never: 'entered by mistake, counts nowhere',
    yes: 'yes',
    no: 'no',
    act: 'Correct; a second person reads the paper',
    save: 'Record',
    missing: 'date, kind, volume and both yes or no',
  },
};

/** Words of donations taken over from paper. */
export const pastTexts = { zh, en } as const;
