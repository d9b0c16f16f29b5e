import type { donorsRefusalsChinese } from './refusals-zh.ts';

/** What is refused about donors, and what to do next, in English. */
export const donorsRefusalsEnglish: typeof donorsRefusalsChinese = {
  'donors.identity': 'The details are incomplete. Check the document and enter them again.',
  'donors.unknown': 'There is no such donor. Search again.',
  'donors.consentSame': 'This is noted already; nothing to do.',
  'donors.sameName': 'That is the name on file. Type the name as the document has it.',
  'donors.nameEmpty': 'The name has no letters. Enter it as on the document.',
  'donors.nameCharacters':
    'The name has characters that cannot be used. Enter it as on the document.',
  'donors.nameLong': 'The name is longer than 100 characters. Check it with the document.',
  'donors.phone': 'The phone number is not right. Check the digits, or leave it empty.',
  'donors.residentIdCharacters':
    'An identity number has digits only, the last may be X. Enter it again.',
  'donors.residentIdLength': 'An identity number has 18 characters (old cards 15). Enter it again.',
  'donors.residentIdCheck':
    'The check digit does not fit; one digit may be wrong. Compare digit by digit or scan the card.',
  'donors.residentIdDate':
    'The birth date in the number does not exist. Compare digit by digit or scan the card.',
  'donors.residentIdArea':
    'The area code in the number does not exist. Compare digit by digit or scan the card.',
  'donors.documentShape': 'The number does not fit this kind of document. Check kind and number.',
  'donors.documentTwice': 'The two entries of the number differ. Enter it again from the document.',
  'donors.birthDate':
    'The birth date is not possible. Enter year, month and day from the document.',
  'donors.underAge':
    'Donors are at least {{years}} years old; welcome from {{on}} on. Thank the visitor and ask no health question.',
  'donors.groupOfDonation':
    '{{source}} is a donation number, whose group only its own tests confirm. Say where the old record lies, such as hospital and date.',
  'donors.groupSourceTaken':
    'The source “{{source}}” already tells another group. Check it; if both stand, name this source differently.',
  'donors.noSuchPair': 'There is no such pair. Choose one from the list.',
  'donors.alreadyOne':
    'They were found to be one person. If that was wrong, the physician or the releaser takes a record out, in the donor’s file.',
  'donors.alreadySuspected':
    'This pair is among the similar records already. Go to “One person or two”.',
  'donors.notMerged': 'This record is not joined with another; there is nothing to take out.',
  'donors.rulingMissing':
    '{{count}} records of the time in between have no ruling whose they are. Choose for each.',
  'donors.documentUntil':
    'The last day of the document is no date. Read it from the document again; leave it empty if it has none.',
  'donors.testConsent':
    'She has not agreed to the tests. Let her sign first, then take the sample.',
  'donors.testNotOffered':
    'The rule pack does not list {{test}} for tests beforehand. Choose from the list.',
  'donors.testNumbersUsedUp':
    'The numbers for tests of this year are used up here. Ask the administrator.',
  'donors.testSampleUnknown': 'There is no such test number. Choose one from the file.',
  'donors.tubeLabelsNotDrawn':
    'The tube labels were not drawn. Write the number by hand and tell the administrator.',
  'donors.givingsRuled': 'These two stand ruled so already; nothing to do.',
  'donors.givingsDiffer':
    'These two are not of one person, day and kind, or were both taken here. Compare the papers and correct them first.',
  'donors.photoShape':
    'This is no photo that can be kept (JPEG, at most 48 KB). Read the card again or choose another.',
  'donors.photoSame': 'This photo is on file already; nothing to do.',
  'donors.photoNone': 'There is no photo on file. Compare the person with her document.',
  'donors.documentExpired':
    'The document expired on {{until}} and identifies nobody. Ask for a valid one.',
  'donors.documentDiffers':
    'Birth date or sex differs from the document number. Compare each with the document.',
  'donors.alreadyDecided': 'This was decided already; nothing to do.',
  'donors.permanentHasNoEnd':
    'A permanent deferral has no end. Remove the date, or make it temporary.',
  'donors.dayOver': 'The last day cannot be before today {{today}}. Change the date.',
  'donors.noSuchDeferral': 'There is no such deferral. Choose one from the file.',
  'donors.alreadyReinstated': 'This deferral has ended already; nothing to do.',
  'donors.assessmentDates':
    'The dates are out of order: onset, then discharge, not after today. Correct them from the papers.',
  'donors.testInFuture': 'A test lies in the future. Correct it from the report.',
};
