import { partsEn } from './parts-en.ts';
import { partsZh } from './parts-zh.ts';

const zh = {
  label: '签名',
  valid: '签名有效',
  broken: '内容已变，签名失效',
  by: '{{by}} · {{time}}',
  byTwo: '{{by}}、{{second}} · {{time}}',
  seal: '封印 {{hash}}',
  changed: '变动：{{parts}}',
  todo: '请在使用前由有权限的人重新核对并签署。',
  consent: '知情同意，献血者亲签，经手',
  parts: partsZh,
};

const en: typeof zh = {
  label: 'Signatures',
  valid: 'Signature valid',
  broken: 'Content changed, signature void',
  by: '{{by}} · {{time}}',
  byTwo: '{{by}}, {{second}} · {{time}}',
  seal: 'Seal {{hash}}',
  changed: 'Changed: {{parts}}',
  todo: 'Before use, somebody with the right must check it again and sign.',
  consent: 'Consent, signed by the donor, attended by',
  parts: partsEn,
};

/** Words of signatures. */
export const signaturesTexts = { zh, en };
