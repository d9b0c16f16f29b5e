import type { privacyChinese } from './privacy-words-zh.ts';

/** English words of consents, revealing and the donor's own access list. */
export const privacyEnglish: typeof privacyChinese = {
  consents: {
    title: 'Consents and privacy',
    kinds: {
      donation: 'donating',
      contact: 'being contacted (phone, message)',
      publicity: 'name or picture in public (thanks, campaigns)',
      research: 'rest of plasma and data for research',
    },
    given: 'agrees',
    withdrawn: 'does not agree',
    unasked: 'not asked yet',
    give: 'Agrees',
    withdraw: 'Does not agree',
    way: 'How the donor said it',
    ways: { inPerson: 'in person', phone: 'by phone', letter: 'in writing' },
    done: 'Noted',
    donationNote:
      'Taking back “donating” defers the donor; after a new agreement two persons lift the deferral.',
  },
  yesNo: { true: 'yes', false: 'no' },
  reveal: {
    action: 'Show whole numbers',
    title: 'Document and phone of {{name}}',
    lead: 'Looking is written down: who, when, why. The donor may ask for the list.',
    purpose: 'Why it is needed',
    show: 'Show once',
    shown: 'Not shown again after closing',
  },
  access: {
    title: 'Who looked at my data',
    action: 'Print the access list',
    donor: 'Name',
    number: 'Number',
    note: 'Opening the file is noted once a person and day; whole numbers and results each time.',
    at: 'Time',
    by: 'Who',
    what: 'What was seen',
    purpose: 'Why',
    work: 'work of the day',
    none: 'Nobody has looked yet.',
    purposes: {
      callDonor: 'contact the donor',
      compareDocument: 'compare the document',
      registerQuery: 'query the outside register',
      donorAsks: 'the donor asked',
      authority: 'an authority asked',
      testing: 'testing',
      release: 'release',
      counselling: 'informing and counselling',
      investigation: 'investigation',
    },
  },
};
