/** Kinds of what is registered, in the order in which screens offer them. */
export const DEVICE_KINDS = [
  'apheresis',
  'analyser',
  'labelPrinter',
  'paperPrinter',
  'scanner',
  'idCardReader',
  'scale',
  'freezer',
  'tubeSealer',
  'bloodPressureMonitor',
  'haemoglobinMeter',
] as const;

/** How a device is reached. `none` is a normal mode: values are keyed. */
export const LINK_KINDS = ['none', 'serial', 'tcp', 'tcpListen', 'ipp', 'file'] as const;

export const LOT_KINDS = [
  'kit',
  'anticoagulant',
  'saline',
  'strip',
  'reagent',
  'control',
  'bag',
  'disinfectant',
  'certificate',
  'labels',
] as const;

export const PLACE_KINDS = ['quarantine', 'qualified', 'reject', 'freezer', 'desk'] as const;

/** Paper and label stocks. */
export const STOCK_KINDS = ['label', 'certificate', 'sheet'] as const;

export type DeviceKind = (typeof DEVICE_KINDS)[number];
export type LinkKind = (typeof LINK_KINDS)[number];
export type LotKind = (typeof LOT_KINDS)[number];
export type PlaceKind = (typeof PLACE_KINDS)[number];
export type StockKind = (typeof STOCK_KINDS)[number];
