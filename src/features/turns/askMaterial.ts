import { timeLabel } from '../../kernel/timeLabel.ts';
import { type AskMaterial, type CoachContext, linesOf, type OtherTalk } from '../coaching/coachContext.ts';
import { isErased } from '../conversations/log/withoutWords.ts';
import type { Conversation } from '../conversations/model.ts';
import type { ConversationStore, EntryStore, LeadConversations } from '../conversations/ports.ts';
import { personOf } from '../profiles/person.ts';
import type { LeadStore } from '../profiles/ports.ts';
import { talksOfMembers } from '../profiles/readLead.ts';

export interface AskMaterialParts {
  conversations: Pick<ConversationStore, 'find'> & Pick<LeadConversations, 'listOfLead'>;
  entries: Pick<EntryStore, 'head' | 'read' | 'listOf'>;
  leads: Pick<LeadStore, 'find' | 'linkedTo'>;
  timeZoneOf(tenantId: string): Promise<string>;
}

/** The newest others of the person, and of each its newest lines. */
const mostTalks = 5;
const linesOfEach = 40;
const answersRead = 20;
const mostBefore = 3;

/**
 * The material for an answer about a lead, beside the open talk: the messages of the person's other talks, and the earlier questions of
 * this person of the team. Words on other calls are left out: a consent that is taken back later would not be found here.
 */
export async function askMaterial(
  { conversations, entries, leads, timeZoneOf }: AskMaterialParts,
  { tenantId, conversationId }: Pick<CoachContext, 'tenantId' | 'conversationId'>,
  principalId: string,
): Promise<AskMaterial> {
  const open = await conversations.find(tenantId, conversationId);
  if (open === null) return { others: [], before: [] };
  const [person, answers, zone] = await Promise.all([
    personOf(leads, tenantId, open.leadId),
    entries.listOf(conversationId, 'answer-created', answersRead),
    timeZoneOf(tenantId),
  ]);
  const talks = await talksOfMembers({ conversations }, tenantId, person?.members ?? [{ id: open.leadId }]);
  const others = talks.filter((talk) => talk.id !== conversationId && !isErased(talk)).slice(0, mostTalks);
  const before = answers.flatMap(({ type, data, cause }) =>
    type === 'answer-created' && cause?.principalId === principalId
      ? [{ question: data.question, text: data.text }]
      : [],
  );
  return {
    others: (await Promise.all(others.map((talk) => readOther(entries, talk, zone)))).filter(
      ({ lines }) => lines.length > 0,
    ),
    before: before.slice(-mostBefore),
  };
}

async function readOther(
  entries: Pick<EntryStore, 'head' | 'read'>,
  { id, channel, board }: Conversation,
  zone: string,
): Promise<OtherTalk> {
  const head = await entries.head(id, 'public');
  const from = Math.max(1, head - linesOfEach * 2 + 1);
  const lines = await entries.read(id, 'public', from, head, linesOfEach * 2);
  return { conversationId: id, when: timeLabel(board.lastAt, zone, 'en'), channel, lines: linesOf(lines, linesOfEach) };
}
