import { LRUCache } from 'lru-cache';
import { attachCall } from '../../features/calls/attachCall.ts';
import { type ConsentDeps, changeConsent } from '../../features/calls/changeConsent.ts';
import { type EndCallDeps, endCall } from '../../features/calls/endCall.ts';
import { createCallEar, type HearDeps } from '../../features/calls/hearSegment.ts';
import { ownCall } from '../../features/calls/ownCall.ts';
import { type StartCallDeps, startCall } from '../../features/calls/startCall.ts';
import type { CommandTable } from '../handle.ts';
import { staffOf } from '../session.ts';

export type CallTableDeps = StartCallDeps & ConsentDeps & HearDeps & EndCallDeps;

const callsHeld = 10_000;

/** The commands of telephone calls. */
export function callTable(deps: CallTableDeps): CommandTable {
  /** The highest number that came here, of each call. */
  const hear = createCallEar(deps);
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
        await hear(await ownCall(deps, staffOf(session), callId), segment);
        const lastSeq = Math.max(seq, lastSeqs.get(callId) ?? 0);
        lastSeqs.set(callId, lastSeq);
        return { lastSeq };
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
