const zh = {
  refusals: {
    'station.unknownOperation': '没有这个操作。请更新程序，或核对操作名称。',
    'station.malformedEnvelope': '请求的格式不对。请用本程序的界面或按文档重新发送。',
    'station.malformedInput': '“{{field}}”的内容格式不对。请核对后重新填写。',
    'station.commandIdMissing': '请求缺少命令编号。请带上编号重新发送。',
    'station.commandIdReused': '这个命令编号已用于另一内容。请用新的编号重新提交。',
    'station.outcomeIsSecret': '上一次已经成功，但结果不保存。请重新登录。',
    'station.rescueMode': '数据检查未通过，只能查看。请联系管理员，从备份恢复。',
    'station.checkingPages': '上次没有正常关闭，正在检查数据文件。请等检查完成再贴标或放行。',
    'station.clockAhead':
      '时钟往前跳了很多，按时间判断的步骤先停。请两人到“关于”核对时间并签名确认。',
    'station.clockToConfirm':
      '工作站停用了一段时间，还没有人确认日期和时间。请先核对并确认，再做这一步。',
    'operators.timeNotAsked': '现在不需要确认日期和时间。请直接继续工作。',
    'operators.timeNotAsShown': '屏幕上的时间已经过了。请看清现在的日期和时间，再确认一次。',
    'station.clockBehind': '时钟比记录慢，按时间判断的步骤先停。请把计算机时间调准。',
    'station.signInFirst': '还没有登录。请扫工牌并输入 PIN。',
    'station.sessionEnded': '登录已结束。请重新登录。',
    'station.sessionLocked': '屏幕已锁定。请输入 PIN 解锁。',
    'station.accountDisabled': '这个账号已停用。请找管理员。',
    'station.notPermitted': '您的角色不能做这一步（{{operation}}）。请有权限的同事来做。',
    'station.kioskOnly': '献血者自助屏只能做自己的告知和征询。请护士扫工牌后再做。',
    'station.pinMustChange': '这是临时 PIN。请先换成自己的 PIN。',
    'station.pinNeeded': '这一步要签名。请再输一次 PIN。',
    'station.reasonIsCode': '原因要用文字说明，不能扫码代替。请写明原因再做。',
    'station.badgeNotEnough': '这一步不能只扫工牌。请登录后再做。',
    'station.badgeUnknown': '没有这张工牌的在岗人员。请核对工牌。',
    'station.secondNeeded': '这一步要两个人。请第二人扫工牌并输入 PIN。',
    'station.secondNotAsked': '这一步不需要第二人。请去掉第二人后重试。',
    'station.secondNotProved': '第二人的工牌或 PIN 不对。请第二人重新输入。',
    'station.secondDisabled': '第二人的账号已停用。请换一位同事。',
    'station.secondSamePerson': '第二人必须是另一个人。请换一位同事。',
    'station.secondNotPermitted': '第二人没有这一步需要的角色。请换一位有权限的同事。',
    'station.staleRecord': '{{by}} 刚改过这条记录（{{at}}）。请看最新内容后再决定。',
    'operators.wrongPin': '工牌、姓名或 PIN 不对。请重新输入。',
    'operators.lockedOut': 'PIN 错误次数过多，暂时锁定到 {{until}}。请稍后再试。',
    'operators.badgeShared':
      '这张工牌登记在两个账号上，不能用。请按姓名登录，并请管理员在“人员”里给其中一个换工牌。',
    'operators.nameShared':
      '有两位或更多在岗同事叫这个名字，按姓名分不出是谁，PIN 没有试。请扫自己的工牌再输 PIN。',
    'operators.stationPaused': '这台站点连续输错太多，暂停登录到 {{until}}。请稍后再试。',
    'operators.lockedOutForGood': 'PIN 错误次数过多，已锁定。请主管或管理员解除。',
    'operators.pinShape': 'PIN 须为 6 至 12 位数字。请重新设定。',
    'operators.pinWeak': '这个 PIN 太容易猜到。请换一个。',
    'operators.pinUnchanged': '新 PIN 与旧的相同。请换一个。',
    'operators.ownPin': '不能给自己设临时 PIN。请用“修改 PIN”，或请另一位管理员。',
    'operators.ownLockOut': '不能解除自己的锁定。请另一位主管或管理员来做。',
    'operators.notLockedOut': '这个账号没有锁定，不用解除。',
    'operators.alreadyFounded': '本文件夹已经建站。请直接登录。',
    'operators.notFounded': '还没有建站。请先完成首次设置。',
    'operators.alreadyOpen': '采浆点已经开放，不用再开。',
    'operators.facilityCode': '机构代码须为 5 位（如 A9999）。请核对批文。',
    'operators.demoFacility': '演示只能用 A9990 至 A9999。请改机构代码。',
    'operators.zoneUnknown': '没有这个时区。请从列表中选择。',
    'operators.dateUnknown': '没有 {{date}} 这一天。请核对日期。',
    'operators.licenceExpired': '许可证已于 {{date}} 到期。请填写有效的许可证。',
    'operators.badgeTaken': '工牌 {{badge}} 已有人使用。请换一张工牌。',
    'operators.samePerson': '两位管理员不能是同一个人。请填写另一位。',
    'operators.personUnknown': '没有这个人的账号。请先登记，或核对所选人员。',
    'operators.staffUnknown': '没有这个账号。请刷新名单后重选。',
    'operators.lastAdministrators': '至少要留两位在岗管理员。请先增加一位。',
    'operators.operationUnknown': '权限表里的操作 {{operation}} 不存在。请更正后重试。',
    'operators.roleTableLocksOut': '权限表必须让管理员还能修改权限表。请补上。',
    'operators.fromPast': '权限表不能从过去生效。请选现在或以后的时间。',
  },
  failures: {
    'station.internalError': '程序出错，没有保存。请记下编号 {{incident}} 并重试。',
    'station.outcomeUnknown': '不能确定是否已保存。请先查看记录，不要重复操作。编号 {{incident}}。',
    'station.notSaved': '写盘失败，已核对：没有保存。请重试；再失败请找管理员。编号 {{incident}}。',
    'station.notRead':
      '磁盘读不出来，没有改动任何记录。请重试；再失败请找管理员。编号 {{incident}}。',
    'station.folderMoved':
      '数据文件夹被移动或替换，没有保存。请放回原处后重新打开程序。编号 {{incident}}。',
    'station.diskFull': '磁盘已满，没有保存。请清理磁盘后重试。编号 {{incident}}。',
  },
  roles: {
    nurse: '护士',
    physician: '医师',
    labTech: '检验技师',
    qualityRelease: '质量放行',
    printClerk: '打印员',
    recruiter: '招募员',
    supervisor: '主管',
    admin: '管理员',
    volunteer: '志愿者',
  },
};

const en: typeof zh = {
  refusals: {
    'station.unknownOperation': 'There is no such operation. Update the program or check the name.',
    'station.malformedEnvelope':
      'The request is not well formed. Use the program or send it as documented.',
    'station.malformedInput': '“{{field}}” is not well formed. Check it and enter it again.',
    'station.commandIdMissing': 'The request has no command id. Send it again with one.',
    'station.commandIdReused':
      'This command id was used for something else. Submit again with a new id.',
    'station.outcomeIsSecret': 'It worked before, but the answer is not kept. Sign in again.',
    'station.rescueMode':
      'The data did not pass the checks; reading only. Ask the administrator to restore a backup.',
    'station.checkingPages':
      'The last stop was not a clean one; the data file is being checked. Wait until that is done.',
    'station.clockAhead':
      'The clock jumped far ahead; steps that decide by time wait. Let two confirm the time under About.',
    'station.clockToConfirm':
      'The station stood still for a while and nobody has confirmed date and time. Compare and confirm them first, then do this.',
    'operators.timeNotAsked': 'Date and time need no confirmation now. Just go on working.',
    'operators.timeNotAsShown':
      'The time on the screen has passed. Look at date and time as they are now and confirm again.',
    'station.clockBehind':
      'The clock is behind the records; steps that decide by time wait. Set the computer’s time right.',
    'station.signInFirst': 'Nobody is signed in. Scan a badge and enter the PIN.',
    'station.sessionEnded': 'The session has ended. Sign in again.',
    'station.sessionLocked': 'The screen is locked. Enter the PIN to unlock it.',
    'station.accountDisabled': 'This account is disabled. See an administrator.',
    'station.notPermitted': 'Your role may not do this ({{operation}}). Ask a colleague who may.',
    'station.kioskOnly':
      'The donor’s screen only takes her own notice and questionnaire. Let a nurse scan her badge first.',
    'station.pinMustChange': 'This PIN is temporary. Choose your own PIN first.',
    'station.pinNeeded': 'This step is signed. Enter your PIN again.',
    'station.reasonIsCode':
      'A reason is said in words; a scanned code is none. Write the reason, then do it again.',
    'station.badgeNotEnough': 'A badge alone is not enough for this step. Sign in first.',
    'station.badgeUnknown': 'No active member of staff has this badge. Check the badge.',
    'station.secondNeeded':
      'This step needs two people. Let the second person scan a badge and enter the PIN.',
    'station.secondNotAsked': 'This step takes no second person. Remove it and try again.',
    'station.secondNotProved':
      "The second person's badge or PIN is wrong. Let that person enter it again.",
    'station.secondDisabled': "The second person's account is disabled. Ask another colleague.",
    'station.secondSamePerson': 'The second person must be somebody else. Ask another colleague.',
    'station.secondNotPermitted':
      'The second person lacks the role for this step. Ask a colleague who has it.',
    'station.staleRecord':
      '{{by}} changed this record just now ({{at}}). Look at it again, then decide.',
    'operators.wrongPin': 'Badge, name or PIN is wrong. Enter it again.',
    'operators.lockedOut': 'Too many wrong PINs; locked until {{until}}. Try again later.',
    'operators.badgeShared':
      'Two accounts carry this badge, so it opens neither. Sign in by name and ask an administrator to give one of them another badge.',
    'operators.nameShared':
      'Several colleagues have this name, so no PIN was tried. Scan your own badge, then enter the PIN.',
    'operators.stationPaused':
      'Too many wrong entries at this station; sign-in pauses until {{until}}. Try again later.',
    'operators.lockedOutForGood':
      'Too many wrong PINs; locked. Ask a supervisor or an administrator to lift it.',
    'operators.pinShape': 'A PIN has 6 to 12 digits. Choose another.',
    'operators.pinWeak': 'This PIN is too easy to guess. Choose another.',
    'operators.pinUnchanged': 'The new PIN is the old one. Choose another.',
    'operators.ownPin':
      'You cannot give yourself a temporary PIN. Change your PIN, or ask another administrator.',
    'operators.ownLockOut':
      'You cannot lift your own lock-out. Ask another supervisor or administrator.',
    'operators.notLockedOut': 'This account is not locked out; there is nothing to lift.',
    'operators.alreadyFounded': 'This folder already has a site. Sign in.',
    'operators.notFounded': 'There is no site yet. Finish the first set-up.',
    'operators.alreadyOpen': 'The site is open already; nothing to do.',
    'operators.facilityCode': 'A facility code has 5 characters (A9999). Check the licence.',
    'operators.demoFacility': 'A demo uses A9990 to A9999 only. Change the facility code.',
    'operators.zoneUnknown': 'There is no such time zone. Choose one from the list.',
    'operators.dateUnknown': 'There is no day {{date}}. Check the date.',
    'operators.licenceExpired': 'The licence expired on {{date}}. Enter one that is valid.',
    'operators.badgeTaken': 'Badge {{badge}} is in use. Take another badge.',
    'operators.samePerson': 'The two administrators cannot be one person. Enter somebody else.',
    'operators.personUnknown':
      'This person has no account. Enrol her first, or check whom you chose.',
    'operators.staffUnknown': 'There is no such account. Refresh the list and choose again.',
    'operators.lastAdministrators':
      'At least two active administrators must stay. Add another first.',
    'operators.operationUnknown':
      'The role table names {{operation}}, which does not exist. Correct it and try again.',
    'operators.roleTableLocksOut':
      'The role table must let administrators change the role table. Add that.',
    'operators.fromPast': 'A role table cannot begin in the past. Choose now or later.',
  },
  failures: {
    'station.internalError': 'The program failed; nothing was saved. Note {{incident}} and retry.',
    'station.outcomeUnknown':
      'Whether it was saved is unknown. Look at the record before you do it again. {{incident}}',
    'station.notSaved':
      'Writing failed; checked: nothing was saved. Retry; then see an administrator. {{incident}}',
    'station.notRead':
      'The disk could not be read; no record was changed. Retry; then see an administrator. {{incident}}',
    'station.folderMoved':
      'The data folder was moved or replaced; nothing was saved. Put it back and start again. {{incident}}',
    'station.diskFull': 'The disk is full; nothing was saved. Free space and retry. {{incident}}',
  },
  roles: {
    nurse: 'Nurse',
    physician: 'Physician',
    labTech: 'Lab technician',
    qualityRelease: 'Quality release',
    printClerk: 'Print clerk',
    recruiter: 'Recruiter',
    supervisor: 'Supervisor',
    admin: 'Administrator',
    volunteer: 'Volunteer',
  },
};

/** Words of site, staff and sign-in, and the sentences of the core's own refusals. */
export const operatorsTexts = { zh, en };
