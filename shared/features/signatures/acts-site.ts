import { stampOf } from '../../kernel/stamp.ts';
import type { RulePack } from '../rulesets/model.ts';
import { pageKey } from '../rulesets/pages.ts';
import { type SignedActs, unlessEarlier, unlessNewer } from './act.ts';

/** Signed acts about the site: its people, rules, numbers, supplies and its quality register. */
export const siteActs = {
  'operators.clockConfirmed': { by: ['operators.confirmClock'] },
  'operators.siteOpened': {
    by: ['operators.openSite'],
    repeated: {
      table: 'site',
      id: ({ body }) => body.siteId,
      words: ({ at }) => ({ openedAt: at }),
    },
  },
  'operators.staffEnrolled': {
    by: ['operators.enrolStaff'],
    repeated: { table: 'staff', id: ({ body }) => body.staffId, words: () => ({}) },
  },
  'operators.staffAmended': {
    by: ['operators.amendStaff'],
    repeated: {
      table: 'staff',
      id: ({ body }) => body.staffId,
      words: (entry, row) => {
        const { staffId: _id, ...fields } = entry.body;
        return unlessNewer(row.amended, entry, fields);
      },
    },
  },
  'operators.accountLinked': {
    by: ['operators.linkAccount'],
    repeated: {
      table: 'staff',
      id: ({ body }) => body.staffId,
      words: (entry, row) => unlessNewer(row.linked, entry, { personId: entry.body.personId }),
    },
  },
  'operators.pinSet': {
    by: ['operators.changePin', 'operators.resetPin'],
    repeated: {
      table: 'pin',
      id: ({ body }) => body.staffId,
      words: (entry, row) => {
        const { staffId: _id, ...pin } = entry.body;
        return unlessNewer(row.stamp, entry, pin);
      },
    },
  },
  'operators.lockOutLifted': { by: ['operators.liftLockOut'] },
  'operators.roleTableAdopted': {
    by: ['operators.adoptRoleTable'],
    repeated: {
      table: 'roleTable',
      id: ({ body }) => body.tableId,
      words: ({ body: { from, grants }, at }) => ({ inForceFrom: from, grants, adoptedAt: at }),
    },
  },
  'emergency.opened': {
    by: ['emergency.open'],
    repeated: {
      table: 'emergency',
      id: ({ body }) => body.accessId,
      words: ({ body: { staffId, until }, at }) => ({ staffId, until, openedAt: at }),
    },
  },
  'emergency.reviewed': {
    by: ['emergency.review'],
    repeated: {
      table: 'emergencyReview',
      id: ({ body }) => body.accessId,
      words: ({ body: { verdict, note }, actor, at }, row) =>
        unlessEarlier(row.reviewedAt, at, { verdict, note, reviewedBy: actor }),
    },
  },
  'rulesets.packAdopted': {
    by: ['rulesets.adoptPack'],
    repeated: {
      table: 'rulePack',
      id: ({ body }) => body.hash,
      words: ({ body, at, actor, second }, row) =>
        unlessEarlier(row.adoptedAt, at, {
          content: body.content as unknown as RulePack,
          inForceFrom: body.inForceFrom,
          adoptedBy: actor,
          adoptedSecond: second ?? '',
        }),
    },
  },
  'rulesets.pageConfirmed': {
    by: ['rulesets.confirmPage'],
    repeated: {
      table: 'rulePackPage',
      id: ({ body }) => pageKey(body.hash, body.page),
      words: (entry, row) => {
        const { pageHash, ruleIds, exceptions } = entry.body;
        return unlessNewer(row.stamp, entry, { pageHash, ruleIds, exceptions });
      },
    },
  },
  'rulesets.packRetired': {
    by: ['rulesets.retirePack'],
    repeated: {
      table: 'rulePack',
      id: ({ body }) => body.hash,
      words: ({ body: { inForceTo } }, row) =>
        unlessEarlier(row.inForceTo, inForceTo, { inForceTo }),
    },
  },
  'equipment.recoveryKeyPrinted': { by: ['equipment.printRecoveryKey'] },
  'equipment.driverApproved': { by: ['equipment.approveDriver'] },
  'equipment.lineCaptured': { by: ['equipment.captureLine'] },
  'equipment.lotWithdrawn': {
    by: ['equipment.withdrawLot'],
    repeated: {
      table: 'lot',
      id: ({ body }) => body.lotId,
      words: () => ({ withdrawn: true }),
    },
  },
  'equipment.lotExpiryCorrected': {
    by: ['equipment.correctLotExpiry'],
    repeated: {
      table: 'lot',
      id: ({ body }) => body.lotId,
      words: (entry, row) =>
        unlessNewer(row.correctedStamp, entry, { expires: entry.body.expires }),
    },
  },
  'equipment.qualificationRecorded': {
    by: ['equipment.recordQualification'],
    repeated: {
      table: 'qualification',
      id: ({ body }) => `${body.staffId}:${body.skill}`,
      words: (entry, row) => unlessNewer(row.stamp, entry, { until: entry.body.until }),
    },
  },
  'waste.bagHandedOver': {
    by: ['waste.handOverBags'],
    repeated: {
      table: 'wasteBag',
      id: ({ body }) => body.bagId,
      words: () => ({ state: 'handedOver' }),
    },
  },
  'collection.numbersLeased': {
    by: ['collection.leaseNumbers'],
    repeated: {
      table: 'numberLease',
      id: ({ body }) => body.leaseId,
      words: ({ body: { leaseId: _id, ...range } }) => range,
    },
  },
  'collection.leaseBurned': {
    by: ['collection.burnLease'],
    repeated: {
      table: 'numberLease',
      id: ({ body }) => body.leaseId,
      words: ({ body: { above } }, row) => ({
        burnedAbove: Math.min(row.burnedAbove ?? above, above),
      }),
    },
  },
  'collection.stopOverridden': {
    by: ['collection.overrideStop'],
    repeated: {
      table: 'stopOverride',
      id: ({ body }) => body.stopId,
      words: ({ body: { code, reasonCode }, actor, second, at }) => ({
        code,
        reasonCode,
        at,
        by: actor,
        second: second ?? '',
      }),
    },
  },
  'handover.signed': {
    by: ['handover.sign'],
    repeated: {
      table: 'handover',
      id: ({ body }) => body.handoverId,
      words: ({ body: { handoverId: _id, ...sheet }, actor }) => ({ ...sheet, outgoing: actor }),
    },
  },
  'handover.differenceSettled': {
    by: ['handover.settle'],
    repeated: {
      table: 'handoverDifference',
      id: ({ body }) => body.differenceId,
      words: ({ body: { note }, actor, ...entry }, row) =>
        row.settledStamp === stampOf(entry) ? { note, settledBy: actor } : {},
    },
  },
  'aftercare.recallClosed': {
    by: ['aftercare.closeRecall'],
    repeated: {
      table: 'recall',
      id: ({ body }) => body.recallId,
      words: ({ body: { conclusion }, actor, at }, row) =>
        unlessEarlier(row.closedAt, at, { conclusion, closedBy: actor }),
    },
  },
  'quality.incidentClosed': {
    by: ['quality.closeIncident'],
    repeated: {
      table: 'incident',
      id: ({ body }) => body.incidentId,
      words: ({ body: { conclusion, cause = null, measure = null }, actor, at }, row) =>
        unlessEarlier(row.closedAt, at, { conclusion, cause, measure, closedBy: actor }),
    },
  },
  // Each result stands in a list of its step, with the hash of what the two saw.
  'validation.stepSigned': { by: ['validation.signStep'] },
  'validation.concluded': {
    by: ['validation.conclude'],
    repeated: {
      table: 'validationRun',
      id: ({ body }) => body.runId,
      words: ({ body: { verdict, conclusion, contentHash: concludedHash }, at, ...entry }, row) =>
        row.concludedAt === at
          ? {
              verdict,
              conclusion,
              concludedHash,
              concludedBy: entry.actor,
              concludedSecond: entry.second,
            }
          : {},
    },
  },
} as const satisfies SignedActs;
