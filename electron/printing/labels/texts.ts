import type { LabelProblemCode } from './problems.ts';

type LabelFault = LabelProblemCode | 'labels.sendBroken' | 'labels.fileWrite';

const zh = {
  'labels.missingGlyph': '标签字体没有这个字，标签未打印。请核对用字，或请管理员更换字体。',
  'labels.textDoesNotFit': '文字在标签上放不下，标签未打印。请管理员缩短该项设置或换大号标签纸。',
  'labels.emptyText': '标签的一项文字是空的，标签未打印。请先补全该项。',
  'labels.din': '献血编号或标记位不对，标签未打印。请核对记录中的编号。',
  'labels.group': '血型代码与血型不一致，标签未打印。请暂停贴签并报告主管。',
  'labels.product': '产品代码不对，标签未打印。请管理员核对产品代码表。',
  'labels.division': '分袋号与产品代码不一致，标签未打印。请核对分袋记录。',
  'labels.expiry': '失效日期与代码不一致，或不晚于采集时间，标签未打印。请核对产品的有效期。',
  'labels.volume': '净量不是 1–9999 mL 的整数，标签未打印。请核对称量记录。',
  'labels.serial': '标签序号或设备号不对，未打印。请重新打印；再次出现请报告管理员。',
  'labels.stock': '这种标签纸不适合此标签。请在设备设置中选择合适的标签纸。',
  'labels.symbolMissing':
    '打印图像中有条码读不出或内容不同，标签未打印。请换打印头或另一台打印机再试。',
  'labels.symbolExtra': '打印图像中多出条码，标签未打印。请报告管理员。',
  'labels.textUnlike': '打印图像中文字与记录不同或有缺点，标签未打印。请检查打印头后再试。',
  'labels.strayInk': '打印图像在标签栏外有墨迹，标签未打印。请报告管理员。',
  'labels.notRendered': '标签无法成像核对，未打印。请检查标签纸设置后再试。',
  'labels.checkFailed': '打印前核对没有完成，标签未打印。请再试一次；再次出现请报告管理员。',
  'labels.sendBroken': '发送中断，可能已打印一部分。请看打印机：有标签则扫描后作废，再重新打印。',
  'labels.fileWrite': '标签文件未写入。请检查文件夹和磁盘空间后再试。',
} satisfies Record<LabelFault, string>;

const en: Record<LabelFault, string> = {
  'labels.missingGlyph':
    'The label font lacks this character; nothing was printed. Check the text, or ask an administrator for another font.',
  'labels.textDoesNotFit':
    'The text does not fit on the label; nothing was printed. Ask an administrator to shorten it or choose larger stock.',
  'labels.emptyText': 'A text of the label is empty; nothing was printed. Fill it in first.',
  'labels.din':
    'The donation number or its flags are wrong; nothing was printed. Check the number on record.',
  'labels.group':
    'The group code and the group differ; nothing was printed. Stop labelling and tell the supervisor.',
  'labels.product':
    'The product code is wrong; nothing was printed. Ask an administrator to check the code table.',
  'labels.division':
    'The division and the product code differ; nothing was printed. Check the record of the split.',
  'labels.expiry':
    'The expiry and its code differ, or it is not after collection; nothing was printed. Check the shelf life.',
  'labels.volume':
    'The volume is not a whole number of 1–9999 mL; nothing was printed. Check the weighing.',
  'labels.serial':
    'The label serial or device number is wrong; nothing was printed. Print again; if it returns, tell an administrator.',
  'labels.stock': 'This stock does not suit the label. Choose the right stock in the settings.',
  'labels.symbolMissing':
    'A symbol cannot be read or differs in the rendered print; nothing was printed. Change the print head or the printer and try again.',
  'labels.symbolExtra':
    'The rendered print holds a symbol too many; nothing was printed. Tell an administrator.',
  'labels.textUnlike':
    'A text in the rendered print differs from the record or has gaps; nothing was printed. Check the print head and try again.',
  'labels.strayInk':
    'The rendered print has ink outside the fields; nothing was printed. Tell an administrator.',
  'labels.notRendered':
    'The label could not be rendered for the check; nothing was printed. Check the stock and try again.',
  'labels.checkFailed':
    'The check before printing did not finish; nothing was printed. Try again; if it returns, tell an administrator.',
  'labels.sendBroken':
    'Sending broke off; part may have printed. Look at the printer: void any label that came out, then print again.',
  'labels.fileWrite':
    'The label file was not written. Check the folder and disk space and try again.',
};

export const labelTexts = { zh, en };
