import { componentsScreensChinese } from './screen-words-zh.ts';

/** Chinese words of split, inactivation, freezing and holds. */
export const componentsChinese = {
  ui: componentsScreensChinese,
  holds: {
    overFreezeLimit: '超过冷冻时限',
    reactiveResult: '检验未合格',
    groupDiscrepant: '血型不一致',
    labelMismatch: '标签不符',
    lateInformation: '献血后信息',
    sampleUnfit: '标本不合格',
    bagUnfit: '血浆袋不合格',
    volumeVariance: '容量相差过大',
    duplicateDeviceResult: '仪器重复报告不一致',
    selfExclusion: '保密性弃血',
    lookBack: '回溯',
    rulesChanged: '规则包变更后未满足',
    boxDifference: '交接箱数目不符',
    boxTemperature: '交接箱温度超限',
    expiredSupply: '用了过期物料',
    identityDoubt: '身份存疑',
  },
  inactivation: { none: '未记录', done: '已灭活', notDone: '未灭活' },
  verdicts: {
    holds: '暂扣',
    none: '无未结事项',
    unit: '血浆袋',
    notRecorded: '未记录',
    cut: '分袋核对',
    cutLimit: '分切前过程标签与母袋核对',
    whole: '未分袋',
    inactivation: '病毒灭活',
    appearance: '外观',
    appearanceLimit: '无溶血、无渗漏、颜色正常',
    fit: '合格',
    unfit: '不合格',
    volume: '容量',
    product: '产品',
    productLimit: '规则包中的产品',
    freezing: '速冻',
    place: '隔离架位',
    placeLimit: '已扫码入隔离位',
  },
  refusals: {
    'components.notCollected': '{{din}} 没有结束的采集。重新扫描袋号。',
    'components.notReceived': '{{din}} 的血浆袋还没有接收。先做接收检查。',
    'components.alreadySplit': '{{din}} 已分袋。打开它的分袋记录。',
    'components.productUnknown': '规则包里没有这种产品。请主管核对规则包。',
    'components.bagLimitsUnknown':
      '规则包没有单袋容量的限值（PREP-2）。请主管核对规则包，暂不分袋。',
    'components.bagSize': '{{division}} 袋 {{volume}} mL，应为 {{min}}–{{max}} mL。改袋数或容量。',
    'components.volumeExceeds': '各袋合计 {{sum}} mL，多于母袋 {{mother}} mL。改小分袋容量。',
    'components.serialsExhausted': '本站的标签序号已用完。请管理员处理，暂不分袋。',
    'components.labelFirst': '这袋已有成品标签，或已不在待检。先作废标签，再更正容量。',
    'components.nothingCorrected': '新的数与原来的一样，没有更正。请核对后再填。',
    'components.unitUnknown': '没有这个血浆袋。重新扫描。',
    'components.notInProcess': '这袋不在制备中，不能再做这一步。到库存查看。',
    'components.printerUnknown': '没有这台标签打印机。重新选择打印机。',
    'components.printUnknown': '没有这次打印的记录。刷新后再看。',
    'components.noLabelPrinter':
      '没有可用的标签打印机，过程标签没有打印。到设备页检查打印机，再补打。',
    'components.noLabelStock':
      '没有放得下过程标签的标签纸（60 × 40 mm），没有打印。在标签纸页登记后补打。',
    'components.labelCheckFailed':
      '打印前解码核对没有通过，过程标签没有打印。换打印头或另一台打印机再补打。',
    'components.notVerified': '分袋的过程标签还没有与母袋核对。先扫母袋和过程标签。',
    'components.alreadyVerified': '这袋已核对过。继续下一袋。',
    'components.motherMismatch':
      '母袋号不符：应为 {{expected}}，扫到 {{scanned}}。停下，核对两袋。',
    'components.serialMismatch':
      '过程标签不符：应为 {{expected}}，扫到 {{scanned}}。停下，核对标签。',
    'components.alreadyInactivated': '这袋的灭活已记录。有误时暂扣并上报。',
    'components.inactivationOpen': '还没有记录是否灭活。先记录，再入速冻。',
    'components.alreadyInFreezer': '这袋已在速冻机。冻透后记录中心温度。',
    'components.notInFreezer': '这袋没有入速冻的记录。先扫速冻机。',
    'components.alreadyFrozen': '这袋已冻结。扫隔离架位入库。',
    'components.notAFreezer': '{{place}} 不是在用的速冻机。扫速冻机上的码。',
    'components.notFrozenYet': '中心温度 {{core}} ℃，高于 {{limit}} ℃。放回速冻机，稍后再测。',
    'components.containerMismatch':
      '拿的不是这一袋：应为 {{expected}}，扫到 {{scanned}}。停下，核对两袋。',
    'components.notFrozen': '这袋还没有冻结记录。先记录出速冻。',
    'components.shelfOfOther': '{{place}} 只放“{{programme}}”的血浆。请放到别的库位。',
    'components.ownShelf': '这个项目的血浆单独存放，不放 {{place}}。请放到 {{places}}。',
    'components.notQuarantine': '{{place}} 不是隔离架位。扫隔离架上的码。',
    'components.targetUnknown': '没有这个号码。重新扫描要暂扣的袋。',
    'components.holdUnknown': '没有这项暂扣。刷新列表。',
    'components.holdAlreadyLifted': '这项暂扣已解除。刷新列表。',
    'components.causeStands': '暂扣的原因还在（{{cause}}）。先消除原因，再解除。',
  },
};

/** The shape that every language has. */
export type ComponentsWords = typeof componentsChinese;
