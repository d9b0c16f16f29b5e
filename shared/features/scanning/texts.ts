import type { Substitute } from '../../codes/substitutes.ts';
import type { WhyTyped } from './words.ts';

type ScanningTexts = {
  readonly unreadable: string;
  readonly title: string;
  readonly kind: string;
  readonly choose: string;
  readonly ways: Readonly<Record<Substitute, string>>;
  readonly typed: string;
  readonly why: string;
  readonly whys: Readonly<Record<WhyTyped, string>>;
  readonly use: string;
  readonly close: string;
  readonly otherKind: string;
  readonly counted: string;
};

const zh: ScanningTexts = {
  unreadable: '码读不出？',
  title: '码读不出时',
  kind: '哪一种码',
  choose: '请选',
  ways: {
    typeNumber: '对照印刷输入整个号码，连同校验字符（献血编号方框里的一位，身份证末位）。',
    typeCode: '对照印刷输入码下面的整行，连同最后的校验字符。',
    typeUdi: '对照包装输入码下面的整行，括号也要，例如 (01)…(17)…(10)…。',
    signIn: '不用工牌：锁屏页选姓名输 PIN；椅旁的动作用 PIN 确认。工牌坏了请管理员换发。',
    press: '不用扫：直接按屏幕上同名的按钮。',
    printAnew: '血袋标签上的码不能手输。作废这张标签，重打一张再核对；仍读不出，暂停贴签并报告。',
  },
  typed: '码下面印的内容',
  why: '为什么读不出',
  whys: {
    torn: '标签破损或沾污',
    glare: '反光、皱折或贴弯',
    scannerDead: '扫描器没有反应',
    missing: '没带来',
  },
  use: '按这个继续',
  close: '不输了',
  otherKind: '输入的不是这一种码。请核对上面选的种类，或对照印刷重新输入。',
  counted: '手输会记下是谁、哪一种、什么原因，由主管每日查看。',
};

const en: ScanningTexts = {
  unreadable: 'Code cannot be read?',
  title: 'Where a code cannot be read',
  kind: 'Which code',
  choose: 'Choose',
  ways: {
    typeNumber:
      'Type the whole number from the print with its check character (the boxed one of a donation number, the last of an identity number).',
    typeCode: 'Type the whole line printed below the code, with its check character at the end.',
    typeUdi:
      'Type the whole line printed below the code with its brackets, such as (01)…(17)…(10)….',
    signIn:
      'Without the badge: choose your name on the lock page and type the PIN; acts at the chair ask for the PIN. Have a broken badge replaced.',
    press: 'No scan needed: press the button of that name on the screen.',
    printAnew:
      'Codes of a bag’s label are never typed. Void this label, print another and verify it; if that cannot be read either, stop labelling and report it.',
  },
  typed: 'Print below the code',
  why: 'Why it cannot be read',
  whys: {
    torn: 'torn or soiled',
    glare: 'glare, creased or bent',
    scannerDead: 'the scanner does not answer',
    missing: 'not brought along',
  },
  use: 'Go on with this',
  close: 'Do not type',
  otherKind: 'That is another kind of code. Check the kind above, or type it again from the print.',
  counted: 'Who typed which kind and why is recorded; a supervisor looks at it each day.',
};

/** Words of the way around a code that cannot be read. */
export const scanningTexts = { zh, en };
