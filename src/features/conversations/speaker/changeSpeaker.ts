import type { EntryData } from '../../../contract/log/entry.ts';
import type { Actor } from '../../../contract/log/parts.ts';
import type { Mode } from '../../../contract/values.ts';
import type { Clock } from '../../../kernel/clock.ts';
import { HubError } from '../../../kernel/hubError.ts';
import type { Jobs } from '../../../kernel/jobs.ts';
import type { Scope, StaffScope } from '../../identity/model.ts';
import { actorOf, type CommandRef, commandOrigin } from '../actors.ts';
import { flagOf } from '../board/flagOf.ts';
import { type AlertDeps, raiseAlert } from '../board/raiseAlert.ts';
import { findConversation } from '../findConversation.ts';
import type { Appender, Place } from '../log/appendEntry.ts';
import type { Conversation, Draft } from '../model.ts';
import { owedOf } from '../owed.ts';
import type { ConversationStore, EntryStore } from '../ports.ts';
import { lookAtWait } from '../scheduleLooks.ts';
import { madeBy, speakerChangeBy } from './changedBy.ts';
import { conflictOf } from './conflictOf.ts';
import type { SpeakerChange, SpeakerStore } from './ports.ts';
import { type ClosedNow, sayClosed, waitingFor } from './waitForPerson.ts';

export interface ChangeSpeakerDeps {
  conversations: Pick<ConversationStore, 'find'> & Pick<SpeakerStore, 'changeSpeaker'>;
  entries: Pick<EntryStore, 'findOnce' | 'newestOf'>;
  appender: Pick<Appender, 'append' | 'appendUnder'>;
  jobs: Pick<Jobs, 'schedule'>;
  clock: Clock;
  closedNow: ClosedNow;
}

interface Change {
  conversationId: string;
  /** The modes out of which it may change. */
  from: readonly Mode[];
  describe(before: Conversation): Described;
  /** Whether an owner is away, so that an agent may take it from them. Left out: from nobody. */
  isAway?(ownerId: string): Promise<boolean>;
}

/** A conversation that a command is about. */
export interface Meant {
  conversationId: string;
}

interface Described {
  /** Without `owner` the owner stays. */
  to: Omit<SpeakerChange, 'pausedUntil'> & { pausedUntil?: number };
  /** The visitor's words about it. */
  said: EntryData<'conversation-changed'>;
  /** Why, for the team; null where the owner does not change. */
  assignment: string | null;
}

/**
 * Changes who speaks: first the fence, then the line that says so, then the ack. So no bot entry can follow that line. Sent again after a
 * crash in between, the command writes what is missing and answers as it would have. Returns the line's number and what the conversation
 * was before.
 * @throws HubError `CONFLICT` for what another agent holds (a supervisor may take it, and so may anybody from a colleague who is away)
 * and for what is closed
 */
export async function changeSpeaker(
  deps: ChangeSpeakerDeps,
  scope: Scope,
  command: CommandRef,
  { conversationId, from, describe, isAway }: Change,
): Promise<{ seq: number; before: Conversation }> {
  const by = madeBy(scope, command, 'speaker');
  const found = await findConversation(deps.conversations, scope, conversationId);
  const begun = speakerChangeBy(found, by);
  const before = begun === null ? found : { ...found, ...begun.from };
  if (begun === null) {
    const done = await deps.entries.findOnce(by.key);
    if (done !== null && done.bodyHash !== by.bodyHash) throw new HubError('COMMAND_REUSED');
    // Another change of speaker came after this command.
    if (done !== null) return { seq: done.entry.seq, before };
  }
  const change = describe(before);
  const { said } = change;
  // Before the fence is raised: nothing may lie between that and the line.
  const closed = said.mode === 'waiting' ? await deps.closedNow(scope.tenantId) : null;
  const place = { tenantId: scope.tenantId, conversationId };
  const { pausedUntil = null } = change.to;
  if (pausedUntil !== null)
    await deps.jobs.schedule({ ...place, kind: 'pause', about: conversationId, at: pausedUntil });
  await expectLines(deps, place);
  if (typeof change.to.unanswered === 'number')
    await lookAtWait(deps, place, before.unansweredSince ?? change.to.unanswered);
  const mayTakeFromOthers = scope.principal.role !== 'agent';
  const holder = mayTakeFromOthers ? null : before.owner;
  const absent = holder !== null && (await isAway?.(holder.id)) ? [holder.id] : [];
  const changed =
    begun === null
      ? await deps.conversations.changeSpeaker(
          scope.tenantId,
          conversationId,
          { ...change.to, pausedUntil, by } as SpeakerChange,
          { modes: from, ...(mayTakeFromOthers ? {} : { ownerIds: [null, scope.principal.id, ...absent] }) },
        )
      : { before, after: found };
  if (changed === null) throw conflictOf(scope, await deps.conversations.find(scope.tenantId, conversationId));
  const line = await deps.appender.append(place, {
    type: 'conversation-changed',
    data: said.mode === 'waiting' ? waitingFor(closed, owedOf(changed.after).kind, said.reason) : said,
    ...commandOrigin(scope, command, 'speaker'),
  });
  await sayClosed(deps, changed.after, closed, changed.after.fence);
  await sayOwner(deps, place, {
    from: changed.before,
    to: changed.after,
    kindOf: ({ id }) => (id === scope.principal.id ? actorOf(scope).kind : 'agent'),
    assignment: change.assignment,
    originOf: (of) => commandOrigin(scope, command, of),
  });
  return { seq: line.entry.seq, before };
}

/** Time after which a speaker change without its log line counts as a crashed writer. */
const linesWithinMs = 3000;

/** Before a change of speaker: sets a job that looks whether its lines were written. */
export const expectLines = (deps: Pick<ChangeSpeakerDeps, 'jobs' | 'clock'>, place: Place): Promise<void> =>
  deps.jobs.schedule({
    ...place,
    kind: 'speaker',
    about: place.conversationId,
    at: deps.clock.now() + linesWithinMs,
  });

type Speaks = Pick<Conversation, 'mode' | 'owner'>;
const speakerIn = ({ mode, owner }: Speaks): Conversation['owner'] => (mode === 'human' ? owner : null);

/** The last of the lines of a change of speaker: if it stands, all of them do. */
export function lastLineOf(from: Speaks, to: Speaks): 'speaker' | 'left' | 'joined' | 'assignment' {
  if (from.owner?.id !== to.owner?.id) return 'assignment';
  const speaks = speakerIn(to);
  if (speakerIn(from)?.id === speaks?.id) return 'speaker';
  return speaks === null ? 'left' : 'joined';
}

/** Writes who left the talk, who came, and who owns it from now on, after the line about the speaker. */
export async function sayOwner(
  deps: { entries: Pick<EntryStore, 'newestOf'>; appender: Pick<Appender, 'append'> },
  place: Place,
  said: {
    from: Speaks;
    to: Speaks;
    kindOf(person: { id: string }): Actor['kind'];
    /** Why, for the team; null: nothing is said of it. */
    assignment: string | null;
    originOf(line: 'left' | 'joined' | 'assignment'): Origin;
  },
): Promise<void> {
  const { from, to, kindOf, assignment, originOf } = said;
  const [left, joined] = [speakerIn(from), speakerIn(to)];
  if (left?.id !== joined?.id) {
    if (left !== null) await sayLeft(deps, place, left, originOf('left'));
    if (joined !== null) {
      const data = { kind: kindOf(joined), name: joined.name, present: true };
      await deps.appender.append(place, { type: 'participant-changed', data, ...originOf('joined') });
    }
  }
  if (assignment === null) return;
  const data = { ...(to.owner === null ? {} : { owner: to.owner }), reason: assignment };
  await deps.appender.append(place, { type: 'assignment-changed', data, ...originOf('assignment') });
}

type Origin = Pick<Draft, 'actor' | 'cause' | 'onceKey' | 'bodyHash'>;

/** Says in the visitor's log that a person of the team is in the talk no longer. */
export async function sayLeft(
  deps: { entries: Pick<EntryStore, 'newestOf'>; appender: Pick<Appender, 'append'> },
  place: Place,
  { name }: { name: string },
  origin: Origin,
): Promise<void> {
  const came = await deps.entries.newestOf(place.conversationId, 'participant-changed');
  const kind = came?.type === 'participant-changed' && came.data.name === name ? came.data.kind : 'agent';
  await deps.appender.append(place, { type: 'participant-changed', data: { kind, name, present: false }, ...origin });
}

const open = ['bot', 'waiting', 'human'] as const satisfies readonly Mode[];

const asOwner = (scope: StaffScope): NonNullable<Conversation['owner']> => ({
  id: scope.principal.id,
  name: scope.principal.name,
});

/** A person speaks from here on. `isAway`: an agent may take it from whom this says so of; `answers`: nothing is owed anymore. */
export const takeOver = (
  deps: ChangeSpeakerDeps,
  scope: StaffScope,
  command: CommandRef,
  {
    conversationId,
    reason,
    isAway,
    answers,
  }: Meant & { reason?: string | undefined; answers?: true } & Pick<Change, 'isAway'>,
) =>
  changeSpeaker(deps, scope, command, {
    conversationId,
    from: open,
    ...(isAway === undefined ? {} : { isAway }),
    describe: () => ({
      to: { mode: 'human', owner: asOwner(scope), ...(answers ? { unanswered: null } : {}) },
      said: { mode: 'human', agentName: scope.principal.name },
      assignment: reason ?? 'takeover',
    }),
  });

/** Jorge speaks again, and answers a last message that nobody answered. */
export const handBack = (deps: ChangeSpeakerDeps, scope: StaffScope, command: CommandRef, { conversationId }: Meant) =>
  changeSpeaker(deps, scope, command, {
    conversationId,
    from: ['human'],
    describe(before) {
      // Nobody but a person speaks on the phone.
      if (before.channel === 'call') throw conflictOf(scope, before);
      return { to: { mode: 'bot', owner: null }, said: { mode: 'bot' }, assignment: 'handed-back' };
    },
  });

/** Jorge is silent for `minutes`, or until resumed; the person who paused him owns the conversation meanwhile. */
export const pauseBot = (
  deps: ChangeSpeakerDeps,
  scope: StaffScope,
  command: CommandRef,
  { conversationId, minutes }: Meant & { minutes?: number | undefined },
) =>
  changeSpeaker(deps, scope, command, {
    conversationId,
    from: open,
    describe(before) {
      const until = minutes === undefined ? undefined : deps.clock.now() + minutes * 60_000;
      const owner = before.owner ?? asOwner(scope);
      return {
        to: { mode: 'human', owner, ...(until === undefined ? {} : { pausedUntil: until }) },
        said: { mode: 'human', agentName: owner.name },
        assignment: before.owner === null ? 'bot-paused' : null,
      };
    },
  });

/**
 * Closes a conversation. Its owner stays, for the record. The team's outcome and the visitor's rating stand in the
 * team's log as data; the visitor's log never has them.
 */
export async function closeConversation(
  deps: ChangeSpeakerDeps,
  scope: Scope,
  command: CommandRef,
  { conversationId, ended = {} }: Meant & { ended?: EntryData<'conversation-ended'> },
): Promise<{ seq: number }> {
  const reason = scope.principal.kind === 'visitor' ? 'ended-by-visitor' : 'closed-by-team';
  const { seq } = await changeSpeaker(deps, scope, command, {
    conversationId,
    from: open,
    describe: () => ({ to: { mode: 'closed', unanswered: null }, said: { mode: 'closed', reason }, assignment: null }),
  });
  if (Object.keys(ended).length > 0)
    await deps.appender.append(
      { tenantId: scope.tenantId, conversationId },
      { type: 'conversation-ended', data: ended, ...commandOrigin(scope, command, 'ended') },
    );
  return { seq };
}

export type RequestHumanDeps = ChangeSpeakerDeps & AlertDeps & { appender: Pick<Appender, 'head'> };

/** The visitor asks for a person. While one speaks already, nothing changes but the alert. */
export async function requestHuman(
  deps: RequestHumanDeps,
  scope: Scope,
  command: CommandRef,
  { conversationId, topic }: Meant & { topic?: string | undefined },
): Promise<number> {
  const place = { tenantId: scope.tenantId, conversationId };
  const before = await findConversation(deps.conversations, scope, conversationId);
  if (before.mode === 'closed') throw new HubError('CONFLICT');
  const now = deps.clock.now();
  // The alert first: the change makes a turn due, and the bot, which tells the team as well, must find it.
  await raiseAlert(
    deps,
    place,
    {
      kind: 'asked-for-person',
      reason: topic ?? 'Asked for a person',
      priority: 1,
      flag: flagOf('asked-for-person', topic ?? 'Asked for a person'),
      occasion: `${scope.principal.id}:${command.commandId}`,
    },
    commandOrigin(scope, command, 'alert'),
  );
  if (before.mode === 'human') return deps.appender.head(conversationId, 'public');
  const { seq } = await changeSpeaker(deps, scope, command, {
    conversationId,
    from: ['bot', 'waiting'],
    describe: () => ({
      to: { mode: 'waiting', wait: { reason: 'asked-for-person', since: now }, unanswered: now },
      said: { mode: 'waiting', reason: 'asked-for-person' },
      assignment: null,
    }),
  });
  return seq;
}
