import type { Clock } from '../../kernel/clock.ts';
import type { Jobs } from '../../kernel/jobs.ts';
import { systemActor } from '../conversations/actors.ts';
import type { Appender, Place } from '../conversations/log/appendEntry.ts';
import type { ChangedBy, Conversation, Draft } from '../conversations/model.ts';
import { owedOf } from '../conversations/owed.ts';
import type { ConversationStore, EntryStore } from '../conversations/ports.ts';
import { expectLines, lastLineOf, sayLeft, sayOwner } from '../conversations/speaker/changeSpeaker.ts';
import type { SpeakerStore } from '../conversations/speaker/ports.ts';
import { waitingFor } from '../conversations/speaker/waitForPerson.ts';

const pauseEnded = 'pause-ended';

interface Lines {
  entries: Pick<EntryStore, 'newestOf'>;
  appender: Pick<Appender, 'append'>;
}
export interface PauseDeps extends Lines {
  conversations: Pick<ConversationStore, 'find'> & Pick<SpeakerStore, 'changeSpeaker'>;
  jobs: Pick<Jobs, 'schedule'>;
  clock: Clock;
}

export interface MendDeps extends Lines {
  conversations: Pick<ConversationStore, 'find'>;
  entries: Pick<EntryStore, 'newestOf' | 'findOnce'>;
}

/**
 * The job of a change of who speaks: a crash between the change and the last of its lines leaves the logs behind the truth, and what is
 * missing is written.
 */
export async function mendSpeaker(deps: MendDeps, place: Place): Promise<void> {
  const conversation = await deps.conversations.find(place.tenantId, place.conversationId);
  if (conversation === null) return;
  const command = commandOf(conversation);
  if (await isTold(deps, conversation, command)) return;
  // A later change may have been told between the two reads: its line is the last, and it has a look of its own.
  const now = await deps.conversations.find(place.tenantId, place.conversationId);
  if (now?.fence !== conversation.fence) return;
  if (command === null) await tellSpeaker(deps, place, conversation);
  else await tellChange(deps, place, conversation, command);
}

/** A change of who speaks that a command made: how it found the conversation, and how it left it. */
interface Commanded {
  by: ChangedBy;
  left: Pick<Conversation, 'mode' | 'owner'>;
}

/** Null where the last change was nobody's command. Its owner may have changed since, without a change of who speaks. */
function commandOf({ mode, owner, fence, speakerBy: by, ownerBy }: Conversation): Commanded | null {
  if (by?.fence !== fence) return null;
  return { by, left: { mode, owner: ownerBy?.fence === fence ? by.from.owner : owner } };
}

/** Its lines go in order: where the last stands, all do. A change that is nobody's command is known by its mode alone. */
async function isTold(
  { entries }: Pick<MendDeps, 'entries'>,
  { id, mode }: Conversation,
  command: Commanded | null,
): Promise<boolean> {
  if (command === null) {
    const newest = await entries.newestOf(id, 'conversation-changed');
    return mode === (newest?.type === 'conversation-changed' ? newest.data.mode : 'bot');
  }
  const { by, left } = command;
  return (await entries.findOnce(lineOf(by, lastLineOf(by.from, left)).onceKey)) !== null;
}

/** The key of a line of a command: sent again, the command finds it. */
const lineOf = ({ key, bodyHash }: ChangedBy, line: ReturnType<typeof lastLineOf>) => ({
  onceKey: key.replace(/speaker$/, line),
  bodyHash,
});

/** Why somebody else has it, as far as the change itself says. */
const assignedBy = { bot: 'handed-back', human: 'takeover', waiting: 'assigned', closed: 'assigned' } as const;

async function tellChange(
  deps: Lines,
  place: Place,
  conversation: Conversation,
  { by, left }: Commanded,
): Promise<void> {
  const originOf = (line: ReturnType<typeof lastLineOf>) => ({ actor: systemActor, ...lineOf(by, line) });
  await saySpeaker(deps, place, conversation, originOf('speaker'));
  await sayOwner(deps, place, {
    from: by.from,
    to: left,
    kindOf: () => 'agent',
    assignment: lastLineOf(by.from, left) === 'assignment' ? assignedBy[left.mode] : null,
    originOf,
  });
}

async function tellSpeaker(deps: Lines, place: Place, conversation: Conversation): Promise<void> {
  const lines = linesOf(conversation);
  if (conversation.mode === 'bot') {
    const came = await deps.entries.newestOf(place.conversationId, 'participant-changed');
    if (came?.type === 'participant-changed' && came.data.present && came.data.name !== undefined)
      await sayPauseOver(deps, place, { name: came.data.name }, lines);
  }
  await saySpeaker(deps, place, conversation, { actor: systemActor, ...lines.speaker });
}

async function saySpeaker(
  deps: Lines,
  place: Place,
  conversation: Conversation,
  origin: Pick<Draft, 'actor' | 'onceKey' | 'bodyHash'>,
): Promise<void> {
  const { mode, owner } = conversation;
  const agent = mode === 'human' && owner !== null ? { agentName: owner.name } : {};
  await deps.appender.append(place, {
    type: 'conversation-changed',
    data: mode === 'waiting' ? waitingFor(null, owedOf(conversation).kind) : { mode, ...agent },
    ...origin,
  });
}

type LineKeys = Record<'speaker' | 'assignment' | 'left', Pick<Draft, 'onceKey'>>;

/** The keys of the lines about a change of who speaks that was nobody's command. */
function linesOf({ id, fence }: Pick<Conversation, 'id' | 'fence'>): LineKeys {
  const onceKey = `speaker:${id}:${fence}`;
  return {
    speaker: { onceKey },
    assignment: { onceKey: `${onceKey}:assignment` },
    left: { onceKey: `${onceKey}:left` },
  };
}

/** The job of a pause: ends it when its time is over. When it ends, in ms since the epoch, where somebody paused longer since; else null. */
export async function lookAtPause(deps: PauseDeps, place: Place): Promise<number | null> {
  const conversation = await deps.conversations.find(place.tenantId, place.conversationId);
  const until = conversation?.pausedUntil ?? null;
  if (conversation === null || until === null || until > deps.clock.now()) return until;
  await endPause(deps, conversation);
  return null;
}

/** Jorge speaks again, and the person who paused him no longer has the conversation. Does nothing when the pause had ended otherwise. */
async function endPause(deps: PauseDeps, conversation: Conversation): Promise<void> {
  const place = { tenantId: conversation.tenantId, conversationId: conversation.id };
  await expectLines(deps, place);
  const changed = await deps.conversations.changeSpeaker(
    conversation.tenantId,
    conversation.id,
    { mode: 'bot', owner: null, pausedUntil: null },
    { modes: ['human'], fence: conversation.fence },
  );
  if (changed === null) return;
  const { owner } = changed.before;
  const lines = linesOf(changed.after);
  if (owner !== null) await sayPauseOver(deps, place, owner, lines);
  // The last: while it is missing, lines that a crash left out are mended.
  const data = { mode: 'bot', reason: pauseEnded } as const;
  await deps.appender.append(place, { type: 'conversation-changed', data, actor: systemActor, ...lines.speaker });
}

/** Logs that the person left the talk and that nobody is assigned. */
async function sayPauseOver(
  deps: Lines,
  place: { tenantId: string; conversationId: string },
  person: { name: string },
  lines: LineKeys,
): Promise<void> {
  await deps.appender.append(place, {
    type: 'assignment-changed',
    data: { reason: pauseEnded },
    actor: systemActor,
    ...lines.assignment,
  });
  // After it: a person still present shows that both lines are missing.
  await sayLeft(deps, place, person, { actor: systemActor, ...lines.left });
}
