const zh = {
  refusals: {
    'loopback.wrongHost': '地址不对。请用启动时给出的网址打开。',
    'loopback.wrongOrigin': '请求不是从本站页面发出的，已拒绝。请用启动时给出的网址打开。',
    'loopback.wrongSite': '请求来自别的网站，已拒绝。请用启动时给出的网址打开。',
    'loopback.notAdmitted': '这个浏览器还没有进入。请用启动时给出的网址打开。',
    'loopback.badToken': '网址里的口令不对或已用过。请重新启动，或用新的网址打开。',
    'loopback.tooManyTokens': '口令错误太多，请等一分钟，再用新的网址打开。',
    'loopback.tooManyCalls': '请求太密，这一次没有执行。请稍等几秒再试。',
    'loopback.wrongType': '请求的内容类型必须是 application/json。请改正后重发。',
    'loopback.notJson': '请求内容不是 UTF-8 编码的 JSON。请改正后重发。',
    'loopback.tooLarge': '请求内容超过 2 MiB。请缩小后重发。',
    'loopback.tooSlow': '请求内容没有按时送完，没有执行。请重发。',
    'loopback.unknownPath': '没有这个地址。请核对后重试。',
    'loopback.failed': '程序出错，没有得到回答。请查看记录后再决定是否重做。',
  },
};

const en: typeof zh = {
  refusals: {
    'loopback.wrongHost': 'The address is not ours. Open the one that was given at the start.',
    'loopback.wrongOrigin':
      'The request did not come from our page and was refused. Open the address given at the start.',
    'loopback.wrongSite':
      'The request came from another site and was refused. Open the address given at the start.',
    'loopback.notAdmitted':
      'This browser has not come in yet. Open the address given at the start.',
    'loopback.badToken':
      'The token in the address is wrong or was used. Start again or open a new address.',
    'loopback.tooManyTokens': 'Too many wrong tokens. Wait a minute, then open a new address.',
    'loopback.tooManyCalls':
      'Requests came too fast; this one was not done. Wait a few seconds and try again.',
    'loopback.wrongType': 'The content type must be application/json. Correct it and send again.',
    'loopback.notJson': 'The content is not JSON in UTF-8. Correct it and send again.',
    'loopback.tooLarge': 'The content is larger than 2 MiB. Make it smaller and send again.',
    'loopback.tooSlow': 'The content did not arrive in time; nothing was done. Send it again.',
    'loopback.unknownPath': 'There is no such address. Check it and try again.',
    'loopback.failed':
      'The program failed and gave no answer. Look at the records before doing it again.',
  },
};

/** Sentences of what a door itself refuses, before the core is asked. */
export const doorTexts = { zh, en };
