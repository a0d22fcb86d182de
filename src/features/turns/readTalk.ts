import { isoOf } from '../../kernel/clock.ts';
import { languageOf } from '../bots/turn.ts';
import { linesOf, type Talk } from '../coaching/talk.ts';
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
