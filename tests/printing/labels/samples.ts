import { type LabelStock, loadLabelStocks } from '#electron/printing/labels/stock.ts';
import type { UnitLabelContent } from '#electron/printing/labels/unit-content.ts';

/** A unit of an invented station; nothing in it is a person's. */
export const sampleUnit: UnitLabelContent = {
  din: 'A999926000118',
  flags: '01',
  group: { abo: 'A', rhd: 'positive' },
  isbtGroup: '6200',
  productCode: 'D0001VA0',
  productName: '新冠肺炎康复者恢复期血浆（单采，病毒灭活）',
  division: 'A0',
  volumeMl: 198,
  anticoagulant: 'ACD-A',
  collectedAtLocal: '2026-11-20 10:42',
  expiryLocal: '2027-11-20 23:59',
  expiryIsbt: '0273242359',
  storage: '−20 ℃ 以下',
  specialText: ['IgG 1:160 阳性'],
  facilityName: '海河血液中心（演示）',
  licence: '津卫血站字（演示）第 0001 号',
  labelSerial: 'L000000341',
};

/** A shipped stock record by its id; throws when it is gone. */
export function stockById(id: string): LabelStock {
  const stock = loadLabelStocks().find((candidate) => candidate.id === id);
  if (!stock) throw new Error(`no stock ${id}`);
  return stock;
}
