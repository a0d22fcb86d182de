import type { z } from 'zod';
import { withAudience } from '../../contract/readings.ts';
import {
  composed,
  type SaidAct,
  type TurnAnswer,
  type turnsAnswer,
  type turnsQuery,
} from '../../contract/rest/turns.ts';
import type { ReplyAct } from '../../contract/vocabulary.ts';
import { isoOf } from '../../kernel/clock.ts';
import { HubError } from '../../kernel/hubError.ts';
import { isErased } from '../conversations/log/withoutWords.ts';
import type { ConversationStore } from '../conversations/ports.ts';
import type { StaffScope } from '../identity/model.ts';
import type { Turn } from './model.ts';
import type { TurnStore } from './ports.ts';

const turnsAtOnce = 50;

export interface TurnReadingParts {
  conversations: Pick<ConversationStore, 'find'>;
  turns: Pick<TurnStore, 'list'>;
}

/**
 * The turns of a conversation, oldest first, page by page: the messages read, the rules that answered, the actions. `FORBIDDEN` for agents,
 * `NOT_FOUND`. Of a conversation whose words were deleted there is none.
 */
export async function readTurns(
  parts: TurnReadingParts,
  { tenantId, principal }: StaffScope,
  conversationId: string,
  { limit, cursor }: z.infer<typeof turnsQuery>,
): Promise<z.infer<typeof turnsAnswer>> {
  if (principal.role === 'agent') throw new HubError('FORBIDDEN');
  const conversation = await parts.conversations.find(tenantId, conversationId);
  if (conversation === null) throw new HubError('NOT_FOUND');
  if (isErased(conversation)) return { items: [] };
  const turns = await parts.turns.list(conversationId, limit + 1, Number(cursor ?? 0));
  const page = turns.slice(0, limit);
  const last = page.at(-1);
  const items = page.map(turnForStaff);
  return turns.length > limit && last !== undefined ? { items, nextCursor: String(last.turnNo) } : { items };
}

/** All turns of a conversation, oldest first, each read while it is taken. */
export async function* eachTurn(
  { turns }: Pick<TurnReadingParts, 'turns'>,
  conversationId: string,
): AsyncGenerator<TurnAnswer, void, undefined> {
  for (let afterNo = 0; ; ) {
    const page = await turns.list(conversationId, turnsAtOnce, afterNo);
    yield* page.map(turnForStaff);
    const last = page.at(-1);
    if (page.length < turnsAtOnce || last === undefined) return;
    afterNo = last.turnNo;
  }
}

function turnForStaff(turn: Turn): TurnAnswer {
  const { turnNo, at, event, rules, stateAfter, effects, versions, misread, factIds } = turn;
  const record = effects.find((effect) => effect.kind === 'record');
  const { happened } = event;
  const nextQuestion = record?.data.nextQuestion;
  return {
    turnNo,
    at: isoOf(at),
    bot: stateAfter.bot,
    ...(record === undefined ? {} : { from: record.data.from }),
    to: stateAfter.at,
    heard: happened.flatMap((one) => {
      if (one.kind !== 'visitor-message') return [];
      const readings = happened.flatMap((other) =>
        other.kind === 'understood' && other.of === one.seq
          ? [{ by: other.by, reading: other.reading, facts: other.facts.map(withAudience) }]
          : [],
      );
      // A bot hears identity numbers as dots: its turns hold none.
      const { seq, text, choiceId } = one;
      return [{ seq, text, ...(choiceId === undefined ? {} : { choiceId }), readings }];
    }),
    ...(rules === undefined ? {} : { rules }),
    acts: actsSaid(turn),
    ...(factIds === undefined ? {} : { factIds: Object.values(factIds).flat() }),
    ...(nextQuestion === undefined ? {} : { nextQuestion }),
    effects: effects.flatMap(({ kind }) => (kind === 'record' ? [] : [kind])),
    ...(misread === undefined ? {} : { misread }),
    versions,
  };
}

/** The acts of a turn's replies, an answer that was composed as it came out. Turns from before acts were kept tell none. */
export const actsSaid = ({
  effects,
  composed: written = {},
  spoken = {},
}: Pick<Turn, 'effects' | 'composed' | 'spoken'>): SaidAct[] =>
  effects.flatMap((effect, index) => {
    if (effect.kind !== 'reply') return [];
    const asWritten = (act: ReplyAct): SaidAct => ({ act, text: composed, variant: 0 });
    if (spoken[index] !== undefined) return spoken[index].map(asWritten);
    const came = written[index]?.map(asWritten);
    const planned = (effect.acts as SaidAct[] | undefined) ?? [];
    return planned.flatMap((one) => (one.text === composed ? (came ?? [one]) : [one]));
  });
