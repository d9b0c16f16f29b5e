import { findsEach, hold } from './parts.ts';
import { releasedCase } from './shelf-case.ts';
import type { Story } from './story.ts';
import { DIN, EXPIRES, UNIT } from './whole-case.ts';

const LAB = { actor: 'lab' };
const LINE = { consigneeId: 'hospital', name: '测试医院', phone: '022', active: true };

function issued(story: Story, issueId = 'i1'): Story {
  return story.add(
    'inventory.issued',
    {
      issueId,
      unitId: UNIT,
      din: DIN,
      consigneeId: 'hospital',
      consignee: '测试医院',
      receiver: '取血人',
      boxTenthsC: -180,
    },
    LAB,
  );
}

const recalled = (story: Story, informationId: string): Story =>
  story.react('aftercare.recallOpened', {
    recallId: `recall:${informationId}`,
    informationId,
    unitId: UNIT,
    din: DIN,
  });

/** Released, issued, then held with its recall. */
function issuedCase(): Story {
  const story = releasedCase().add('inventory.consigneeSet', LINE, { actor: 'lab' });
  return recalled(issued(story).add('components.held', hold(), LAB), 'x');
}

findsEach(
  [
    ['INV-26', 'issued twice', (s) => void issued(s, 'i2')],
    ['INV-26', 'issued without a release', (s) => void s.drop('inventory.released')],
    [
      'INV-26',
      'issued to a hospital that is not on the list',
      (s) => void s.drop('inventory.consigneeSet'),
    ],
    [
      'INV-26',
      'issued under a hold',
      (s) => s.before('inventory.issued', (a) => a.add('components.held', hold('h0'), LAB)),
    ],
    [
      'INV-26',
      'issued in a box too warm',
      (s) => {
        s.find('inventory.issued').body['boxTenthsC'] = -179;
      },
    ],
    [
      'INV-26',
      'issued by a nurse',
      (s) => {
        s.find('inventory.issued').actor = 'nurse';
      },
    ],
    [
      'INV-22',
      'issued after expiry',
      (s) => {
        s.find('inventory.issued').at = EXPIRES;
      },
    ],
    [
      'INV-26',
      'put away after it was issued',
      (s) =>
        void s.add('inventory.moved', { unitId: UNIT, fromPlaceId: null, toPlaceId: 'shelf' }, LAB),
    ],
    ['INV-21', 'held and not recalled', (s) => void s.drop('aftercare.recallOpened')],
    [
      'INV-07',
      'received on a document out of date',
      (s) => {
        s.find('donors.registered').body['documentUntil'] = '2020-03-09';
      },
    ],
    [
      'INV-07',
      'a second person who is not there stands for the document',
      (s) => {
        s.find('donors.registered').body['documentUntil'] = '2020-03-09';
        s.find('visits.checkedIn').body['document'] = {
          until: '2020-03-09',
          by: 'secondPerson',
          kind: null,
          kindUntil: null,
        };
      },
    ],
  ],
  issuedCase,
);
