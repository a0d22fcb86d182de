import { z } from 'zod';

/** How a call came about, and where its words come from. */
export const callDirections = ['inbound', 'outbound'] as const;
export const callDirection = z.enum(callDirections);
export type CallDirection = z.infer<typeof callDirection>;

/** `desk`: started by a person of the team; `provider`: told of by the phone company. */
export const callSource = z.enum(['desk', 'provider']);
export type CallSource = z.infer<typeof callSource>;

/** Whether the phone company vouches that a number is the caller's own (STIR/SHAKEN, level A). */
export const callerProof = z.enum(['verified', 'probable']);
export type CallerProof = z.infer<typeof callerProof>;

/** The caller, once the agent has asked: the person whose number it is, or somebody else. */
export const callerNamed = z.enum(['confirmed', 'other']);
export type CallerNamed = z.infer<typeof callerNamed>;

/** The two ends of a call. */
export const callParties = ['lead', 'agent'] as const;
export const callParty = z.enum(callParties);
export type CallParty = z.infer<typeof callParty>;

export const consentStates = ['asked', 'given', 'refused', 'withdrawn'] as const;
export const consentState = z.enum(consentStates);
export type ConsentState = z.infer<typeof consentState>;

/** The people who have to agree before any words are kept: one of the two, or both. */
export const consentRule = z.enum(['one-party', 'all-party']);
export type ConsentRule = z.infer<typeof consentRule>;

/** Why the words of a call were erased. */
export const wipeReason = z.enum(['asked-not-to-record', 'consent-withdrawn', 'data-deleted']);
export type WipeReason = z.infer<typeof wipeReason>;

/** How the team files a call that came to nothing; any other outcome is in their own words. */
export const callBackOutcomes = ['missed', 'voicemail'] as const;
