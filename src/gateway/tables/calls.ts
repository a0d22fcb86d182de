import { LRUCache } from 'lru-cache';
import { attachCall } from '../../features/calls/attachCall.ts';
import { type ConsentDeps, changeConsent } from '../../features/calls/changeConsent.ts';
import { type EndCallDeps, endCall } from '../../features/calls/endCall.ts';
import { createCallEar, type HearDeps } from '../../features/calls/hearSegment.ts';
import { type HoldDeps, holdCalls } from '../../features/calls/holdCalls.ts';
import { type NameCallerDeps, nameCaller } from '../../features/calls/nameCaller.ts';
import { ownCall } from '../../features/calls/ownCall.ts';
import { type StartCallDeps, startCall } from '../../features/calls/startCall.ts';
import type { CoachingDeps } from '../../features/coaching/deps.ts';
import { draftRecap } from '../../features/coaching/draftRecap.ts';
import type { CommandTable } from '../handle.ts';
import { staffOf } from '../session.ts';

export type CallTableDeps = StartCallDeps &
  ConsentDeps &
  Omit<HearDeps, 'heldCalls'> &
  HoldDeps &
  EndCallDeps &
  NameCallerDeps & { coaching: CoachingDeps };

const callsHeld = 10_000;

/** The commands of telephone calls. */
export function callTable(deps: CallTableDeps): CommandTable {
  const heldCalls = holdCalls(deps);
  const hear = createCallEar({ ...deps, heldCalls });
  /** The highest number that came here, of each call. */
  const lastSeqs = new LRUCache<string, number>({ max: callsHeld });
  return {
    'call-start': {
      rate: 'command',
      run: (session, { direction, number, leadId, conversationId }, command) =>
        startCall(deps, staffOf(session), command, { direction, number, leadId, conversationId }),
    },
    'call-attach': {
      rate: 'command',
      async run(session, { conversationId, callId }, command) {
        await attachCall(deps, staffOf(session), command, { conversationId, callId });
        return {};
      },
    },
    'call-caller': {
      rate: 'command',
      async run(session, { callId, isThem }, command) {
        await nameCaller(deps, staffOf(session), command, { callId, isThem });
        return {};
      },
    },
    'call-consent': {
      rate: 'command',
      async run(session, { callId, party, state, words }, command) {
        await changeConsent(deps, staffOf(session), command, { callId, party, state, words });
        return {};
      },
    },
    'call-segment': {
      rate: 'command',
      async run(session, { callId, seq, ...segment }) {
        await hear(await ownCall({ calls: heldCalls }, staffOf(session), callId), segment);
        const lastSeq = Math.max(seq, lastSeqs.get(callId) ?? 0);
        lastSeqs.set(callId, lastSeq);
        return { lastSeq };
      },
    },
    'call-recap': {
      rate: 'model',
      async run(session, { callId }, { commandId }) {
        const { tenantId, principal } = staffOf(session);
        const { conversationId } = await ownCall(deps, staffOf(session), callId);
        const cause = { principalId: principal.id, commandId };
        await draftRecap(deps.coaching, {
          ...{ tenantId, conversationId, callId, cause },
          once: `${principal.id}:${commandId}`,
        });
        return {};
      },
    },
    'call-end': {
      rate: 'command',
      async run(session, { callId, outcome }, command) {
        await endCall(deps, staffOf(session), command, { callId, outcome });
        return {};
      },
    },
  };
}
