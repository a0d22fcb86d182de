import { z } from 'zod';
import {
  callDirection,
  callerNamed,
  callerProof,
  callParty,
  callSource,
  consentRule,
  consentState,
  wipeReason,
} from '../calls.ts';
import { evidence, id } from '../values.ts';
import { basis } from './parts.ts';

/** The entries about calls in the team's log. */
export const callEntryData = {
  /** `caller`: how sure it is that the number is theirs, of a call that the phone company told of. */
  'call-started': z.object({
    callId: id,
    direction: callDirection,
    source: callSource,
    rule: consentRule.optional(),
    caller: callerProof.optional(),
  }),
  'call-caller-named': z.object({ callId: id, caller: callerNamed }),
  /** `words`: the words that asked for it. */
  'call-consent-changed': z.object({
    callId: id,
    party: callParty,
    state: consentState,
    rule: consentRule,
    words: z.string().optional(),
  }),
  'call-segment': z.object({
    callId: id,
    utteranceId: id,
    speaker: callParty,
    text: z.string(),
    startMs: z.number(),
    endMs: z.number(),
    confidence: z.number().nullable(),
    language: z.string(),
  }),
  'call-ended': z.object({ callId: id, durationMs: z.number().int(), outcome: z.string().optional() }),
  /** A draft of what the agent writes down after the call. `inDays`: until when, counted from the day of the draft. */
  'call-drafted': z.object({
    callId: id,
    summary: z.string(),
    nextStep: z.string().optional(),
    promises: z.array(z.object({ text: z.string(), inDays: z.number().int().optional(), evidence })),
    evidence: z.array(evidence),
    basis,
  }),
  /** The words of the call that had been kept are gone, and what was made of them. */
  'call-wiped': z.object({ callId: id, reason: wipeReason }),
} as const;
