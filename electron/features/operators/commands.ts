import { event } from '#shared/contract/events.ts';
import { proposedGrants } from '#shared/contract/grants.ts';
import { operations } from '#shared/contract/index.ts';
import { confirmTime } from '#shared/features/operators/clock-rules.ts';
import {
  adoptRoleTable,
  amendSite,
  amendStaff,
  changePin,
  enrolStaff,
  foundSite,
  liftLockOut,
  linkAccount,
  resetPin,
} from '#shared/features/operators/rules.ts';
import { signIn, signOut, unlock } from '#shared/features/operators/session-rules.ts';
import { accepted } from '#shared/kernel/decision.ts';
import { defineCommands, steps } from '../../station/handlers.ts';

/** Commands on site, staff, roles and sessions. */
export const operatorsCommands = defineCommands({
  'operators.foundSite': steps('operators.foundSite', {
    prepare: async (input, env) => {
      const [one, two] = input.administrators;
      const pins = [await env.pins.hash(one.pin), await env.pins.hash(two.pin)] as const;
      return { pins, grants: proposedGrants() };
    },
    decide: foundSite,
  }),
  'operators.amendSite': amendSite,
  'operators.signIn': steps('operators.signIn', {
    secretOutput: true,
    prepare: async ({ who, pin, replaces }, env) => ({
      verdict: await ('badge' in who
        ? env.pins.verifyBadge(who.badge, pin)
        : env.pins.verifyName(who.name, pin)),
      token: env.randomBytes(32).toString('base64url'),
      door: env.door,
      replaces,
      replaced: replaces === undefined ? undefined : env.sessions.ownerOf(replaces),
    }),
    decide: (_input, ctx, prepared) => signIn(ctx, prepared),
    complete: ({ token, staffId }, env, { replaces, door }) => {
      if (replaces !== undefined) env.sessions.end(replaces);
      env.sessions.open(token, staffId, door);
    },
  }),
  'operators.signOut': steps('operators.signOut', {
    prepare: ({ token }, env) => ({ token, owner: env.sessions.ownerOf(token) }),
    decide: ({ how }, _ctx, { owner }) => signOut(how, owner),
    complete: (_output, env, { token }) => env.sessions.end(token),
  }),
  'operators.lock': steps('operators.lock', {
    prepare: ({ token }, env) => env.sessions.lock(token),
    decide: () => ({ kind: 'accepted', events: [], output: {} }),
  }),
  'operators.unlock': steps('operators.unlock', {
    prepare: async ({ token, pin }, env) => {
      const owner = env.sessions.ownerOf(token);
      const verdict = owner === undefined ? undefined : await env.pins.verifyStaff(owner, pin);
      return { token, verdict };
    },
    decide: (_input, ctx, { verdict }) => unlock(ctx, verdict),
    complete: (_output, env, { token }) => env.sessions.unlock(token),
  }),
  'operators.changePin': steps('operators.changePin', {
    prepare: async ({ newPin }, env) => ({
      hash: await env.pins.hash(newPin),
      isSame: env.actor ? await env.pins.isPinOf(env.actor.staffId, newPin) : false,
    }),
    decide: changePin,
  }),
  'operators.enrolStaff': steps('operators.enrolStaff', {
    prepare: ({ pin }, env) => env.pins.hash(pin),
    decide: enrolStaff,
  }),
  'operators.amendStaff': steps('operators.amendStaff', {
    prepare: ({ staffId, active }) => ({ staffId, active }),
    decide: (input, ctx) => amendStaff(input, ctx),
    complete: (_output, env, { staffId, active }) => {
      if (!active) env.sessions.endAllOf(staffId);
    },
  }),
  'operators.confirmClock': steps('operators.confirmClock', {
    prepare: (_input, { machine }) => machine.wallTime(),
    decide: ({ reason }, _ctx, at) =>
      accepted([event('operators.clockConfirmed', { at }, { reason })], {}),
    complete: (_output, { machine }) => machine.confirmClock(),
  }),
  'operators.confirmTime': steps('operators.confirmTime', {
    prepare: ({ seen }, { machine }) => {
      const isAsked = machine.clockState() === 'toConfirm';
      return { seen, at: machine.wallTime(), isAsked };
    },
    decide: (_input, _ctx, clock) => confirmTime(clock),
    complete: (_output, { machine }) => machine.confirmClock(),
  }),
  'operators.linkAccount': linkAccount,
  'operators.resetPin': steps('operators.resetPin', {
    prepare: async ({ staffId, pin }, env) => ({ staffId, hash: await env.pins.hash(pin) }),
    decide: (input, ctx, { hash }) => resetPin(input, ctx, hash),
    complete: (_output, env, { staffId }) => {
      env.pins.forgive(staffId);
      env.sessions.endAllOf(staffId);
    },
  }),
  'operators.liftLockOut': steps('operators.liftLockOut', {
    prepare: ({ staffId }) => staffId,
    decide: (input, ctx) => liftLockOut(input, ctx),
    complete: (_output, env, staffId) => env.pins.forgive(staffId),
  }),
  'operators.adoptRoleTable': steps('operators.adoptRoleTable', {
    prepare: () => new Set<string>(Object.keys(operations)),
    decide: adoptRoleTable,
  }),
});
