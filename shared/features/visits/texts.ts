import { documentEn, documentZh } from './document-texts.ts';
import { outlookEn, outlookZh } from './outlook-texts.ts';
import { visitsScreenEn } from './texts-screen-en.ts';
import { visitsScreenZh } from './texts-screen-zh.ts';

const zh = {
  ...visitsScreenZh,
  document: documentZh,
  outlook: outlookZh,
  refusals: {
    'visits.unknown': '没有这次到站。请回工作台重新选择。',
    'visits.notOpen': '这次到站已经结束。请在工作台为献血者开始新的一次。',
    'visits.notToday': '这是 {{day}} 的到站，不能接着做。请取消它，再开始今天的一次。',
    'visits.siteNotOpen': '采浆点还没有开放。请先完成设置清单，再接待献血者。',
    'visits.noPack': '项目 {{programme}} 没有现行的规则包。请两人先采用规则包。',
    'visits.alreadyHere': '这个人今天已经在站。请从工作台打开那一次。',
    'visits.documentExpired':
      '证件已于 {{until}} 到期。请献血者出示新证件并更正档案；规则允许时，可看另一有效证件或由第二人确认本人。',
    'visits.documentWay': '现行规则不允许这样代替证件。请献血者带有效证件再来。',
    'visits.documentPerson': '由第二人确认本人，须第二人扫工牌并输入 PIN。',
    'visits.documentSecond': '另一证件须是另一种，且今天有效。请看清证件再录。',
    'visits.doorFirst': '还没有量体温、问症状。请先做到站体温。',
    'visits.carerFirst': '还没有指定专人。请先指定一位护理人员。',
    'visits.consentFirst': '还没有签知情同意。请先请献血者签署，再问健康问题。',
    'visits.questionnaireFirst': '还没有填写征询。请先请献血者私下填写。',
    'visits.reviewFirst': '征询还没有审核。请护士先审核。',
    'visits.registerFirst': '还没有查询屏蔽库。请先查询并记录答复。',
    'visits.vitalsFirst': '体征还没有测全。请先补测。',
    'visits.bloodTestFirst': '还没有做初筛。请先做指血检测。',
    'visits.decisionFirst': '医生还没有签署结论。请医生先评估。',
    'visits.numberFirst': '还没有取号。请先在床椅旁取献血条码。',
    'visits.chairFirst': '还没有上床椅。请先完成床椅准备。',
    'visits.runFirst': '采集还没有结束。请先完成采集。',
    'visits.restFirst': '还在休息观察。请先完成观察。',
    'visits.doneFirst': '这次到站已经结束。请在工作台开始新的一次。',
    'visits.stepDone': '这一步已经做过，不用再做。请看下一步。',
    'visits.figureImpossible': '“{{figure}}”的数值不可能。请看仪器重新录入。',
    'visits.nothingMeasured': '没有录入任何数值。请至少录入一项。',
    'visits.carerUnfit': '这位同事不能做专人。请选一位在岗的护理人员。',
    'visits.carerAlready': '已经是这位同事负责，不用再换。',
    'visits.consentText': '签署的不是现行的知情同意文本。请重新打开文本再签。',
    'visits.consentUnsigned': '没有看到签名。请献血者在签名框里写名字。',
    'visits.paperOwnEntry': '这份纸质征询您已经录入过。请另一位护士看着原件再录一遍。',
    'visits.paperTyped': '两个人都已录入这份纸质征询。请看着原件逐处选定不同之处。',
    'visits.paperNotTwice': '还没有两个人各录一遍纸质征询。请先录入。',
    'visits.paperDiffers': '还有没选定的不同之处：{{questions}}。请看着原件逐处选定。',
    'visits.contradictionOpen':
      '回答之间有矛盾，还没有问明：{{contradictions}}。请当面问明，写下说明再确认。',
    'visits.questionnaireOld': '征询表已换新版。请重新打开再填写。',
    'visits.answersMissing': '还有没回答的问题：{{questions}}。请逐题回答。',
    'visits.answersExtra': '答案与征询表不符。请重新打开再填写。',
    'visits.questionUnknown': '征询表里没有问题 {{question}}。请从列表里选。',
    'visits.answerSame': '问题 {{question}} 的答案没有变，不用改。',
    'visits.flaggedNotAsked': '这些回答还没有当面问明：{{questions}}。请逐项问明再确认。',
    'visits.assessmentProgramme':
      '这份评估写的是别的项目的疾病，不能用于本次到站。请录入本项目的医院评估。',
    'visits.assessmentOther': '这份医院评估不是这位献血者的。请从档案里选。',
    'visits.stripLot': '试纸批号 {{lot}} 不能用（未知、过期或停用）。请换一批再测。',
    'visits.runGoesOn': '采集已经开始，不能取消。请在采集屏上结束。',
    'visits.voidNumberFirst': '已取号 {{din}}。请先作废此号，再取消。',
    'visits.notRefused': '这次到站不在告别这一步。请看工作台的下一步。',
    'visits.rulesNotMet':
      '还有 {{count}} 条规则不符合：{{rules}}。请补做、由医生写明放行理由，或改为暂缓。',
    'visits.notOverridable': '规则 {{rule}} 不允许放行。请改为暂缓。',
    'visits.targetMissing': '还没有选采集类型或目标量。请选好再签署。',
    'visits.typeUnknown': '现行规则包里没有采集类型 {{type}}。请重新选择。',
    'visits.targetNotAllowed': '目标量 {{target}} mL 不在规定之列（{{allowed}}）。请重新选择。',
    'visits.reasonUnknown': '规则包里没有暂缓原因 {{reason}}。请从列表里选。',
    'visits.reasonDay': '暂缓原因 {{reason}} 要有起算日期，且不晚于今天。请补上。',
    'visits.nextDateOver': '下次日期须在今天 {{today}} 之后。请改日期。',
    'visits.notDecided': '医生还没有签署结论，没有回执可打印。请先签署。',
    'visits.slipUnprintable': '回执里有打印不了的字。请手写，或联系管理员补字库。',
  },
};

const en: typeof zh = {
  ...visitsScreenEn,
  document: documentEn,
  outlook: outlookEn,
  refusals: {
    'visits.unknown': 'There is no such visit. Go back to the work list and choose again.',
    'visits.notOpen': 'This visit has ended. Start a new one from the work list.',
    'visits.notToday': 'This visit is of {{day}} and cannot go on. Cancel it, then start today’s.',
    'visits.siteNotOpen':
      'The site is not open yet. Complete the set-up list before receiving donors.',
    'visits.noPack': 'No rule pack is in force for {{programme}}. Two persons adopt one first.',
    'visits.alreadyHere': 'This person is here already. Open that visit from the work list.',
    'visits.documentExpired':
      'The document expired on {{until}}. Ask for the new one and amend the file; where the rule allows, see another valid document or let a second person confirm who she is.',
    'visits.documentWay':
      'The rules in force do not allow this instead of a document. Ask her to come with a valid one.',
    'visits.documentPerson':
      'A second person confirms who she is: let that colleague scan the badge and enter the PIN.',
    'visits.documentSecond':
      'The other document must be of another kind and valid today. Look at it and enter it again.',
    'visits.doorFirst': 'Temperature and symptoms are missing. Do the door check first.',
    'visits.carerFirst': 'No carer is named. Name one person first.',
    'visits.consentFirst': 'Consent is not signed. Let the donor sign before any health question.',
    'visits.questionnaireFirst':
      'The questionnaire is not answered. Let the donor answer in private first.',
    'visits.reviewFirst': 'The questionnaire is not reviewed. A nurse reviews it first.',
    'visits.registerFirst':
      'The outside register was not asked. Ask it and record the answer first.',
    'visits.vitalsFirst': 'Measurements are incomplete. Measure what is missing first.',
    'visits.bloodTestFirst': 'The blood test is missing. Do the finger-prick test first.',
    'visits.decisionFirst': 'The physician has not signed. The decision comes first.',
    'visits.numberFirst': 'No donation number is taken. Take one at the chair first.',
    'visits.chairFirst': 'The donor is not at a chair. Prepare the chair first.',
    'visits.runFirst': 'The run has not ended. Finish it first.',
    'visits.restFirst': 'The donor still rests. Finish the observation first.',
    'visits.doneFirst': 'This visit has ended. Start a new one from the work list.',
    'visits.stepDone': 'This step is done already. See the next one.',
    'visits.figureImpossible':
      'The figure for “{{figure}}” is not possible. Read the instrument and enter it again.',
    'visits.nothingMeasured': 'No figure was entered. Enter at least one.',
    'visits.carerUnfit': 'This colleague cannot be the carer. Choose one on duty.',
    'visits.carerAlready': 'This colleague is the carer already; nothing to do.',
    'visits.consentText': 'The signed text is not the one in force. Open the text again and sign.',
    'visits.consentUnsigned': 'There is no signature. Let the donor write the name in the box.',
    'visits.paperOwnEntry':
      'You have typed this paper already. Let another nurse type it again from the original.',
    'visits.paperTyped':
      'Two people have typed this paper. Settle each difference with the original in hand.',
    'visits.paperNotTwice': 'This paper was not typed by two people yet. Type it in first.',
    'visits.paperDiffers':
      'Differences are not settled: {{questions}}. Settle each with the original in hand.',
    'visits.contradictionOpen':
      'Answers contradict each other: {{contradictions}}. Ask in person, note a word, then confirm.',
    'visits.questionnaireOld': 'The questionnaire has a new version. Open it again and answer.',
    'visits.answersMissing': 'Questions without an answer: {{questions}}. Answer each.',
    'visits.answersExtra': 'The answers do not fit the questionnaire. Open it again and answer.',
    'visits.questionUnknown':
      'The questionnaire has no question {{question}}. Choose one from the list.',
    'visits.answerSame': 'The answer to {{question}} is the same; nothing to change.',
    'visits.flaggedNotAsked':
      'These answers were not talked over: {{questions}}. Ask each, then confirm.',
    'visits.assessmentProgramme':
      'This assessment is about another programme’s disease and cannot serve this visit. Record the hospital’s assessment for this programme.',
    'visits.assessmentOther': 'This assessment belongs to another donor. Choose one from the file.',
    'visits.stripLot':
      'Strip lot {{lot}} cannot be used (unknown, expired or withdrawn). Test again with another.',
    'visits.runGoesOn': 'The run has begun and cannot be cancelled. End it on the run screen.',
    'visits.voidNumberFirst': 'Number {{din}} is taken. Void it first, then cancel.',
    'visits.notRefused': 'This visit is not at the farewell. See the next step in the work list.',
    'visits.rulesNotMet':
      '{{count}} rules are not met: {{rules}}. Complete them, write why they are cleared, or defer.',
    'visits.notOverridable': 'Rule {{rule}} cannot be overridden. Defer instead.',
    'visits.targetMissing': 'Type or target is not chosen. Choose, then sign.',
    'visits.typeUnknown': 'The pack in force has no donation type {{type}}. Choose again.',
    'visits.targetNotAllowed':
      'A target of {{target}} mL is not allowed ({{allowed}}). Choose again.',
    'visits.reasonUnknown': 'The pack has no deferral reason {{reason}}. Choose one from the list.',
    'visits.reasonDay':
      'Reason {{reason}} needs the day that it counts from, not after today. Add it.',
    'visits.nextDateOver': 'The next date must be after today {{today}}. Change it.',
    'visits.notDecided': 'The physician has not signed, so there is no slip. Sign first.',
    'visits.slipUnprintable':
      'The slip has a character that cannot be printed. Write it by hand, or ask the administrator for the font.',
  },
};

export const visitsTexts = { zh, en };
