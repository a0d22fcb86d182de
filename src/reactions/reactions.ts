import { type Entry, type EntryType, entryTypes } from '../contract/log/entry.ts';
import { leavesByChannel, requestSending, type SendingDeps } from '../features/channels/sendByChannel.ts';
import { callsForCoach, type QuietCoach } from '../features/coaching/coachWhenQuiet.ts';
import type { CueWatch } from '../features/coaching/cues/watchForCues.ts';
import type { SpokenWatch } from '../features/coaching/noteSpoken.ts';
import type { BoardProjection } from '../features/conversations/board/projectBoard.ts';
import {
  alertUnassignedHotLead,
  callsForOwner,
  type UnassignedDeps,
} from '../features/conversations/board/raiseAlert.ts';
import { type TagDeps, tagByRules } from '../features/conversations/board/tagConversation.ts';
import type { WrittenEntry } from '../features/conversations/log/writtenEntries.ts';
import type { EntryStore, SettledBy } from '../features/conversations/ports.ts';
import { type ExposeDeps, exposeLead, exposes } from '../features/experiments/exposeLead.ts';
import type { SilenceWatch } from '../features/interventions/watchSilence.ts';
import { type NotifyDeps, notifies, notifyPeople } from '../features/notifications/notifyPeople.ts';
import type { LeadStore, RecordStore } from '../features/profiles/ports.ts';
import { indexEntry } from '../features/search/indexEntry.ts';
import type { SearchStore } from '../features/search/ports.ts';
import { endIdleStreams } from '../features/streams/endIdleStreams.ts';
import type { StreamDeps } from '../features/streams/writeStream.ts';
import type { ModelReadings } from '../features/turns/modelReadings.ts';
import { callsForTurn } from '../features/turns/readUnconsumed.ts';
import type { TurnQueue } from '../features/turns/turnQueue.ts';
import type { WebhookQueue } from '../features/webhooks/queueEvents.ts';

export interface ReactionDeps {
  rows: Pick<BoardProjection, 'onEntry'>;
  conversations: UnassignedDeps & SendingDeps & TagDeps & { entries: Pick<EntryStore, 'listOf' | 'setOwed'> };
  leads: LeadStore;
  records: RecordStore;
  turns: Pick<TurnQueue, 'heard'>;
  /** Null on a node that takes no turns of its own. */
  modelReadings: Pick<ModelReadings, 'begin'> | null;
  quietCoach: Pick<QuietCoach, 'leadSpoke'>;
  cues: CueWatch;
  spoken: SpokenWatch;
  search: SearchStore;
  notifying: NotifyDeps;
  exposing: ExposeDeps;
  silence: SilenceWatch;
  streams: StreamDeps;
  webhookQueue: Pick<WebhookQueue, 'heard'>;
}

export interface Reaction {
  name: string;
  /** The types of entries that it follows from. */
  on: readonly EntryType[];
  /** True for entries to which the reaction is owed even after a crash. Without `owes`, what a crash cut off stays undone. */
  owes?(entry: Entry): boolean;
  /** Its effects settle what is owed; else its having run does. */
  isSettledByTurn?: true;
  /** Only on the node that wrote the entry: the sweep is of every node, and what it looks for may be under way on another. */
  byWriterOnly?: true;
  /** Calls one use case. It may run twice for the same entry, on any node. */
  run(deps: ReactionDeps, written: WrittenEntry): void | Promise<void>;
}

const isOfLead = ({ actor }: Entry): boolean => actor.kind === 'visitor' || actor.kind === 'lead';

/** All reactions to an entry: one line for each thing. Nothing here decides. */
export const reactions: readonly Reaction[] = [
  {
    name: 'bring the board forward',
    // Also for entries that no row shows: a row records how much of each log it has read.
    on: entryTypes,
    run: ({ rows }, { tenantId, entry }) => rows.onEntry(tenantId, entry),
  },
  {
    name: 'take a turn',
    // The turn itself decides which entries a bot reads: a list here could forget a type, and its turn would never come.
    on: entryTypes,
    owes: callsForTurn,
    isSettledByTurn: true,
    run: ({ turns }, { tenantId, entry }) => turns.heard(tenantId, entry),
  },
  {
    name: 'read ahead with the model',
    on: ['message-created'],
    // Each reading is paid for, and the turn itself reads what was not read ahead.
    byWriterOnly: true,
    run: ({ modelReadings }, { tenantId, entry }) =>
      isOfLead(entry) ? modelReadings?.begin(tenantId, entry.conversationId) : undefined,
  },
  {
    name: 'send by its channel',
    on: ['message-created'],
    owes: leavesByChannel,
    run: ({ conversations }, { tenantId, entry }) =>
      leavesByChannel(entry)
        ? requestSending(conversations, { tenantId, conversationId: entry.conversationId })
        : undefined,
  },
  {
    name: 'coach',
    on: ['message-created', 'call-segment'],
    run: ({ quietCoach }, { tenantId, entry }) =>
      callsForCoach(entry) ? quietCoach.leadSpoke(tenantId, entry) : undefined,
  },
  {
    name: 'show a cue',
    on: ['message-created', 'call-segment', 'call-wiped'],
    // A cue is for this moment: the sweep comes too late for it.
    byWriterOnly: true,
    run: ({ cues }, { tenantId, entry }) => cues.heard(tenantId, entry),
  },
  {
    name: 'note what was said from a card',
    on: ['suggestion-created', 'call-segment', 'call-wiped'],
    byWriterOnly: true,
    run: ({ spoken }, { tenantId, entry }) => spoken.heard(tenantId, entry),
  },
  {
    name: 'end idle streams',
    on: ['message-created', 'conversation-changed'],
    run: ({ streams }, { entry }) => endIdleStreams(streams, entry),
  },
  {
    name: 'make findable',
    on: [
      'message-created',
      'note-created',
      'note-changed',
      'whisper-created',
      'call-segment',
      'qualification-changed',
      'conversation-ended',
    ],
    run: ({ search }, { tenantId, entry }) => indexEntry(search, tenantId, entry),
  },
  {
    name: 'notify people of the team',
    on: ['note-created', 'note-changed', 'task-changed'],
    owes: notifies,
    run: ({ notifying }, { tenantId, entry }) => notifyPeople(notifying, tenantId, entry),
  },
  {
    name: 'record that a lead met its arm of an experiment',
    on: ['suggestion-created'],
    owes: exposes,
    run: ({ exposing }, { tenantId, entry }) => exposeLead(exposing, tenantId, entry),
  },
  {
    name: 'withdraw follow-ups of whoever wrote',
    on: ['message-created', 'call-started'],
    byWriterOnly: true,
    run: ({ silence }, { tenantId, entry }) => silence.heard(tenantId, entry),
  },
  {
    name: 'tell webhooks',
    // The feature itself knows which lines are events. Events that a crash cut off are queued when the dead node's rows are mended.
    on: entryTypes,
    run: ({ webhookQueue }, { tenantId, entry }) => webhookQueue.heard(tenantId, entry),
  },
  {
    name: 'tag by rules',
    // By then a turn has brought forward what a rule can ask about: the language, the bot, what they want, how warm they are.
    on: ['message-created', 'qualification-changed', 'score-changed'],
    byWriterOnly: true,
    run: ({ conversations }, { tenantId, entry }) =>
      tagByRules(conversations, { tenantId, conversationId: entry.conversationId }),
  },
  {
    name: 'tell of a hot lead that nobody has',
    on: ['assignment-changed'],
    owes: callsForOwner,
    run: ({ conversations }, { tenantId, entry }) =>
      alertUnassignedHotLead(conversations, { tenantId, conversationId: entry.conversationId }, entry),
  },
];

/** Whether a reaction is owed to an entry. */
export const isOwed = ({ on, owes }: Reaction, entry: Entry): boolean =>
  on.includes(entry.type) && owes?.(entry) === true;

/**
 * Says who settles what is owed to an entry by this table; null where nothing is. A turn knows nothing of what else is owed: where there is
 * more, the reactions come first and leave the rest to the turn.
 */
export function settledBy(entry: Entry): SettledBy | null {
  const owed = reactions.filter((row) => isOwed(row, entry));
  if (owed.length === 0) return null;
  return owed.every(({ isSettledByTurn }) => isSettledByTurn) ? 'turn' : 'reactions';
}
