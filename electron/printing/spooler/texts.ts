import type { PrintFailureCode } from '#electron/ports/paper-printer.ts';
import type { JobOutcome } from './outcome.ts';

type Both = Readonly<Record<'zh-CN' | 'en', string>>;

/** What each failure of a print queue says, and what to do next. */
export const printFailureTexts: Readonly<Record<PrintFailureCode, Both>> = {
  'printing.queueUnreachable': {
    'zh-CN': '找不到打印机。请检查电源和网络，再点测试。',
    en: 'The printer cannot be reached. Check power and network, then press Test.',
  },
  'printing.queueTimeout': {
    'zh-CN': '打印机没有回答。请先查队列里有没有这份文件，再决定是否重打。',
    en: 'The printer did not answer. Look for this document in the queue before printing it again.',
  },
  'printing.queueBadAnswer': {
    'zh-CN': '打印机的回答无法识别。请检查打印机地址，或联系管理员。',
    en: 'The printer’s answer cannot be understood. Check its address or call the administrator.',
  },
  'printing.queueRefused': {
    'zh-CN': '打印机拒收了这份文件。请检查打印机设置后再试。',
    en: 'The printer refused the document. Check the printer’s settings and try again.',
  },
  'printing.queueUnsupported': {
    'zh-CN': '此版本还不支持 Windows 打印队列。请改用网络打印机（IPP）或文件。',
    en: 'This version does not drive Windows queues yet. Use a network printer (IPP) or a file.',
  },
  'printing.formatRefused': {
    'zh-CN': '这台打印机不收 PDF。请换一台打印机。',
    en: 'This printer does not take PDF. Choose another printer.',
  },
  'printing.jobUnknown': {
    'zh-CN': '打印机里查不到这份作业。请看纸是否已出，再扫纸号或登记作废。',
    en: 'The printer does not know this job. See whether paper came out, then scan its serial or void it.',
  },
  'printing.jobFinished': {
    'zh-CN': '这份作业已经结束，无法取消。请看纸是否已出。',
    en: 'The job is already over and cannot be cancelled. See whether paper came out.',
  },
  'printing.fileWrite': {
    'zh-CN': '文件没有写成。请检查文件夹和磁盘空间。',
    en: 'The file could not be written. Check the folder and the free space.',
  },
};

/** What each outcome of a job means for the person at the printer. */
export const jobOutcomeTexts: Readonly<Record<JobOutcome, Both>> = {
  underway: { 'zh-CN': '打印中', en: 'Printing' },
  attention: {
    'zh-CN': '打印机停下了，请到打印机前查看',
    en: 'The printer stopped: go and look',
  },
  printed: { 'zh-CN': '已打印，请扫纸号', en: 'Printed: scan the sheet number' },
  notPrinted: { 'zh-CN': '没有打印，纸未使用', en: 'Not printed: no sheet was used' },
  uncertain: {
    'zh-CN': '不能确定是否打出，请看纸：好纸扫纸号，坏纸登记作废',
    en: 'Unclear whether it printed: scan a good sheet, void a spoiled one',
  },
};
