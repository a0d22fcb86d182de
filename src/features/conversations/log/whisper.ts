import { type Clock, isoOf } from '../../../kernel/clock.ts';
import type { StaffScope } from '../../identity/model.ts';
import { type CommandRef, commandOrigin } from '../actors.ts';
import { findConversation } from '../findConversation.ts';
import type { NoteDeps } from './addNote.ts';

interface Whisper {
  conversationId: string;
  to: 'agent' | 'bot';
  text: string;
  expiresInMs?: number | undefined;
}

/** A supervisor's word to the agent or to the bot, in the internal log: the visitor's log cannot hold it. Its number; `NOT_FOUND`. */
export async function whisper(
  deps: NoteDeps & { clock: Clock },
  scope: StaffScope,
  command: CommandRef,
  { conversationId, to, text, expiresInMs }: Whisper,
): Promise<number> {
  const { owner } = await findConversation(deps.conversations, scope, conversationId);
  const reader = to === 'agent' && owner !== null ? { reader: owner } : {};
  const expiresAt = expiresInMs === undefined ? {} : { expiresAt: isoOf(deps.clock.now() + expiresInMs) };
  const { entry } = await deps.appender.append(
    { tenantId: scope.tenantId, conversationId },
    {
      type: 'whisper-created',
      data: { text, to, ...reader, ...expiresAt },
      ...commandOrigin(scope, command, 'whisper'),
    },
  );
  return entry.seq;
}
