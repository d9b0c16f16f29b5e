/** Chinese sentences of what is refused about arm, needle, drugs, reactions and cold. */
export const reactionRefusalsChinese = {
  'collection.freezerUnread':
    '冰箱“{{place}}”超过 {{minutes}} 分钟没有读数，不能进针。请先读温度并记录。',
  'collection.freezerOutside':
    '冰箱“{{place}}”{{measured}} ℃，超出范围，不能进针。请处理冰箱或改存别处。',
  'collection.tubeDrawn': '这支管已经记过。请扫下一支。',
  'collection.orderNeeded': '用药须有一位在岗医生的医嘱。请选下医嘱的医生。',
  'collection.calledAlready': '已经呼叫过医生。请等医生扫工牌，或请主管来。',
  'collection.stopFirst': '重度反应：先停机并录入结束，再结束反应。',
  'collection.transferMissing': '转诊要先写明接收医院、接收人和时间。',
  'collection.notEscalated': '呼叫还没有超时，不用主管接手。请到床旁看。',
  'collection.escalationTaken': '已有主管接手。请看记录。',
  'collection.stepTaken': '这一步已经记过。请做下一步。',
  'collection.transferredAlready': '已有转送记录。要补充，请写在备注。',
  'collection.transferTime': '转送时间不能早于反应，也不能晚于现在。请改正。',
  'collection.closeFirst': '反应还没有结束。请先写明结局，再回访。',
  'collection.gradeTooLow': '去过医院的反应，分级至少 {{least}} 级。请改正。',
  'collection.pausedAlready': '采集已经暂停。继续时请记“继续采集”。',
  'collection.notPaused': '采集没有暂停，不用继续。',
  'collection.spanTooLong': '统计最多一年，起日不晚于止日。请改日期。',
} as const;
