import { z } from 'zod';
import { callDirection, callParty, consentState } from '../calls.ts';
import { commandId, id, personText, seq } from '../values.ts';
import { type CommandSchema, nothing, onConversation } from './sharedCommands.ts';

const milliseconds = z.number().min(0).max(86_400_000);

/** The commands about calls, from an agent's client. */
export const callCommands = {
  /** Without a conversation a new one begins, which the sender has. */
  'call-start': {
    payload: z.strictObject({
      commandId,
      direction: callDirection,
      number: z.string().min(3).max(40).optional(),
      leadId: id.optional(),
      conversationId: id.optional(),
    }),
    data: z.object({ callId: id, conversationId: id }),
  },
  /** Takes a call that a provider started. */
  'call-attach': { payload: z.strictObject({ ...onConversation, callId: id, consent: z.unknown() }), data: nothing },
  /** The agent has asked whether the caller is the person whose number it is. */
  'call-caller': { payload: z.strictObject({ commandId, callId: id, isThem: z.boolean() }), data: nothing },
  'call-consent': {
    payload: z.strictObject({
      commandId,
      callId: id,
      party: callParty,
      state: consentState,
      words: personText(500).optional(),
    }),
    data: nothing,
  },
  'call-segment': {
    payload: z.strictObject({
      callId: id,
      utteranceId: id,
      seq,
      speaker: callParty,
      text: personText(),
      startMs: milliseconds,
      endMs: milliseconds,
      confidence: z.number().min(0).max(1).nullable(),
      isFinal: z.boolean(),
      language: z.string().max(20),
    }),
    data: z.object({ lastSeq: seq }),
  },
  /** Asks for a draft of what to write down after the call; it comes as `call-drafted`. */
  'call-recap': { payload: z.strictObject({ commandId, callId: id }), data: nothing },
  'call-end': { payload: z.strictObject({ commandId, callId: id, outcome: z.string().max(80) }), data: nothing },
} as const satisfies Record<string, CommandSchema>;
