import type { AnalyserDriverEvent } from './drivers/analyser.ts';
import type { AphDriverEvent } from './drivers/apheresis.ts';
import type { MappedEvent } from './drivers/mapped.ts';
import type { ScanRead } from './drivers/scanner-serial.ts';
import type { LinkReason } from './link.ts';
import type { MappingProblem } from './mapping/apply.ts';
import type { AphProblem } from './protocols/aph.ts';
import type { AphLineProblem } from './protocols/aph-line.ts';
import type { Block } from './protocols/blocks.ts';
import type { HexFrameProblem } from './protocols/hex-frame.ts';
import type { Hl7Problem } from './protocols/hl7.ts';
import type { JsonLineProblem } from './protocols/json-line.ts';
import type { Lis01FrameProblem } from './protocols/lis01-frame.ts';
import type { Lis01SendFailure } from './protocols/lis01-sender.ts';
import type { Lis02Problem } from './protocols/lis02.ts';
import type { Poct1aProblem } from './protocols/poct1a-family.ts';
import type { LineProblem } from './protocols/text-line.ts';
import type { XmlProblem } from './protocols/xml-documents.ts';

/** Every code that a device, its link or its protocol can give. */
export type DeviceCode =
  | LinkReason
  | AphProblem
  | AphLineProblem
  | Lis01FrameProblem
  | 'lis01.wrongNumber'
  | Lis01SendFailure
  | Lis02Problem
  | Extract<AphDriverEvent, { kind: 'fault' }>['code']
  | Extract<AnalyserDriverEvent, { kind: 'fault' }>['code']
  | Extract<MappedEvent, { kind: 'fault' }>['code']
  | 'analyser.otherInstrument'
  | 'mapped.trial'
  | 'mapped.unknownMapping'
  | MappingProblem
  | Extract<Block, { kind: 'defective' }>['code']
  | 'line.overflow'
  | LineProblem
  | HexFrameProblem
  | JsonLineProblem
  | Hl7Problem
  | XmlProblem
  | Poct1aProblem
  | Extract<ScanRead, { kind: 'refused' }>['code'];

type Sentences = Readonly<Record<DeviceCode, { readonly zh: string; readonly en: string }>>;

const LINE_ZH = '这一行有误，已丢弃并会重新索取；若反复出现，请检查线缆和通信速率。';
const LINE_EN =
  'This line is damaged and will be asked for again; if it keeps happening, check the cable and the speed.';
const FRAME_ZH = '这一帧有误，已要求仪器重发；若反复出现，请检查线缆和通信速率。';
const FRAME_EN =
  'This frame is damaged and the instrument was asked to repeat it; if it keeps happening, check the cable and the speed.';
const MESSAGE_ZH =
  '仪器报文无法读懂，原始数据已保存，未产生任何结果；请在仪器上重发，并通知管理员。';
const MESSAGE_EN =
  'The instrument’s message cannot be read. Its raw data are kept and no result was made; send it again from the instrument and tell the administrator.';
const RECORD_ZH = '设备记录的内容不合规定，原始数据已保存；请通知管理员核对设备固件版本。';
const RECORD_EN =
  'The content of a device record breaks its rules; the raw data are kept. Ask the administrator to check the firmware version.';
const SEND_ZH = '报文未能送达；请查看仪器是否开机、是否忙碌，再在仪器上查一次。';
const SEND_EN =
  'The message was not delivered. See whether the instrument is on and not busy, then ask once more from it.';

const DAMAGED_ZH = '收到的数据有损坏，已丢弃；若反复出现，请检查线缆、速率和校验设置。';
const DAMAGED_EN =
  'Damaged data were dropped; if it keeps happening, check the cable, the speed and the parity.';
const FORMAT_ZH = '数据格式与映射文件不符，未采用；请核对设备型号和固件，通知管理员。';
const FORMAT_EN =
  'The data do not fit the mapping file and were not taken. Compare the device’s model and firmware and tell the administrator.';
const VALUE_ZH = '数值未采用：单位、范围或用词不在映射文件中；请看设备屏幕手工录入，并通知管理员。';
const VALUE_EN =
  'A value was not taken: its unit, range or word is not in the mapping file. Key it from the device’s display and tell the administrator.';

/** What people read for each code, with what to do next. */
export const deviceTexts: Sentences = {
  'link.started': { zh: '正在连接设备。', en: 'Connecting to the device.' },
  'link.retry': { zh: '正在重新连接设备。', en: 'Connecting to the device again.' },
  'link.opened': { zh: '设备端口已打开。', en: 'The device’s port is open.' },
  'link.openFailed': {
    zh: '打不开设备端口，会自动重试；请检查线缆是否插好、端口是否被其他程序占用。',
    en: 'The device’s port cannot be opened; it is tried again by itself. Check the cable and whether another program holds the port.',
  },
  'link.portGone': {
    zh: '设备端口已断开，会自动重连；请检查线缆。',
    en: 'The device’s port is gone; it is opened again by itself. Check the cable.',
  },
  'link.writeFailed': {
    zh: '向设备发送失败，正在重连；请检查线缆。',
    en: 'Sending to the device failed and the link is being opened again. Check the cable.',
  },
  'link.silence': {
    zh: '设备长时间没有数据；请检查设备电源和线缆，采集以机器屏幕为准。',
    en: 'Nothing heard from the device for too long. Check its power and cable; go by the machine’s own screen.',
  },
  'link.heardAgain': { zh: '设备恢复通信。', en: 'The device is heard again.' },
  'link.stopped': { zh: '设备连接已关闭。', en: 'The device’s link is closed.' },
  'aph.wrongMark': { zh: LINE_ZH, en: LINE_EN },
  'aph.badRecord': { zh: RECORD_ZH, en: RECORD_EN },
  'aph.badAnswer': { zh: RECORD_ZH, en: RECORD_EN },
  'aph.badCommand': { zh: RECORD_ZH, en: RECORD_EN },
  'aph.tooShort': { zh: LINE_ZH, en: LINE_EN },
  'aph.tooLong': { zh: LINE_ZH, en: LINE_EN },
  'aph.noStart': { zh: LINE_ZH, en: LINE_EN },
  'aph.noLineEnd': { zh: LINE_ZH, en: LINE_EN },
  'aph.notAscii': { zh: LINE_ZH, en: LINE_EN },
  'aph.noChecksum': { zh: LINE_ZH, en: LINE_EN },
  'aph.badChecksum': { zh: LINE_ZH, en: LINE_EN },
  'aph.badField': { zh: LINE_ZH, en: LINE_EN },
  'lis01.tooShort': { zh: FRAME_ZH, en: FRAME_EN },
  'lis01.tooLong': { zh: FRAME_ZH, en: FRAME_EN },
  'lis01.noStart': { zh: FRAME_ZH, en: FRAME_EN },
  'lis01.badNumber': { zh: FRAME_ZH, en: FRAME_EN },
  'lis01.noTerminator': { zh: FRAME_ZH, en: FRAME_EN },
  'lis01.badChecksum': { zh: FRAME_ZH, en: FRAME_EN },
  'lis01.noLineEnd': { zh: FRAME_ZH, en: FRAME_EN },
  'lis01.forbiddenByte': { zh: FRAME_ZH, en: FRAME_EN },
  'lis01.wrongNumber': { zh: FRAME_ZH, en: FRAME_EN },
  'lis01.noAnswer': { zh: SEND_ZH, en: SEND_EN },
  'lis01.busy': { zh: SEND_ZH, en: SEND_EN },
  'lis01.tooManyRepeats': { zh: SEND_ZH, en: SEND_EN },
  'lis01.interrupted': { zh: SEND_ZH, en: SEND_EN },
  'lis01.contention': { zh: SEND_ZH, en: SEND_EN },
  'lis02.empty': { zh: MESSAGE_ZH, en: MESSAGE_EN },
  'lis02.badText': {
    zh: '仪器文字编码与设置不符，未产生结果；请管理员核对该仪器的文字编码（GB18030 或 UTF-8）后重发。',
    en: 'The instrument’s text does not fit its configured encoding and no result was made. Have the encoding (GB18030 or UTF-8) checked, then send again.',
  },
  'lis02.noHeader': { zh: MESSAGE_ZH, en: MESSAGE_EN },
  'lis02.badDelimiters': { zh: MESSAGE_ZH, en: MESSAGE_EN },
  'lis02.unknownRecord': { zh: MESSAGE_ZH, en: MESSAGE_EN },
  'lis02.wrongOrder': { zh: MESSAGE_ZH, en: MESSAGE_EN },
  'lis02.unterminated': { zh: MESSAGE_ZH, en: MESSAGE_EN },
  'apheresis.wrongMachine': {
    zh: '端口上不是这把椅子登记的采浆机，未接收任何记录；请换回原机，或在设备管理中改登记。',
    en: 'The machine on this port is not the one registered for the chair and nothing was taken from it. Put the right machine back or change the registration.',
  },
  'apheresis.numbersWentBack': {
    zh: '采浆机的记录号倒退，可能换过主板或清过内存；请改用手工记录，并通知管理员重新登记设备。',
    en: 'The machine’s record numbers went back, as after a new board or a cleared memory. Key the run by hand and have the machine registered anew.',
  },
  'apheresis.storeFailed': {
    zh: '本机未能保存采浆机记录，机器会保留并重发；请查看磁盘空间。',
    en: 'A machine record could not be saved here; the machine keeps it and sends it again. Check the disk space.',
  },
  'apheresis.interpretFailed': {
    zh: '采浆机记录已保存，但处理失败；请通知管理员，采集以机器屏幕为准。',
    en: 'A machine record is saved but could not be processed. Tell the administrator and go by the machine’s own screen.',
  },
  'analyser.storeFailed': {
    zh: '本机未能保存仪器数据，已要求仪器重发；请查看磁盘空间。',
    en: 'The instrument’s data could not be saved here and it was asked to repeat. Check the disk space.',
  },
  'analyser.unfinishedMessage': {
    zh: '仪器报文中途结束，未产生结果；请在仪器上重发。',
    en: 'The instrument’s message ended in the middle and no result was made. Send it again from the instrument.',
  },
  'analyser.unreadableMessage': { zh: MESSAGE_ZH, en: MESSAGE_EN },
  'analyser.interpretFailed': {
    zh: '仪器结果已保存，但处理失败；请通知管理员，不要按有结果处理。',
    en: 'The instrument’s data are saved but could not be processed. Tell the administrator; treat the results as missing.',
  },
  'analyser.answerNotSent': {
    zh: '仪器的查询没有答复成功；请在仪器上再查一次。',
    en: 'The instrument’s query could not be answered; ask once more from the instrument.',
  },
  'analyser.otherInstrument': {
    zh: '线上仪器报的序列号与登记的不同，报告没有采用；请核对接线和设备页上的序列号。',
    en: 'The instrument on this line tells another serial number than the one on record, and its report was not taken. Check the cable and the serial number on the device page.',
  },
  'scanner.tooLong': {
    zh: '读到的内容过长，未采用；请对准单个条码再扫一次。',
    en: 'The read is too long and was not used. Aim at one code and scan again.',
  },
  'scanner.unfinished': {
    zh: '扫描中断，未采用；请再扫一次。',
    en: 'The scan was cut off and was not used. Scan again.',
  },
  'line.tooLong': { zh: DAMAGED_ZH, en: DAMAGED_EN },
  'line.unfinished': { zh: DAMAGED_ZH, en: DAMAGED_EN },
  'line.overflow': { zh: DAMAGED_ZH, en: DAMAGED_EN },
  'line.noCheck': { zh: DAMAGED_ZH, en: DAMAGED_EN },
  'line.badCheck': { zh: DAMAGED_ZH, en: DAMAGED_EN },
  'line.badText': { zh: DAMAGED_ZH, en: DAMAGED_EN },
  'hex.tooShort': { zh: DAMAGED_ZH, en: DAMAGED_EN },
  'hex.badDigit': { zh: DAMAGED_ZH, en: DAMAGED_EN },
  'hex.badCheck': { zh: DAMAGED_ZH, en: DAMAGED_EN },
  'hex.badLength': { zh: DAMAGED_ZH, en: DAMAGED_EN },
  'json.badText': { zh: DAMAGED_ZH, en: DAMAGED_EN },
  'xml.tooLong': { zh: DAMAGED_ZH, en: DAMAGED_EN },
  'line.otherPattern': { zh: FORMAT_ZH, en: FORMAT_EN },
  'json.notAnObject': { zh: FORMAT_ZH, en: FORMAT_EN },
  'json.noId': { zh: FORMAT_ZH, en: FORMAT_EN },
  'hl7.noHeader': { zh: FORMAT_ZH, en: FORMAT_EN },
  'hl7.badDelimiters': { zh: FORMAT_ZH, en: FORMAT_EN },
  'hl7.badSegment': { zh: FORMAT_ZH, en: FORMAT_EN },
  'hl7.badText': { zh: FORMAT_ZH, en: FORMAT_EN },
  'hl7.unknownCharset': { zh: FORMAT_ZH, en: FORMAT_EN },
  'xml.notWellFormed': { zh: FORMAT_ZH, en: FORMAT_EN },
  'xml.badText': { zh: FORMAT_ZH, en: FORMAT_EN },
  'xml.docType': { zh: FORMAT_ZH, en: FORMAT_EN },
  'xml.tooDeep': { zh: FORMAT_ZH, en: FORMAT_EN },
  'poct1a.noHello': { zh: FORMAT_ZH, en: FORMAT_EN },
  'poct1a.timeout': { zh: FORMAT_ZH, en: FORMAT_EN },
  'poct1a.unknownMessage': { zh: FORMAT_ZH, en: FORMAT_EN },
  'mapping.badFact': { zh: FORMAT_ZH, en: FORMAT_EN },
  'mapping.missing': { zh: FORMAT_ZH, en: FORMAT_EN },
  'mapping.notANumber': { zh: VALUE_ZH, en: VALUE_EN },
  'mapping.outOfRange': { zh: VALUE_ZH, en: VALUE_EN },
  'mapping.unknownUnit': { zh: VALUE_ZH, en: VALUE_EN },
  'mapping.unknownWord': { zh: VALUE_ZH, en: VALUE_EN },
  'mapping.badTime': { zh: VALUE_ZH, en: VALUE_EN },
  'mapping.unstable': {
    zh: '重量尚未稳定，未采用；请等显示稳定后再读。',
    en: 'The weight was not stable and was not taken. Wait until it is, then read again.',
  },
  'mapping.notFinal': {
    zh: '结果不是最终结果，未采用；请等仪器给出最终结果。',
    en: 'The result is not final and was not taken. Wait for the final one.',
  },
  'mapping.deviceError': {
    zh: '设备报告本次测量失败，未采用；请重新测量。',
    en: 'The device says that this measurement failed; it was not taken. Measure again.',
  },
  'mapped.storeFailed': {
    zh: '本机未能保存设备数据，已要求设备重发；请查看磁盘空间。',
    en: 'The device’s data could not be saved here and it was asked to repeat. Check the disk space.',
  },
  'mapped.interpretFailed': {
    zh: '设备数据已保存，但处理失败；请以设备屏幕为准，并通知管理员。',
    en: 'The device’s data are saved but could not be processed. Go by its display and tell the administrator.',
  },
  'mapped.trial': {
    zh: '驱动在试用：数据只显示，不采用；核对后由两人在设备页启用。',
    en: 'The driver is on trial: data are shown and not taken. Two persons switch it on from the device page after the check list.',
  },
  'mapped.unknownMapping': {
    zh: '没有这种设备的映射文件；请在设备页另选一个。',
    en: 'There is no such mapping file for this kind of device. Choose another on the device page.',
  },
};
