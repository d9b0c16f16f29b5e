import { componentsScreensEnglish } from './screen-words-en.ts';
import type { ComponentsWords } from './texts-zh.ts';

/** English words of split, inactivation, freezing and holds. */
export const componentsEnglish: ComponentsWords = {
  ui: componentsScreensEnglish,
  holds: {
    overFreezeLimit: 'freezing limit passed',
    reactiveResult: 'tests not passed',
    groupDiscrepant: 'blood group discrepant',
    labelMismatch: 'label mismatch',
    lateInformation: 'information after donation',
    sampleUnfit: 'sample unfit',
    bagUnfit: 'bag unfit',
    volumeVariance: 'volume differs too much',
    duplicateDeviceResult: 'device reported twice, differently',
    selfExclusion: 'confidential exclusion',
    lookBack: 'look-back',
    rulesChanged: 'not met since the rules changed',
    boxDifference: 'hand-over box differs',
    boxTemperature: 'hand-over box too warm or too cold',
    expiredSupply: 'an expired supply was used',
    identityDoubt: 'identity in doubt',
  },
  inactivation: { none: 'not recorded', done: 'inactivated', notDone: 'not inactivated' },
  verdicts: {
    holds: 'Holds',
    none: 'none open',
    unit: 'Unit',
    notRecorded: 'not recorded',
    cut: 'Check at the cut',
    cutLimit: 'in-process label scanned against its mother before the cut',
    whole: 'not split',
    inactivation: 'Pathogen inactivation',
    appearance: 'Appearance',
    appearanceLimit: 'no haemolysis, no leak, normal colour',
    fit: 'fit',
    unfit: 'unfit',
    volume: 'Volume',
    product: 'Product',
    productLimit: 'a product of the rule pack',
    freezing: 'Freezing',
    place: 'Quarantine place',
    placeLimit: 'scanned into a quarantine place',
  },
  refusals: {
    'components.notCollected': '{{din}} has no finished collection. Scan the bag again.',
    'components.notReceived': 'The bag of {{din}} was not taken in. Do the intake first.',
    'components.alreadySplit': '{{din}} was already made into units. Open its record.',
    'components.productUnknown':
      'The rule pack has no such product. Ask the supervisor to check the pack.',
    'components.bagLimitsUnknown':
      'The rule pack has no limits for the size of a bag (PREP-2). Ask the supervisor to check the pack; do not split yet.',
    'components.bagSize':
      'Bag {{division}} has {{volume}} mL and must have {{min}}–{{max}} mL. Change the number of bags or the volume.',
    'components.volumeExceeds':
      "The parts make {{sum}} mL, more than the mother's {{mother}} mL. Reduce the parts.",
    'components.serialsExhausted':
      'The station has no label serials left. Ask the administrator; do not split now.',
    'components.labelFirst':
      'This bag has a final label or is no longer in quarantine. Void the label first, then correct the volume.',
    'components.nothingCorrected':
      'The new figures are the old ones; nothing was corrected. Check and type again.',
    'components.unitUnknown': 'There is no such unit. Scan again.',
    'components.notInProcess': 'This unit is past processing; see stock.',
    'components.printerUnknown': 'There is no such label printer. Choose a printer again.',
    'components.printUnknown': 'There is no record of this printing. Refresh and look again.',
    'components.noLabelPrinter':
      'No label printer is in use; the in-process label was not printed. Check the printers, then print again.',
    'components.noLabelStock':
      'No label stock on record holds the in-process label (60 × 40 mm); nothing was printed. Enter the stock, then print again.',
    'components.labelCheckFailed':
      'The decode check before the print failed; the in-process label was not printed. Change the head or the printer and print again.',
    'components.notVerified':
      'The in-process label was not checked against its mother. Scan both first.',
    'components.alreadyVerified': 'This unit was already checked. Go on with the next.',
    'components.motherMismatch':
      'Wrong mother: expected {{expected}}, scanned {{scanned}}. Stop and check both bags.',
    'components.serialMismatch':
      'Wrong in-process label: expected {{expected}}, scanned {{scanned}}. Stop and check the label.',
    'components.alreadyInactivated':
      'Inactivation of this unit is already recorded. If wrong, hold it and report.',
    'components.inactivationOpen': 'Inactivation is not recorded yet. Record it before freezing.',
    'components.alreadyInFreezer':
      'This unit is already in the freezer. Record its core temperature when frozen.',
    'components.notInFreezer': 'This unit was not put into a freezer. Scan the freezer first.',
    'components.alreadyFrozen': 'This unit is already frozen. Scan a quarantine place.',
    'components.notAFreezer': '{{place}} is not a freezer in use. Scan the code on the freezer.',
    'components.notFrozenYet':
      'Core {{core}} °C is warmer than {{limit}} °C. Put it back and measure later.',
    'components.containerMismatch':
      'This is another bag: expected {{expected}}, scanned {{scanned}}. Stop and compare both bags.',
    'components.notFrozen': 'This unit is not recorded as frozen. Record that first.',
    'components.shelfOfOther':
      '{{place}} is kept for “{{programmeEn}}” alone. Put the unit on another shelf.',
    'components.ownShelf':
      'This programme’s plasma stands apart, not on {{place}}. Put it on {{places}}.',
    'components.notQuarantine': '{{place}} is no quarantine place. Scan a quarantine shelf.',
    'components.targetUnknown': 'There is no such number. Scan what you want to hold.',
    'components.holdUnknown': 'There is no such hold. Refresh the list.',
    'components.holdAlreadyLifted': 'This hold was already lifted. Refresh the list.',
    'components.causeStands': 'The cause of the hold still stands ({{cause}}). Settle it first.',
  },
};
