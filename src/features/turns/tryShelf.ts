import { type Fact, type Reading, withAudience } from '../../contract/readings.ts';
import type { KnowledgeTrial, TrialAnswer } from '../../contract/rest/knowledge.ts';
import { type Clock, isoOf } from '../../kernel/clock.ts';
import type { BotEvent } from '../bots/state/protocol.ts';
import type { BoardStore } from '../conversations/board/ports.ts';
import type { StaffScope } from '../identity/model.ts';
import { findFacts } from '../knowledge/findCards.ts';
import { requireWriter } from '../knowledge/manageCards.ts';
import type { Shelf } from '../knowledge/shelf.ts';
import type { Shelves } from '../knowledge/shelves.ts';
import type { TurnStore } from './ports.ts';
import { factsTold } from './understandMessages.ts';

export interface TrialParts {
  conversations: Pick<BoardStore, 'list'>;
  turns: Pick<TurnStore, 'list'>;
  shelves: Pick<Shelves, 'shelfOf' | 'shelfWith'>;
  clock: Clock;
}

const talksTried = 50;
/** Of each talk, from its beginning. */
const turnsTried = 40;
const talksAtOnce = 5;
const longestMs = 5_000;
const mostChanges = 100;

/**
 * Which answers in the newest talks a change of what Jorge tells would alter, the newest talk first: his answer then, and his answer
 * with it. Only where the change is the reason: a question that the shelf of today answers the same way is none. Nothing is
 * kept. `complete` is false where time ran out or there is more than is shown.
 */
export async function tryShelf(
  parts: TrialParts,
  scope: StaffScope,
  { card, replaces, about }: KnowledgeTrial,
): Promise<TrialAnswer> {
  requireWriter(scope);
  const { tenantId, principal } = scope;
  const { clock } = parts;
  const by = { id: principal.id, name: principal.name };
  const own = card && { ...card, id: replaces ?? 'new', tenantId, by, at: clock.now() };
  const [now, changed] = await Promise.all([
    parts.shelves.shelfOf(tenantId),
    parts.shelves.shelfWith(tenantId, { ...(own && { card: own }), ...(about && { about }) }),
  ]);
  const until = clock.now() + longestMs;
  const { items: talks } = await parts.conversations.list(tenantId, { limit: talksTried, now: clock.now() });
  const answer: TrialAnswer = { talks: 0, questions: 0, changes: [], complete: true };
  for (let at = 0; at < talks.length; at += talksAtOnce) {
    if (clock.now() >= until || answer.changes.length > mostChanges) {
      answer.complete = false;
      break;
    }
    const some = talks.slice(at, at + talksAtOnce);
    const read = await Promise.all(some.map(({ id }) => parts.turns.list(id, turnsTried)));
    for (const [place, turns] of read.entries()) {
      answer.talks += 1;
      const asked = turns.flatMap(({ at, event }) => questionsIn(event.happened).map((one) => ({ ...one, at })));
      answer.questions += asked.length;
      for (const { reading, facts, at } of asked) {
        const today = toldOn(now, reading);
        const after = toldOn(changed, reading);
        if (isSame(today, after)) continue;
        answer.changes.push({
          conversationId: some[place]?.id ?? '',
          at: isoOf(at),
          question: reading.questions.map(({ quote }) => quote).join(' '),
          before: facts.map(withAudience),
          after,
        });
      }
    }
  }
  if (answer.changes.length > mostChanges) answer.complete = false;
  return { ...answer, changes: answer.changes.slice(0, mostChanges) };
}

const questionsIn = (happened: readonly BotEvent[]) =>
  happened.flatMap((one) => (one.kind === 'understood' && one.reading.questions.length > 0 ? [one] : []));

const toldOn = (shelf: Shelf, { questions, language }: Reading): Fact[] =>
  factsTold(questions.map(({ quote }) => findFacts(shelf, quote, language, 'visitor')));

const isSame = (some: readonly Fact[], others: readonly Fact[]): boolean =>
  some.length === others.length &&
  some.every(({ id, words }, at) => id === others[at]?.id && words === others[at]?.words);
