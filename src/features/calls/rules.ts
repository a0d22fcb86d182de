import { type ConsentRule, callParties } from '../../contract/calls.ts';
import { areaCodesOf } from '../packs/areaCodes.ts';
import type { Call } from './model.ts';

/**
 * Whether both ends must agree before a call is written down, by the states of the two ends: only where the law of both lets one party
 * record. An end that is not known counts as one where all must agree. `phone`: as `phoneKeyOf`, "+15125550100".
 * Source: 18 USC 2511(2)(d) and the laws of the states; the list is in `packs/areaCodes.ts`.
 */
export function consentRuleOf(agentState: string | null, phone: string | null): ConsentRule {
  const leadState = phone === null ? null : stateOf(phone);
  return [agentState, leadState].every((state) => state !== null && areaCodesOf[state] !== undefined)
    ? 'one-party'
    : 'all-party';
}

const stateOfCode = new Map(
  Object.entries(areaCodesOf).flatMap(([state, codes]) => codes.split(' ').map((code) => [code, state] as const)),
);
/** Null for numbers of other countries, of states where all must agree, and without a place, such as 800. */
const stateOf = (phone: string): string | null =>
  phone.startsWith('+1') ? (stateOfCode.get(phone.slice(2, 5)) ?? null) : null;

export const saidNo = ({ consent }: Pick<Call, 'consent'>): boolean =>
  callParties.some((party) => consent[party] === 'refused' || consent[party] === 'withdrawn');

/** Whether words of the call may be kept: the consents that the rule wants were given, and nobody has said no since. */
export function mayKeepWords({ rule, consent }: Pick<Call, 'rule' | 'consent'>): boolean {
  if (saidNo({ consent })) return false;
  // The agent's own client reports the lead's consent, and an agent who asks for a transcript agrees to it.
  if (rule === 'all-party') return consent.lead === 'given';
  return callParties.some((party) => consent[party] === 'given');
}

/** Words that come in later than this after the end were not said in the call. */
const lastWordsMs = 60_000;

export const isOver = ({ endedAt }: Pick<Call, 'endedAt'>, now: number): boolean =>
  endedAt !== null && now - endedAt > lastWordsMs;

/** A call that nobody has ended by then is over. */
export const longestCallMs = 4 * 3_600_000;

/** Some time after its end a call that nobody has wrapped up is closed. */
export const wrapUpMs = 30 * 60_000;
