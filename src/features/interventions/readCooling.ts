import type { ContactWay } from '../../contract/interventions.ts';
import { taskDaysAhead, tasksOfConversation } from '../../contract/taskLimits.ts';
import type { AppointmentStore } from '../appointments/ports.ts';
import type { Conversation } from '../conversations/model.ts';
import type { TalkState } from '../insight/readings/features.ts';
import { insightOf } from '../insight/readings/insightOf.ts';
import { type Known, readerOf } from '../profiles/leadRow.ts';
import { mayReach, suppressedChannels, ways } from '../profiles/mayReach.ts';
import { fieldsOf, nameOf } from '../profiles/person.ts';
import type { ReadLeadDeps } from '../profiles/readLead.ts';
import { limitsIn, noLimits } from '../reading/optOut/contactLimits.ts';
import { type Channel, channels } from '../reading/optOut/readChannelWish.ts';
import type { TaskStore } from '../tasks/ports.ts';
import { type CoolingLead, dayMs, talkOpenMs } from './model.ts';
import { type InterventionStore, mostOfPerson } from './ports.ts';

export interface ReadCoolingDeps extends ReadLeadDeps {
  interventions: Pick<InterventionStore, 'ofPerson'>;
  appointments: Pick<AppointmentStore, 'findNext'>;
  tasks: Pick<TaskStore, 'list'>;
  /** The newest talks of a person as the bot left them. */
  statesOf(tenantId: string, leadId: string): Promise<TalkState[]>;
}

/** A person who may be cooling, with what is shown of them. */
export interface CoolingPerson extends CoolingLead {
  leadIds: string[];
  name: string | null;
  talks: readonly Conversation[];
}

const promisedAheadMs = taskDaysAhead * dayMs;
const tasksRead = tasksOfConversation;

/** Reads one person after another; the same person is read once. */
export const coolingReader = (deps: ReadLeadDeps, tenantId: string) =>
  readerOf(deps, tenantId, ({ board }) => board.shown);

/**
 * Reads a person as the gates need them, from their records, the rows of their talks, and the state after the newest turn: no log is read.
 * Null where nothing of them is left, and with `onlyReachable` where no way is open to them: most who went silent, of whom nothing more is read.
 */
export async function readCooling(
  deps: ReadCoolingDeps,
  tenantId: string,
  known: Known,
  now: number,
  { onlyReachable = false } = {},
): Promise<CoolingPerson | null> {
  const { root, members, talks, records } = known;
  const [newest] = talks;
  if (newest === undefined) return null;
  const leadIds = members.map(({ id }) => id);
  const conversationIds = talks.map(({ id }) => id);
  const fields = fieldsOf(members);
  const told = (name: string): string | null => {
    const field = fields[name];
    return field?.state === 'answered' && typeof field.value === 'string' ? field.value : null;
  };
  const limits = told('limits') === null ? noLimits : limitsIn(told('limits') ?? '');
  const suppressed = suppressedChannels(members, records);
  const way = await wayTo(deps, tenantId, {
    ...{ leadId: root.id, newest, limits, phone: told('phone'), email: told('email') },
  });
  if (way === null && onlyReachable) return null;
  const [states, proposals, appointment, tasks] = await Promise.all([
    deps.statesOf(tenantId, root.id),
    deps.interventions.ofPerson(tenantId, leadIds.slice(0, mostOfPerson)),
    deps.appointments.findNext(tenantId, conversationIds, now),
    deps.tasks.list(tenantId, { done: false, conversationIds, from: 0, to: now + promisedAheadMs, limit: tasksRead }),
  ]);
  const lastWordsAt = lastWordsOf(talks, states);
  // An open task of the team about them counts as a promise for its time.
  const promisedAt = tasks.at(-1)?.dueAt ?? null;
  const pausedMs = Math.max(0, Math.min(now, promisedAt ?? 0) - (lastWordsAt ?? now));
  const { churn14 } = insightOf(states, now - pausedMs).readings;
  return {
    ...{ leadId: root.id, leadIds, conversationId: newest.id, talks, name: nameOf(members) ?? newest.board.leadName },
    ...{ lastWordsAt, promisedAt, limits, proposals },
    ...{ risk: churn14.value, evidence: churn14.evidence },
    isOptedOut: suppressed.length === channels.length || (way === null && suppressed.length > 0),
    way,
    isTalking: talks.some((talk) => isOpenTalk(talk, now)),
    appointmentAt: appointment?.startsAt ?? null,
  };
}

/** By the state of the talk where there is one; else by its row, whose last line may be theirs. */
function lastWordsOf(talks: readonly Conversation[], states: readonly TalkState[]): number | null {
  const heard = states.map(({ state }) => Date.parse(state.talk.lastVisitorAt ?? '')).filter((at) => !Number.isNaN(at));
  const shown = talks.flatMap(({ board }) => (board.lastLines.at(-1)?.by === 'visitor' ? [board.lastAt] : []));
  const all = [...heard, ...shown];
  return all.length === 0 ? null : Math.max(...all);
}

/** They wait for a word of the team, or a person has the talk and somebody spoke in it lately. */
const isOpenTalk = ({ mode, unansweredSince, board }: Conversation, now: number): boolean =>
  mode !== 'closed' &&
  (mode === 'waiting' || unansweredSince !== null || (mode === 'human' && now - board.lastAt < talkOpenMs));

/**
 * How they can be followed up: by the text messages or emails of their newest talk, which the hub sends; else by what the team does
 * itself. Every way passes `mayReach`, and what they ruled out is none.
 */
async function wayTo(
  deps: ReadCoolingDeps,
  tenantId: string,
  given: {
    leadId: string;
    newest: Conversation;
    limits: CoolingLead['limits'];
    phone: string | null;
    email: string | null;
  },
): Promise<ContactWay | null> {
  const { leadId, newest, limits } = given;
  const may = async (channel: Channel): Promise<boolean> =>
    !limits.not.includes(channel) && (await mayReach(deps, tenantId, leadId, channel)) === 'yes';
  const { channel, mode, contact } = newest;
  const hasContact = typeof contact === 'string';
  if ((channel === 'sms' || channel === 'email') && hasContact && mode !== 'closed' && (await may(ways[channel])))
    return channel;
  const hasPhone = given.phone !== null || (hasContact && channel !== 'email');
  if (hasPhone && (await may('call'))) return 'call';
  const hasEmail = given.email !== null || (hasContact && channel === 'email');
  if (hasEmail && (await may('email'))) return 'write';
  return null;
}
