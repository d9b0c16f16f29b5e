import type { ProblemCode } from './problems.ts';
import type { TokenKind } from './tokens.ts';

interface CodesTexts {
  /** One sentence a problem: what happened and what to do next. */
  readonly problems: Readonly<Record<ProblemCode, string>>;
  /** What a person calls each kind of code. */
  readonly kinds: Readonly<Record<TokenKind, string>>;
}

const zh: CodesTexts = {
  problems: {
    'codes.empty': '没有读到内容。请再扫一次，或输入编号。',
    'codes.tooLarge': '内容超过 4096 个字符，整条不采用。请确认扫的是本站的条码。',
    'codes.jsonString': '以引号开头的一行须是完整的 JSON 字符串。请改正引号和转义。',
    'codes.unknown': '不认识这个码，没有采用。请扫这一步要求的条码。',
    'codes.ambiguousNumber':
      '这串数字可能是商品编号，也可能是献血编号，不作猜测。请扫条码，不要手输。',
    'codes.imeFullWidth':
      '电脑处于中文输入法状态，扫描内容变成了全角或汉字，整条不采用。请切换到英文输入再扫。',
    'codes.imeProcess': '按键被输入法截走，整条不采用。请关闭中文输入法再扫，或改用串口扫描器。',
    'codes.wrongCase':
      '字母大小写被改变，没有采用。请关闭大写锁定，并取消扫描器的大小写转换，再扫一次。',
    'codes.keyboardLayout':
      '扫描器与电脑的键盘布局不一致，符号被改变。请把两边都设为美式键盘，再扫一次。',
    'codes.trailingTerminator':
      '末尾多出回车、换行或制表符。请在扫描器设置里登记这个后缀，再扫一次。',
    'codes.controlCharacter': '内容里有控制字符，没有采用。请检查扫描器的功能码设置，再扫一次。',
    'codes.gluedScans': '两次扫描连成了一条，没有采用。请逐个再扫。',
    'codes.missingIdentifier':
      '条码开头的标识符（如 = 或 &）丢失，没有采用。请检查扫描器设置；手输献血编号须带校验字符。',
    'codes.identifierUnknown': '开头的标识符不是 ISBT 128 的标识符。请扫正确的条码。',
    'codes.tooShort': '内容不完整，没有采用。请把条码擦净放平，再扫一次。',
    'codes.tooLong': '内容比这种条码长，不截取。请单独再扫一次。',
    'codes.characters': '含有这种条码不允许的字符，没有采用。请再扫一次，或对照印刷逐字输入。',
    'codes.aimUnknown': '开头的码制标识 ] 不认识。请检查扫描器的 AIM 设置。',
    'codes.aimMissing': '缺少码制标识 ]，没有采用。请在扫描器上打开 AIM 标识。',
    'codes.symbologyMismatch':
      '这种内容不会印在这种码制里，没有采用。请换原标签再扫，并报告此标签。',
    'codes.dinFacility': '献血编号的血站代码格式不对（不含字母 O，后两位是数字）。请对照印刷核对。',
    'codes.dinCheckMissing': '手输献血编号须为 13 位加方框里的校验字符。请补上校验字符，或扫条码。',
    'codes.dinCheck': '献血编号的校验字符不符，有一位输错。请对照印刷重新输入，或扫条码。',
    'codes.dinFlagCheck': '条码内的校验标志与献血编号不符，没有采用。请停用这张标签并报告。',
    'codes.groupUnknown': '血型码不在码表内，不当作任何血型。请核对标签并报告。',
    'codes.dateCentury': '日期的世纪位不是 0（20xx 年），没有采用。请核对标签。',
    'codes.dateDay': '没有这一天（年内日序不对）。请核对标签并报告。',
    'codes.dateTime': '时间不在 00:00–23:59 之内。请核对标签并报告。',
    'codes.productDivision': '产品码的分袋位不对。请核对标签并报告。',
    'codes.compoundCount': '复合码声明的项数与内容不符，整条不采用。请再扫一次；仍不符则停用标签。',
    'codes.compoundNested': '复合码里又出现复合码，整条不采用。请单独再扫一次。',
    'codes.compoundLocal': '本地结构不能放在复合码里，整条不采用。请停用这张标签并报告。',
    'codes.compoundRepeated': '复合码里同一项出现两次，整条不采用。请停用这张标签并报告。',
    'codes.localUnknown': '这是别处的本地结构，本站不解读。请扫这一步要求的条码。',
    'codes.gs1Identifier':
      'GS1 码里有不认识的标识符，整条不采用。请扫包装上的 UDI 码，或手工登记批号。',
    'codes.gs1CheckDigit': 'GS1 编号的校验位不符。请再扫一次，或换一个包装扫。',
    'codes.gs1Date': 'GS1 码里的日期不存在。请核对包装上的日期并报告。',
    'codes.gs1Repeated': 'GS1 码里同一标识符出现两次，整条不采用。请单独再扫一次。',
    'codes.gs1WithoutFnc1': '内容像 GS1，但条码没有 FNC1 标记，没有采用。请扫包装上的 UDI 码。',
    'codes.stationCodeKind': '开头两个字母不是本站的码类。请扫本站的码。',
    'codes.stationCodeCheck': '本站码的校验字符不符，没有采用。请再扫一次；仍不符则重印。',
    'codes.residentIdLength': '居民身份号码须为 18 位（旧号 15 位）。请对照证件补全。',
    'codes.residentIdCharacters': '居民身份号码只有数字，末位可为 X。请对照证件改正。',
    'codes.residentIdCheck': '居民身份号码的校验码不符，有一位输错。请对照证件重新输入。',
    'codes.residentIdDate': '居民身份号码里的出生日期不存在或在今天之后。请对照证件核对。',
    'codes.residentIdArea': '居民身份号码的地区码不存在。请对照证件核对。',
    'codes.documentShape': '证件号码的格式与所选证件不符。请核对证件种类和号码。',
    'codes.printerNoAnswer': '打印机没有回答，不能当作就绪。请检查电源、连线、纸、碳带和机盖。',
    'codes.printerIncomplete': '打印机的状态回答不完整，不能当作就绪。请再查一次。',
    'codes.printerMalformed': '打印机的状态回答看不懂，不能当作就绪。请检查连线和打印机型号。',
    'codes.printerHeadOpen': '打印头未合上。请合上机盖。',
    'codes.printerPaperOut': '标签纸用完。请装纸。',
    'codes.printerRibbonOut': '碳带用完。请装碳带。',
    'codes.printerPaused': '打印机已暂停。请按打印机上的暂停键恢复。',
    'codes.printerMemory': '打印机内存出错。请关机再开，并报告。',
    'codes.printerTemperature': '打印头温度超出范围。请等它恢复。',
    'codes.printerDiagnostic': '打印机处于诊断模式。请退出诊断模式。',
    'codes.printerBusy': '打印机里还有未打完的标签。请取走标签，等它打完再试。',
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
    seal: '封签',
    logger: '温度记录仪',
    order: '发放单',
    command: '屏幕指令',
    unknown: '不明',
  },
};

const en: CodesTexts = {
  problems: {
    'codes.empty': 'Nothing was read. Scan again, or type the number.',
    'codes.tooLarge':
      'The text is longer than 4096 characters and was refused whole. Check that this is one of the station’s codes.',
    'codes.jsonString':
      'A line that begins with a quote must be one complete JSON string. Correct the quotes and escapes.',
    'codes.unknown':
      'This code is not known and was not used. Scan the code that this step asks for.',
    'codes.ambiguousNumber':
      'These digits could be a trade number or a donation number; nothing is guessed. Scan the code instead of typing it.',
    'codes.imeFullWidth':
      'The Chinese input method was on and changed the scan; all of it was dropped. Switch to English input and scan again.',
    'codes.imeProcess':
      'The input method took the key strokes; the scan was dropped. Turn the input method off and scan again, or use a serial scanner.',
    'codes.wrongCase':
      'Upper and lower case were exchanged; the scan was not used. Turn Caps Lock off and the scanner’s case conversion off, then scan again.',
    'codes.keyboardLayout':
      'Scanner and computer use different keyboard layouts, so signs were changed. Set both to US and scan again.',
    'codes.trailingTerminator':
      'A carriage return, line feed or tab stands at the end. Enter this suffix in the scanner’s settings and scan again.',
    'codes.controlCharacter':
      'The text holds a control character and was not used. Check the scanner’s function code setting and scan again.',
    'codes.gluedScans': 'Two scans ran together and were not used. Scan each one again.',
    'codes.missingIdentifier':
      'The identifier at the start (such as = or &) is missing. Check the scanner’s settings; a typed donation number needs its check character.',
    'codes.identifierUnknown':
      'The identifier at the start is not one of ISBT 128. Scan the right code.',
    'codes.tooShort':
      'The code is incomplete and was not used. Clean and flatten it, then scan again.',
    'codes.tooLong':
      'The text is longer than this kind of code; nothing is cut off. Scan the code by itself again.',
    'codes.characters':
      'It holds a character that this kind of code cannot have. Scan again, or type it character by character from the print.',
    'codes.aimUnknown':
      'The symbology prefix ] at the start is not known. Check the scanner’s AIM setting.',
    'codes.aimMissing':
      'The symbology prefix ] is missing. Turn the AIM identifier on in the scanner.',
    'codes.symbologyMismatch':
      'Such data do not stand in this symbology. Scan the original label and report this one.',
    'codes.dinFacility':
      'The facility code of this donation number is malformed (no letter O, last two are digits). Compare it with the print.',
    'codes.dinCheckMissing':
      'A typed donation number is 13 characters and the check character in the box. Add it, or scan the code.',
    'codes.dinCheck':
      'The check character does not fit this donation number. Type it again from the print, or scan the code.',
    'codes.dinFlagCheck':
      'The checksum flags inside the code do not fit the number. Do not use this label; report it.',
    'codes.groupUnknown':
      'This blood group code is not in the table and is not taken as any group. Check the label and report it.',
    'codes.dateCentury': 'The century digit of the date is not 0 (20xx). Check the label.',
    'codes.dateDay': 'There is no such day of the year. Check the label and report it.',
    'codes.dateTime': 'The time is outside 00:00–23:59. Check the label and report it.',
    'codes.productDivision':
      'The division characters of the product code are malformed. Check the label and report it.',
    'codes.compoundCount':
      'The compound message does not hold as many parts as it says; all of it was refused. Scan again; if it stays so, do not use the label.',
    'codes.compoundNested':
      'A compound message stands inside another; all of it was refused. Scan it by itself again.',
    'codes.compoundLocal':
      'A local structure may not stand inside a compound message. Do not use this label; report it.',
    'codes.compoundRepeated':
      'The compound message holds the same structure twice. Do not use this label; report it.',
    'codes.localUnknown':
      'This is a local structure of another place and is not read here. Scan the code that this step asks for.',
    'codes.gs1Identifier':
      'The GS1 code holds an unknown identifier; all of it was refused. Scan the UDI on the pack, or enter the lot by hand.',
    'codes.gs1CheckDigit':
      'The check digit of the GS1 number does not fit. Scan again, or scan another pack.',
    'codes.gs1Date':
      'The GS1 code holds a date that does not exist. Compare it with the pack and report it.',
    'codes.gs1Repeated': 'The GS1 code holds the same identifier twice. Scan it by itself again.',
    'codes.gs1WithoutFnc1':
      'The data look like GS1 but the symbol has no FNC1. Scan the UDI on the pack.',
    'codes.stationCodeKind':
      'The two letters at the start are not a kind of code of this station. Scan one of the station’s codes.',
    'codes.stationCodeCheck':
      'The check character of this station code does not fit. Scan again; if it stays so, print it anew.',
    'codes.residentIdLength':
      'A resident identity number has 18 characters (old form 15). Complete it from the card.',
    'codes.residentIdCharacters':
      'A resident identity number has digits only, with X allowed at the end. Correct it from the card.',
    'codes.residentIdCheck':
      'The check digit of this resident identity number does not fit. Type it again from the card.',
    'codes.residentIdDate':
      'The birth date in this resident identity number does not exist or is after today. Compare it with the card.',
    'codes.residentIdArea':
      'The area of this resident identity number does not exist. Compare it with the card.',
    'codes.documentShape':
      'The number does not have the form of the chosen document. Check the kind of document and the number.',
    'codes.printerNoAnswer':
      'The printer did not answer and cannot be taken as ready. Check power, cable, media, ribbon and cover.',
    'codes.printerIncomplete':
      'The printer’s status answer is incomplete, so it is not ready. Ask again.',
    'codes.printerMalformed':
      'The printer’s status answer cannot be read, so it is not ready. Check the cable and the printer model.',
    'codes.printerHeadOpen': 'The print head is open. Close the cover.',
    'codes.printerPaperOut': 'The printer is out of labels. Load labels.',
    'codes.printerRibbonOut': 'The printer is out of ribbon. Load ribbon.',
    'codes.printerPaused': 'The printer is paused. Press its pause key.',
    'codes.printerMemory': 'The printer’s memory is corrupt. Switch it off and on, and report it.',
    'codes.printerTemperature': 'The print head is too hot or too cold. Wait until it recovers.',
    'codes.printerDiagnostic': 'The printer is in diagnostic mode. Leave that mode.',
    'codes.printerBusy':
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
    seal: 'seal',
    logger: 'temperature logger',
    order: 'order',
    command: 'on-screen command',
    unknown: 'unknown',
  },
};

/** Texts of codes and their problems, Chinese first. */
export const codesTexts = { zh, en };
