import type { EntryData } from '../../contract/entries.ts';
import type { Mode } from '../../contract/values.ts';
import { HubError } from '../../kernel/hubError.ts';
import type { Scope, StaffScope } from '../identity/model.ts';
import { actorOf, commanded } from './actors.ts';
import type { Place } from './appendEntry.ts';
import { changeBoard } from './changeBoard.ts';
import { conflictOf } from './conflictOf.ts';
import { findConversation } from './findConversation.ts';
import { flagOf } from './flagOf.ts';
import type { Conversation, Draft, FlagChange } from './model.ts';
import type { CommandRef, ConversationParts } from './parts.ts';
import { raiseAlert } from './raiseAlert.ts';
import { sayClosed, waitingFor } from './waitForPerson.ts';

interface SpeakerChange {
  /** Without `owner` whoever has it keeps it. */
  to: { mode: Mode; owner?: Conversation['owner']; pausedUntil?: number };
  /** What the visitor reads about it. */
  said: EntryData<'conversation-changed'>;
  /** Why, for the team; null where who owns it does not change. */
  assignment: string | null;
  board?: Partial<Conversation['board']>;
  flag?: FlagChange;
}

/**
 * Changes who speaks: first the fence, then the line that says so, then the ack. So no bot entry can follow that line.
 * Refuses with `CONFLICT` what another agent holds (a supervisor may) and what is closed. Returns the line's seq.
 */
export async function changeSpeaker(
  parts: ConversationParts,
  scope: Scope,
  conversationId: string,
  command: CommandRef,
  from: readonly Mode[],
  describe: (before: Conversation) => SpeakerChange,
): Promise<{ seq: number; before: Conversation }> {
  const before = await findConversation(parts.conversations, scope, conversationId);
  const change = describe(before);
  const { said } = change;
  // Before the fence is raised: nothing may lie between that and the line.
  const closed = said.mode === 'waiting' ? await parts.closedNow(scope.tenantId) : null;
  const place = { tenantId: scope.tenantId, conversationId };
  const mayTakeFromOthers = scope.principal.role !== 'agent';
  const changed = await parts.conversations.changeSpeaker(
    scope.tenantId,
    conversationId,
    { pausedUntil: null, ...change.to },
    { modes: from, ...(mayTakeFromOthers ? {} : { ownerIds: [null, scope.principal.id] }) },
    { now: parts.clock.now() },
  );
  if (changed === null) {
    const repeated = await parts.entries.findOnce(`${scope.principal.id}:${command.commandId}:speaker`);
    if (repeated === null) throw conflictOf(scope, await parts.conversations.find(scope.tenantId, conversationId));
    if (repeated.bodyHash !== command.bodyHash) throw new HubError('COMMAND_REUSED');
    return { seq: repeated.entry.seq, before };
  }
  const line = await parts.appender.append(place, {
    type: 'conversation-changed',
    data: said.mode === 'waiting' ? waitingFor(closed, said.reason) : said,
    ...(change.board === undefined ? {} : { board: change.board }),
    ...(change.flag === undefined ? {} : { flag: change.flag }),
    ...commanded(scope, command, 'speaker'),
  });
  await sayClosed(parts, place, closed, changed.after.fence);
  const oldOwner = changed.before.mode === 'human' ? changed.before.owner : null;
  const newOwner = changed.after.mode === 'human' ? changed.after.owner : null;
  if (oldOwner?.id !== newOwner?.id) {
    if (oldOwner !== null) await sayLeft(parts, place, oldOwner, commanded(scope, command, 'left'));
    if (newOwner !== null) {
      await parts.appender.append(place, {
        type: 'participant-changed',
        data: {
          kind: newOwner.id === scope.principal.id ? actorOf(scope).kind : 'agent',
          name: newOwner.name,
          present: true,
        },
        ...commanded(scope, command, 'joined'),
      });
    }
  }
  if (change.assignment !== null) {
    await parts.appender.append(place, {
      type: 'assignment-changed',
      data: { ...(changed.after.owner === null ? {} : { owner: changed.after.owner }), reason: change.assignment },
      ...commanded(scope, command, 'assignment'),
    });
  }
  return { seq: line?.entry.seq ?? 0, before };
}

/** Says in the visitor's log that a person of the team is in the talk no longer. */
export async function sayLeft(
  parts: Pick<ConversationParts, 'entries' | 'appender'>,
  place: Place,
  { name }: { name: string },
  origin: Pick<Draft, 'actor' | 'cause' | 'onceKey' | 'bodyHash'>,
): Promise<void> {
  const came = await parts.entries.newestOf(place.conversationId, 'participant-changed');
  const kind = came?.type === 'participant-changed' && came.data.name === name ? came.data.kind : 'agent';
  await parts.appender.append(place, { type: 'participant-changed', data: { kind, name, present: false }, ...origin });
}

const asOwner = (scope: StaffScope): NonNullable<Conversation['owner']> => ({
  id: scope.principal.id,
  name: scope.principal.name,
});

/** A person speaks from here on. */
export const takeOver = (
  parts: ConversationParts,
  scope: StaffScope,
  conversationId: string,
  command: CommandRef,
  reason?: string,
) =>
  changeSpeaker(parts, scope, conversationId, command, ['bot', 'waiting', 'human'], () => ({
    to: { mode: 'human', owner: asOwner(scope) },
    said: { mode: 'human', agentName: scope.principal.name },
    assignment: reason ?? 'takeover',
  }));

/** Jorge speaks again, and answers a last message that nobody answered. */
export const handBack = (parts: ConversationParts, scope: StaffScope, conversationId: string, command: CommandRef) =>
  changeSpeaker(parts, scope, conversationId, command, ['human'], () => ({
    to: { mode: 'bot', owner: null },
    said: { mode: 'bot' },
    assignment: 'handed-back',
  }));

/** Jorge is silent for `minutes`, or until resumed; whoever paused it answers for the conversation meanwhile. */
export const pauseBot = (
  parts: ConversationParts,
  scope: StaffScope,
  conversationId: string,
  command: CommandRef,
  minutes?: number,
) =>
  changeSpeaker(parts, scope, conversationId, command, ['bot', 'waiting', 'human'], (before) => {
    const until = minutes === undefined ? undefined : parts.clock.now() + minutes * 60_000;
    const owner = before.owner ?? asOwner(scope);
    return {
      to: { mode: 'human', owner, ...(until === undefined ? {} : { pausedUntil: until }) },
      said: { mode: 'human', agentName: owner.name },
      assignment: before.owner === null ? 'bot-paused' : null,
    };
  });

/** Over. Who owned it still does, for the record. How the team rates it is the team's: the visitor's log never has it. */
export async function closeConversation(
  parts: ConversationParts,
  scope: Scope,
  conversationId: string,
  command: CommandRef,
  disposition?: string,
): Promise<{ seq: number }> {
  const reason = scope.principal.kind === 'visitor' ? 'ended-by-visitor' : 'closed-by-team';
  const { seq } = await changeSpeaker(parts, scope, conversationId, command, ['bot', 'waiting', 'human'], () => ({
    to: { mode: 'closed' },
    said: { mode: 'closed', reason },
    assignment: null,
    board: { waitingSince: null, unread: 0 },
  }));
  if (disposition !== undefined) {
    await parts.appender.append(
      { tenantId: scope.tenantId, conversationId },
      {
        type: 'note-created',
        data: { text: `Closed: ${disposition}` },
        ...commanded(scope, command, 'disposition'),
      },
    );
  }
  return { seq };
}

/** The visitor asks for a person. While one speaks already, nothing changes but the alert. */
export async function requestHuman(
  parts: ConversationParts,
  scope: Scope,
  conversationId: string,
  command: CommandRef,
  topic?: string,
): Promise<number> {
  const place = { tenantId: scope.tenantId, conversationId };
  const before = await findConversation(parts.conversations, scope, conversationId);
  if (before.mode === 'closed') throw new HubError('CONFLICT');
  const now = parts.clock.now();
  // The alert first: the change makes a turn due, and the bot, which tells the team as well, must find it.
  await raiseAlert(
    parts,
    place,
    {
      kind: 'asked-for-person',
      reason: topic ?? 'The visitor asked for a person.',
      priority: 1,
      occasion: `${scope.principal.id}:${command.commandId}`,
    },
    commanded(scope, command, 'alert'),
  );
  const flag = flagOf('asked-for-person', topic ?? 'Asked for a person');
  if (before.mode === 'human') {
    await changeBoard(parts, place, {}, { flag });
    return parts.appender.head(conversationId, 'public');
  }
  const { seq } = await changeSpeaker(parts, scope, conversationId, command, ['bot', 'waiting'], () => ({
    to: { mode: 'waiting' },
    said: { mode: 'waiting', reason: 'asked-for-person' },
    assignment: null,
    board: { shown: true, waitingSince: before.board.waitingSince ?? now },
    flag,
  }));
  return seq;
}
