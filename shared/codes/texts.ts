import type { ProblemCode } from './problems.ts';
import type { TokenKind } from './tokens.ts';

type ProblemName = ProblemCode extends `codes.${infer Name}` ? Name : never;

/**
 * `problems`: one sentence a problem code (without its `codes.`), what happened and what to do next.
 * `kinds`: what a person calls each kind of code.
 */
type CodesTexts = {
  readonly problems: Readonly<Record<ProblemName, string>>;
  readonly kinds: Readonly<Record<TokenKind, string>>;
};

const zh: CodesTexts = {
  problems: {
    empty: '没有读到内容。请再扫一次，或输入编号。',
    tooLarge: '内容超过 4096 个字符，整条不采用。请确认扫的是本站的条码。',
    jsonString: '以引号开头的一行须是完整的 JSON 字符串。请改正引号和转义。',
    unknown: '不认识这个码，没有采用。请扫这一步要求的条码。',
    ambiguousNumber: '这串数字可能是商品编号，也可能是献血编号，不作猜测。请扫条码，不要手输。',
    imeFullWidth:
      '电脑处于中文输入法状态，扫描内容变成了全角或汉字，整条不采用。请切换到英文输入再扫。',
    imeProcess: '按键被输入法截走，整条不采用。请关闭中文输入法再扫，或改用串口扫描器。',
    wrongCase: '字母大小写被改变，没有采用。请关闭大写锁定，并取消扫描器的大小写转换，再扫一次。',
    keyboardLayout: '扫描器与电脑的键盘布局不一致，符号被改变。请把两边都设为美式键盘，再扫一次。',
    trailingTerminator: '末尾多出回车、换行或制表符。请在扫描器设置里登记这个后缀，再扫一次。',
    controlCharacter: '内容里有控制字符，没有采用。请检查扫描器的功能码设置，再扫一次。',
    gluedScans: '两次扫描连成了一条，没有采用。请逐个再扫。',
    missingIdentifier:
      '条码开头的标识符（如 = 或 &）丢失，没有采用。请检查扫描器设置；手输献血编号须带校验字符。',
    identifierUnknown: '开头的标识符不是 ISBT 128 的标识符。请扫正确的条码。',
    tooShort: '内容不完整，没有采用。请把条码擦净放平，再扫一次。',
    tooLong: '内容比这种条码长，不截取。请单独再扫一次。',
    characters: '含有这种条码不允许的字符，没有采用。请再扫一次，或对照印刷逐字输入。',
    aimUnknown: '开头的码制标识 ] 不认识。请检查扫描器的 AIM 设置。',
    aimMissing: '缺少码制标识 ]，没有采用。请在扫描器上打开 AIM 标识。',
    symbologyMismatch: '这种内容不会印在这种码制里，没有采用。请换原标签再扫，并报告此标签。',
    dinFacility: '献血编号的血站代码格式不对（不含字母 O，后两位是数字）。请对照印刷核对。',
    dinCheckMissing: '手输献血编号须为 13 位加方框里的校验字符。请补上校验字符，或扫条码。',
    dinCheck: '献血编号的校验字符不符，有一位输错。请对照印刷重新输入，或扫条码。',
    dinFlagCheck: '条码内的校验标志与献血编号不符，没有采用。请停用这张标签并报告。',
    groupUnknown: '血型码不在码表内，不当作任何血型。请核对标签并报告。',
    dateCentury: '日期的世纪位不是 0（20xx 年），没有采用。请核对标签。',
    dateDay: '没有这一天（年内日序不对）。请核对标签并报告。',
    dateTime: '时间不在 00:00–23:59 之内。请核对标签并报告。',
    productDivision: '产品码的分袋位不对。请核对标签并报告。',
    compoundCount: '复合码声明的项数与内容不符，整条不采用。请再扫一次；仍不符则停用标签。',
    compoundNested: '复合码里又出现复合码，整条不采用。请单独再扫一次。',
    compoundLocal: '本地结构不能放在复合码里，整条不采用。请停用这张标签并报告。',
    compoundRepeated: '复合码里同一项出现两次，整条不采用。请停用这张标签并报告。',
    localUnknown: '这是别处的本地结构，本站不解读。请扫这一步要求的条码。',
    gs1Identifier: 'GS1 码里有不认识的标识符，整条不采用。请扫包装上的 UDI 码，或手工登记批号。',
    gs1CheckDigit: 'GS1 编号的校验位不符。请再扫一次，或换一个包装扫。',
    gs1Date: 'GS1 码里的日期不存在。请核对包装上的日期并报告。',
    gs1Repeated: 'GS1 码里同一标识符出现两次，整条不采用。请单独再扫一次。',
    gs1WithoutFnc1: '内容像 GS1，但条码没有 FNC1 标记，没有采用。请扫包装上的 UDI 码。',
    stationCodeKind: '开头两个字母不是本站的码类。请扫本站的码。',
    stationCodeCheck: '本站码的校验字符不符，没有采用。请再扫一次；仍不符则重印。',
    residentIdLength: '居民身份号码须为 18 位（旧号 15 位）。请对照证件补全。',
    residentIdCharacters: '居民身份号码只有数字，末位可为 X。请对照证件改正。',
    residentIdCheck: '居民身份号码的校验码不符，有一位输错。请对照证件重新输入。',
    residentIdDate: '居民身份号码里的出生日期不存在或在今天之后。请对照证件核对。',
    residentIdArea: '居民身份号码的地区码不存在。请对照证件核对。',
    idCardShape: '读卡内容不完整。请重新放卡；仍不行，请手工录入并核对。',
    idCardCheck: '读卡内容在传输中改变。请重新放卡。',
    idCardDiffers: '证件上的出生日期或性别与号码不符。请查看证件是否真实，手工录入前请主管确认。',
    documentShape: '证件号码的格式与所选证件不符。请核对证件种类和号码。',
    printerNoAnswer: '打印机没有回答，不能当作就绪。请检查电源、连线、纸、碳带和机盖。',
    printerIncomplete: '打印机的状态回答不完整，不能当作就绪。请再查一次。',
    printerMalformed: '打印机的状态回答看不懂，不能当作就绪。请检查连线和打印机型号。',
    printerHeadOpen: '打印头未合上。请合上机盖。',
    printerPaperOut: '标签纸用完。请装纸。',
    printerRibbonOut: '碳带用完。请装碳带。',
    printerPaused: '打印机已暂停。请按打印机上的暂停键恢复。',
    printerMemory: '打印机内存出错。请关机再开，并报告。',
    printerTemperature: '打印头温度超出范围。请等它恢复。',
    printerDiagnostic: '打印机处于诊断模式。请退出诊断模式。',
    printerBusy: '打印机里还有未打完的标签。请取走标签，等它打完再试。',
  },
  kinds: {
    din: '献血编号',
    bloodGroup: '血型码',
    product: '产品码',
    expiry: '有效期',
    collection: '采集日期',
    production: '制备日期',
    containerCatalogue: '血袋货号',
    containerLot: '血袋批号',
    itemCatalogue: '物品货号',
    itemLot: '物品批号',
    labelSerial: '标签序号',
    structure: '其他 ISBT 128 结构',
    compound: '复合码',
    supply: '耗材批号（GS1）',
    gtin: '商品编号',
    residentId: '居民身份号码',
    staffBadge: '工作证',
    donorCard: '献血者卡',
    donorSlip: '献血者小票',
    chair: '采浆椅',
    place: '货位',
    box: '转运箱',
    device: '设备',
    document: '文书',
    lotSticker: '批号贴',
    testSample: '预检管签',
    seal: '封签',
    logger: '温度记录仪',
    order: '发放单',
    command: '屏幕指令',
    unknown: '不明',
  },
};

const en: CodesTexts = {
  problems: {
    empty: 'Nothing was read. Scan again, or type the number.',
    tooLarge:
      'The text is longer than 4096 characters and was refused whole. Check that this is one of the station’s codes.',
    jsonString:
      'A line that begins with a quote must be one complete JSON string. Correct the quotes and escapes.',
    unknown: 'This code is not known and was not used. Scan the code that this step asks for.',
    ambiguousNumber:
      'These digits could be a trade number or a donation number; nothing is guessed. Scan the code instead of typing it.',
    imeFullWidth:
      'The Chinese input method was on and changed the scan; all of it was dropped. Switch to English input and scan again.',
    imeProcess:
      'The input method took the key strokes; the scan was dropped. Turn the input method off and scan again, or use a serial scanner.',
    wrongCase:
      'Upper and lower case were exchanged; the scan was not used. Turn Caps Lock off and the scanner’s case conversion off, then scan again.',
    keyboardLayout:
      'Scanner and computer use different keyboard layouts, so signs were changed. Set both to US and scan again.',
    trailingTerminator:
      'A carriage return, line feed or tab stands at the end. Enter this suffix in the scanner’s settings and scan again.',
    controlCharacter:
      'The text holds a control character and was not used. Check the scanner’s function code setting and scan again.',
    gluedScans: 'Two scans ran together and were not used. Scan each one again.',
    missingIdentifier:
      'The identifier at the start (such as = or &) is missing. Check the scanner’s settings; a typed donation number needs its check character.',
    identifierUnknown: 'The identifier at the start is not one of ISBT 128. Scan the right code.',
    tooShort: 'The code is incomplete and was not used. Clean and flatten it, then scan again.',
    tooLong:
      'The text is longer than this kind of code; nothing is cut off. Scan the code by itself again.',
    characters:
      'It holds a character that this kind of code cannot have. Scan again, or type it character by character from the print.',
    aimUnknown:
      'The symbology prefix ] at the start is not known. Check the scanner’s AIM setting.',
    aimMissing: 'The symbology prefix ] is missing. Turn the AIM identifier on in the scanner.',
    symbologyMismatch:
      'Such data do not stand in this symbology. Scan the original label and report this one.',
    dinFacility:
      'The facility code of this donation number is malformed (no letter O, last two are digits). Compare it with the print.',
    dinCheckMissing:
      'A typed donation number is 13 characters and the check character in the box. Add it, or scan the code.',
    dinCheck:
      'The check character does not fit this donation number. Type it again from the print, or scan the code.',
    dinFlagCheck:
      'The checksum flags inside the code do not fit the number. Do not use this label; report it.',
    groupUnknown:
      'This blood group code is not in the table and is not taken as any group. Check the label and report it.',
    dateCentury: 'The century digit of the date is not 0 (20xx). Check the label.',
    dateDay: 'There is no such day of the year. Check the label and report it.',
    dateTime: 'The time is outside 00:00–23:59. Check the label and report it.',
    productDivision:
      'The division characters of the product code are malformed. Check the label and report it.',
    compoundCount:
      'The compound message does not hold as many parts as it says; all of it was refused. Scan again; if it stays so, do not use the label.',
    compoundNested:
      'A compound message stands inside another; all of it was refused. Scan it by itself again.',
    compoundLocal:
      'A local structure may not stand inside a compound message. Do not use this label; report it.',
    compoundRepeated:
      'The compound message holds the same structure twice. Do not use this label; report it.',
    localUnknown:
      'This is a local structure of another place and is not read here. Scan the code that this step asks for.',
    gs1Identifier:
      'The GS1 code holds an unknown identifier; all of it was refused. Scan the UDI on the pack, or enter the lot by hand.',
    gs1CheckDigit:
      'The check digit of the GS1 number does not fit. Scan again, or scan another pack.',
    gs1Date:
      'The GS1 code holds a date that does not exist. Compare it with the pack and report it.',
    gs1Repeated: 'The GS1 code holds the same identifier twice. Scan it by itself again.',
    gs1WithoutFnc1: 'The data look like GS1 but the symbol has no FNC1. Scan the UDI on the pack.',
    stationCodeKind:
      'The two letters at the start are not a kind of code of this station. Scan one of the station’s codes.',
    stationCodeCheck:
      'The check character of this station code does not fit. Scan again; if it stays so, print it anew.',
    residentIdLength:
      'A resident identity number has 18 characters (old form 15). Complete it from the card.',
    residentIdCharacters:
      'A resident identity number has digits only, with X allowed at the end. Correct it from the card.',
    residentIdCheck:
      'The check digit of this resident identity number does not fit. Type it again from the card.',
    residentIdDate:
      'The birth date in this resident identity number does not exist or is after today. Compare it with the card.',
    residentIdArea:
      'The area of this resident identity number does not exist. Compare it with the card.',
    idCardShape:
      'The reader gave an incomplete card. Lay the card on again; else type it and compare.',
    idCardCheck: 'The card’s line changed on its way. Lay the card on again.',
    idCardDiffers:
      'Birth date or sex on the card differs from its number. Look whether the card is genuine; have the supervisor confirm before typing.',
    documentShape:
      'The number does not have the form of the chosen document. Check the kind of document and the number.',
    printerNoAnswer:
      'The printer did not answer and cannot be taken as ready. Check power, cable, media, ribbon and cover.',
    printerIncomplete: 'The printer’s status answer is incomplete, so it is not ready. Ask again.',
    printerMalformed:
      'The printer’s status answer cannot be read, so it is not ready. Check the cable and the printer model.',
    printerHeadOpen: 'The print head is open. Close the cover.',
    printerPaperOut: 'The printer is out of labels. Load labels.',
    printerRibbonOut: 'The printer is out of ribbon. Load ribbon.',
    printerPaused: 'The printer is paused. Press its pause key.',
    printerMemory: 'The printer’s memory is corrupt. Switch it off and on, and report it.',
    printerTemperature: 'The print head is too hot or too cold. Wait until it recovers.',
    printerDiagnostic: 'The printer is in diagnostic mode. Leave that mode.',
    printerBusy:
      'The printer still holds labels. Take the waiting label, let it finish, then try again.',
  },
  kinds: {
    din: 'donation number',
    bloodGroup: 'blood group',
    product: 'product code',
    expiry: 'expiry',
    collection: 'collection date',
    production: 'production date',
    containerCatalogue: 'container catalogue number',
    containerLot: 'container lot',
    itemCatalogue: 'item catalogue number',
    itemLot: 'item lot',
    labelSerial: 'label serial',
    structure: 'other ISBT 128 structure',
    compound: 'compound message',
    supply: 'supply lot (GS1)',
    gtin: 'trade item number',
    residentId: 'resident identity number',
    staffBadge: 'staff badge',
    donorCard: 'donor card',
    donorSlip: 'donor slip',
    chair: 'chair',
    place: 'place',
    box: 'box',
    device: 'device',
    document: 'document',
    lotSticker: 'lot sticker',
    testSample: 'tube of a test sample',
    seal: 'seal',
    logger: 'temperature logger',
    order: 'order',
    command: 'on-screen command',
    unknown: 'unknown',
  },
};

/** Texts of codes and their problems, Chinese first. */
export const codesTexts = { zh: withRefusals(zh), en: withRefusals(en) };

/** The same sentences under their whole codes, as every refusal is looked up. */
function withRefusals(texts: CodesTexts): CodesTexts & { refusals: Record<string, string> } {
  const problems = Object.entries(texts.problems);
  const refusals = Object.fromEntries(problems.map(([name, said]) => [`codes.${name}`, said]));
  return { ...texts, refusals };
}

/** The sentence of a problem in one of the two languages. */
export function problemText(language: keyof typeof codesTexts, code: ProblemCode): string {
  return codesTexts[language].problems[code.slice('codes.'.length) as ProblemName];
}
