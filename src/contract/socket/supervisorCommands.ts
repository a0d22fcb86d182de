import { z } from 'zod';
import { commandId, id, personText } from '../values.ts';
import { agentCommands } from './agentCommands.ts';
import { type CommandSchema, nothing, onConversation, reason, seqRef } from './sharedCommands.ts';

export const supervisorCommands = {
  ...agentCommands,
  'monitor-start': {
    payload: z.strictObject({ ...onConversation, mode: z.enum(['silent', 'coach']), reason }),
    data: nothing,
  },
  'monitor-stop': { payload: z.strictObject(onConversation), data: nothing },
  'whisper-send': {
    payload: z.strictObject({
      ...onConversation,
      to: z.enum(['agent', 'bot']),
      text: personText(),
      expiresInMs: z.number().int().min(1000).max(86_400_000).optional(),
    }),
    data: seqRef,
  },
  'alert-answer': { payload: z.strictObject({ commandId, alertId: id }), data: nothing },
} as const satisfies Record<string, CommandSchema>;
