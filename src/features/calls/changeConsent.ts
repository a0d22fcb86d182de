import type { CallParty, ConsentState, WipeReason } from '../../contract/calls.ts';
import type { Clock } from '../../kernel/clock.ts';
import { HubError } from '../../kernel/hubError.ts';
import type { Jobs } from '../../kernel/jobs.ts';
import { type CommandRef, commandOrigin } from '../conversations/actors.ts';
import type { Draft } from '../conversations/model.ts';
import type { StaffScope } from '../identity/model.ts';
import type { LeadStore } from '../profiles/ports.ts';
import { keepAnswer } from './earlierNo.ts';
import type { Call } from './model.ts';
import { ownCall } from './ownCall.ts';
import type { CallStore } from './ports.ts';
import { type WipeDeps, wipeCall } from './wipeCall.ts';

export interface ConsentDeps extends WipeDeps {
  calls: Pick<CallStore, 'find' | 'change'>;
  leads: Pick<LeadStore, 'find' | 'linkedTo' | 'change'>;
  jobs: Pick<Jobs, 'schedule'>;
  clock: Clock;
}

export interface Consent {
  party: CallParty;
  state: ConsentState;
  words?: string | undefined;
}

/**
 * One end of a call agrees to its being written down, or not: by the agent's key or the caller's keypress, never by what words were read to
 * mean, but for a no. A no ends the writing at once and erases what was written.
 * @throws HubError as `ownCall`; `CONFLICT` where the call is over and somebody would agree to it now
 */
export async function changeConsent(
  deps: ConsentDeps,
  scope: StaffScope,
  command: CommandRef,
  { callId, ...consent }: Consent & { callId: string },
): Promise<void> {
  const call = await ownCall(deps, scope, callId);
  await setConsent(deps, call, consent, commandOrigin(scope, command, 'call-consent'));
}

/** Time after which a no whose words were not erased counts as a crash. */
const wipedWithinMs = 10_000;
const isNo = (state: ConsentState): boolean => state === 'refused' || state === 'withdrawn';
/** Each was changed by somebody else meanwhile. */
const mostTries = 5;

export async function setConsent(
  deps: ConsentDeps,
  call: Call,
  { party, state, words }: Consent,
  origin: Pick<Draft, 'actor' | 'cause' | 'onceKey' | 'bodyHash'>,
  reason: WipeReason = 'consent-withdrawn',
): Promise<void> {
  let now = call;
  if (isNo(state)) {
    // If a crash cuts off the next steps, the words are erased all the same.
    const { id: about, tenantId, conversationId } = call;
    await deps.jobs.schedule({ tenantId, kind: 'call', about, conversationId, at: deps.clock.now() + wipedWithinMs });
  }
  for (let tries = 0; ; tries += 1) {
    if (now.endedAt !== null && !isNo(state)) throw new HubError('CONFLICT');
    const consent = { ...now.consent, [party]: state };
    const changed = await deps.calls.change(now.tenantId, now.id, { consent }, { consent: now.consent });
    if (changed !== null) break;
    const found = await deps.calls.find(now.tenantId, now.id);
    if (found === null) throw new HubError('NOT_FOUND');
    if (tries === mostTries) throw new HubError('CONFLICT');
    now = found;
  }
  const { tenantId, conversationId, id: callId, rule } = now;
  // Their no holds for later calls too, until they agree to one.
  if (party === 'lead' && state !== 'asked') await keepAnswer(deps.leads, now, isNo(state), deps.clock.now());
  await deps.appender.append(
    { tenantId, conversationId },
    {
      type: 'call-consent-changed',
      data: { callId, party, state, rule, ...(words === undefined ? {} : { words }) },
      ...origin,
    },
  );
  if (isNo(state)) await wipeCall(deps, now, reason, origin);
}
