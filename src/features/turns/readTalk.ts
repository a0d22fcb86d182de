import type { Matter } from '../../contract/vocabulary.ts';
import { isoOf } from '../../kernel/clock.ts';
import { languageOf } from '../bots/turn.ts';
import { type Discussed, linesOf, type Talk } from '../coaching/talk.ts';
import type { Language } from '../reading/model.ts';
import { readHappenings } from './readHappenings.ts';
import type { TurnParts } from './runTurn.ts';
import { stateBefore, takeStep } from './takeStep.ts';

/** As much of a log as is read for coaching: its newest lines. */
const entriesRead = 200;

type TalkParts = Pick<
  TurnParts,
  'conversations' | 'entries' | 'turns' | 'clock' | 'step' | 'firstState' | 'packOf' | 'recall' | 'log'
>;

/**
 * What coaching works from: the newest lines, what is known by now, and the home. Coaching begins before the bot takes its
 * turn, so what no turn has read yet is stepped here as well, without being kept. Null when there is no such conversation.
 */
export async function readTalk(parts: TalkParts, tenantId: string, conversationId: string): Promise<Talk | null> {
  const conversation = await parts.conversations.find(tenantId, conversationId);
  if (conversation === null) return null;
  const head = await parts.entries.head(conversationId, 'public');
  const [entries, known, turn, pack] = await Promise.all([
    parts.entries.read(conversationId, 'public', Math.max(1, head - entriesRead + 1), head, entriesRead),
    parts.entries.newestOf(conversationId, 'qualification-changed'),
    parts.turns.newest(conversationId),
    parts.packOf(conversation),
  ]);
  const before = stateBefore(parts, turn, conversation.board.language);
  const { happened } = await readHappenings(parts.entries, conversationId, turn);
  const recalled = turn === null && happened.length > 0 ? await parts.recall(conversation) : null;
  if (recalled !== null) happened.unshift(recalled);
  const ahead =
    happened.length === 0 ? null : takeStep(parts, before, { at: isoOf(parts.clock.now()), happened }, pack);
  const read = ahead?.effects.find((effect) => effect.kind === 'qualification');
  const qualification = read?.data ?? (known?.type === 'qualification-changed' ? known.data : null);
  return {
    tenantId,
    conversationId,
    visitorId: conversation.visitorId,
    addressKey: conversation.address?.key ?? null,
    brokerage: pack.brokerage,
    assistant: pack.assistant,
    language: languageOf(ahead?.state ?? before),
    leadName: conversation.board.leadName,
    mode: conversation.mode,
    bot: ahead?.state.bot ?? conversation.board.bot,
    at: (ahead?.state ?? before).at,
    slots: qualification?.slots ?? {},
    missing: qualification?.missing ?? [],
    answered: qualification?.answered ?? 0,
    total: qualification?.total ?? 0,
    lines: linesOf(entries),
    listing: pack.listing ?? null,
  };
}

const linesDiscussed = 3;
const mostDiscussed = 6;

/**
 * What the shelf holds for the team on what is discussed: first on what the agent asks, then on the lead's newest lines, each read and
 * looked up as a turn would. At most six, each once.
 */
export async function factsDiscussed(
  { reader, factsFor }: Pick<TurnParts, 'reader' | 'factsFor'>,
  { tenantId, lines, language: spoken }: Talk,
  asked: string | null,
  language: Language,
): Promise<Discussed[]> {
  const found = new Map<string, Discussed>();
  const take = async (question: { text: string; about: Matter | null }, seq: number | null): Promise<void> => {
    for (const fact of await factsFor(tenantId, question, language, 'staff'))
      if (found.size < mostDiscussed && !found.has(fact.id)) found.set(fact.id, { fact, seq });
  };
  if (asked !== null) await take({ text: asked, about: null }, null);
  const newest = lines.filter(({ who }) => who === 'lead').slice(-linesDiscussed);
  for (const { text, seq } of newest.reverse())
    for (const { quote, about } of reader({ text }, { asked: null, language: spoken }).questions)
      await take({ text: quote, about }, seq);
  return [...found.values()];
}
