import { laboratoryScreensEnglish } from './screen-words-en.ts';
import type { LaboratoryWords } from './texts-zh.ts';

/** English words of the laboratory. */
export const laboratoryEnglish: LaboratoryWords = {
  ui: laboratoryScreensEnglish,
  effective: {
    nonreactive: 'non-reactive',
    withinLimit: 'within the limit',
    reactive: 'reactive',
    initiallyReactive: 'initially reactive, repeat in duplicate',
    repeatReactive: 'repeat reactive',
    elevated: 'above the limit',
    indeterminate: 'indeterminate',
    unknown: 'reading not known',
    conflict: 'device reported twice, differently',
    incomplete: 'incomplete',
  },
  values: {
    nonreactive: 'non-reactive',
    reactive: 'reactive',
    indeterminate: 'indeterminate',
    invalid: 'invalid',
    pending: 'pending',
    unknown: 'not known',
    elevated: 'raised',
    A: 'A',
    B: 'B',
    O: 'O',
    AB: 'AB',
    positive: 'positive',
    negative: 'negative',
    weak: 'weak positive',
  },
  tests: {
    HBV: 'HBV marker',
    HCV: 'HCV marker',
    HIV: 'HIV marker',
    'HBV-NAT': 'HBV NAT',
    'HCV-NAT': 'HCV NAT',
    'HIV-NAT': 'HIV NAT',
    syphilis: 'Syphilis antibody',
    ALT: 'Alanine aminotransferase',
    ABO: 'ABO group',
    RhD: 'RhD group',
    weakD: 'Weak D confirmation',
    'SARS2-NAT': 'SARS-CoV-2 NAT (single donor)',
    AB: 'SARS-CoV-2 antibody titre',
  },
  doubts: {
    tooFew: 'two independent concordant results are missing',
    discordant: 'results disagree',
    forwardReverse: 'forward and reverse disagree',
    fingerPrickDiffers: 'differs from the finger-prick group',
    historyDiffers: 'differs from the confirmed group on record',
    weakDMissing: 'weak D confirmation is missing',
    weakDPositive: 'weak D is positive',
    conflict: 'device reported twice, differently',
    disputeOpen: 'group dispute is open',
  },
  verdicts: {
    groupLimit: 'two independent concordant results, no contradiction with record or finger-prick',
    panel: 'Required tests',
    noPack: 'no rule pack in force',
    beforehand: 'sample before the donation',
    panelLimit: 'packs of the collection and of today are present',
  },
  refusals: {
    'laboratory.bagNotReceived': 'The bag of {{din}} was not received yet. Receive it first.',
    'laboratory.bagSplit':
      '{{din}} was split; its intake can no longer be corrected. Report an incident.',
    'laboratory.nothingCorrected':
      'What was typed for {{din}} is what stands already; nothing was corrected. Check and type again.',
    'laboratory.bagAlreadyReceived':
      'The bag of {{din}} was already taken in. Open its intake record.',
    'laboratory.sampleAlreadyReceived':
      'Sample {{sampleId}} was already received. Check the number on the tube.',
    'laboratory.donationUnknown': 'There is no donation {{din}}. Scan the number on the bag again.',
    'laboratory.stillRunning': '{{din}} is still being collected. Wait for its end.',
    'laboratory.notScannedOut':
      '{{din}} was not scanned out of a hand-over box. Scan the box out first.',
    'laboratory.openingUnset':
      'The rule pack of {{din}} does not say how long results stay open (SITE-OPEN). Ask the quality manager to mend the pack.',
    'laboratory.notMatched':
      'Bag, tubes and donor of {{din}} were not matched at the chair. Send it back and match it there first.',
    'laboratory.testSampleUnknown':
      'There is no test number {{din}}. Look at the label and ask who took the sample.',
    'laboratory.tubeNotSent':
      '{{din}} sent no {{kind}} tube. Check the tube; stop the box if it differs.',
    'laboratory.qualificationLapsed':
      'Your laboratory qualification has run out. Ask a qualified colleague.',
    'laboratory.lotUnknown':
      'Reagent lot {{lot}} is not on record. Enter it under equipment first.',
    'laboratory.lotWithdrawn': 'Reagent lot {{lot}} was withdrawn. Use another lot.',
    'laboratory.lotExpired': 'Reagent lot {{lot}} has expired. Use another lot.',
    'laboratory.lotOtherTest':
      'Reagent lot {{lot}} does not serve {{test}}. Take a lot of this test.',
    'laboratory.deviceUnknown':
      'This analyser is not on record or not active. Check the device page.',
    'laboratory.deviceIdentity':
      'The instrument on the port says serial {{found}}, expected {{expected}}. Check the cable; nothing was taken.',
    'laboratory.runUnknown': 'There is no such run. Choose again from the list.',
    'laboratory.runNotOpen': 'This run is already {{state}}. Open another run.',
    'laboratory.controlsMissing':
      'No control was read. Enter at least one control before concluding.',
    'laboratory.sampleUnknown': 'Sample {{sampleId}} was not received. Take it in first.',
    'laboratory.sampleUnfit':
      'Sample {{sampleId}} is unfit and gives no result. Use the retention tube.',
    'laboratory.testNotInPanel':
      '{{test}} is not in the panel of this donation. Check the test of the run.',
    'laboratory.alreadyRead':
      'You already read {{sampleId}} in this run. Another person must repeat it with another lot.',
    'laboratory.samePersonTwice':
      'You made the first entry of {{sampleId}}. Another person must enter it blind.',
    'laboratory.readingShape':
      'The reading does not have the shape of this test. Enter it in the fields of the test.',
    'laboratory.figureUnreadable':
      'The figure cannot be read. Type digits with at most one decimal point.',
    'laboratory.resultUnknown': 'There is no such result. Open the results again.',
    'laboratory.alreadyCorrected': 'This result was already corrected. Correct the newest one.',
    'laboratory.disputeNotOpen': 'This group dispute is closed or unknown. Refresh the list.',
    'laboratory.notEvidence': '{{id}} is no evidence of this donation. Choose again.',
    'laboratory.stillDiscrepant':
      '{{count}} discrepancies remain after setting these aside. Test again or choose again.',
    'laboratory.unmatchedNotOpen': 'This message was already explained. Refresh the list.',
  },
};
