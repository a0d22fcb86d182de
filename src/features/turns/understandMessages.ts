import { isTeamLog } from '../../contract/log/logs.ts';
import { type Audience, type Fact, mostFacts, type Reading } from '../../contract/readings.ts';
import type { Matter } from '../../contract/vocabulary.ts';
import type { BotEvent, BotState, ShownHome } from '../bots/state/protocol.ts';
import type { Language } from '../reading/model.ts';

/** Reads one message: in process, in well under a millisecond, and the same words give the same reading. */
export type Reader = (
  message: { text: string; choiceId?: string },
  context: { asked: string | null; language: Language },
) => Reading;

/** The cards that answer a question for that audience, the nearest first; empty where nobody wrote it down. */
export type FactFinder = (
  tenantId: string,
  question: string,
  language: Language,
  audience: Audience,
) => Promise<Fact[]>;

/** The home for sale that a text names, or means without its name (`homeId`); null where it names none, or several. */
export type HomeFinder = (tenantId: string, text: string, homeId?: string) => Promise<ShownHome | null>;

export interface Understood {
  happened: BotEvent[];
  /** Questions that are about no home and that no fact answers. */
  unanswered: string[];
}

/**
 * The same events, and before each message of the visitor what it says and the facts that it asks for: kept with the turn, so that
 * a replay needs neither reader nor facts. A model's reading counts before the one in process, which stays beside it.
 */
export async function understandMessages(
  parts: { reader: Reader; factsFor: FactFinder; homeNamed: HomeFinder; ownPass(): Promise<void> },
  tenantId: string,
  happened: readonly BotEvent[],
  before: BotState,
  byModel: ReadonlyMap<number, Reading>,
): Promise<Understood> {
  const language: Language = before.language.startsWith('es') ? 'es' : 'en';
  const understood: BotEvent[] = [];
  const unanswered: string[] = [];
  for (const event of happened) {
    if (event.kind === 'visitor-message') {
      // A dozen lines of a call, read in one go, would keep those of all other calls waiting.
      if (understood.length > 0) await parts.ownPass();
      const offline = parts.reader(event, { asked: before.asked?.question ?? null, language });
      const model = byModel.get(event.seq);
      const reading = model ?? offline;
      const found: Fact[][] = [];
      // Questions on the phone are answered there.
      const questions = isTeamLog(event.log) ? [] : reading.questions;
      for (const { quote, about } of questions) {
        const facts = await parts.factsFor(tenantId, quote, reading.language, 'visitor');
        found.push(facts);
        if (facts.length === 0 && forTeam.has(about)) unanswered.push(quote);
      }
      const facts = factsTold(found);
      const read = model === undefined ? { by: 'offline' as const } : { by: 'model' as const, offline };
      const named = await parts.homeNamed(tenantId, event.text, reading.homeId);
      understood.push({
        kind: 'understood',
        of: event.seq,
        reading,
        facts,
        ...read,
        ...(named === null ? {} : { named }),
      });
    }
    understood.push(event);
  }
  return { happened: understood, unanswered };
}
const forTeam: ReadonlySet<Matter> = new Set(['brokerage', 'process', 'finance', 'law', 'market']);

/** The facts to tell, of those found for the questions of a message: the nearest of each question, before a second of any. */
export function factsTold(found: readonly (readonly Fact[])[]): Fact[] {
  const ranked = found.flatMap((facts) => facts.map((fact, rank) => ({ fact, rank }))).sort((a, b) => a.rank - b.rank);
  return [...new Map(ranked.map(({ fact }) => [fact.id, fact])).values()].slice(0, mostFacts);
}
