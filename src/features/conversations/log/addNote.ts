import { HubError } from '../../../kernel/hubError.ts';
import type { StaffScope, StaffUser } from '../../identity/model.ts';
import { type CommandRef, commandOrigin } from '../actors.ts';
import { findConversation } from '../findConversation.ts';
import type { ConversationStore } from '../ports.ts';
import type { Appender } from './appendEntry.ts';

export interface NoteDeps {
  conversations: Pick<ConversationStore, 'find'>;
  appender: Pick<Appender, 'append'>;
}

export interface MentionDeps {
  /** The people who may sign in. */
  peopleOf(tenantId: string): Promise<readonly Pick<StaffUser, 'id'>[]>;
}

/**
 * Adds a note for the team; `mentions`: the people it is meant for. Returns its number in the team's log.
 * @throws HubError NOT_FOUND: there is no such conversation; VALIDATION_FAILED: a mentioned person cannot sign in here
 */
export async function addNote(
  deps: NoteDeps & MentionDeps,
  scope: StaffScope,
  command: CommandRef,
  {
    conversationId,
    text,
    mentions,
  }: { conversationId: string; text: string; mentions?: readonly string[] | undefined },
): Promise<number> {
  await findConversation(deps.conversations, scope, conversationId);
  const named = await mentioned(deps, scope, mentions);
  const { entry } = await deps.appender.append(
    { tenantId: scope.tenantId, conversationId },
    { type: 'note-created', data: { text, ...named }, ...commandOrigin(scope, command, 'note') },
  );
  return entry.seq;
}

/** The people whom a note mentions, each once. @throws HubError VALIDATION_FAILED: one of them cannot sign in to this brokerage */
export async function mentioned(
  { peopleOf }: MentionDeps,
  { tenantId }: StaffScope,
  mentions: readonly string[] = [],
): Promise<{ mentions?: string[] }> {
  if (mentions.length === 0) return {};
  const people = await peopleOf(tenantId);
  if (mentions.some((one) => !people.some(({ id }) => id === one)))
    throw new HubError('VALIDATION_FAILED', {
      field: 'mentions',
      says: 'Someone mentioned here isn’t on your team.',
    });
  return { mentions: [...new Set(mentions)] };
}
