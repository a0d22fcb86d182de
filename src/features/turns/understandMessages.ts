import type { Fact, Reading } from '../../contract/readings.ts';
import type { BotState, Happening } from '../bots/protocol.ts';
import type { Language } from '../reading/model.ts';

/** Reads one message: in process, in well under a millisecond, and the same words give the same reading. */
export type Reader = (
  message: { text: string; choiceId?: string },
  context: { asked: string | null; language: Language },
) => Reading;

/** What may be told in answer to a question; empty where nobody wrote it down. */
export type FactFinder = (
  tenantId: string,
  question: { text: string; about: Reading['questions'][number]['about'] },
  language: Language,
) => Promise<Fact[]>;

const mostFacts = 3;

/**
 * The same happenings, and before each message of the visitor what it says and the facts that it asks for: kept with the turn, so that
 * a replay needs neither reader nor facts. A model's reading counts before the one in process, which stays beside it.
 */
export async function understandMessages(
  parts: { reader: Reader; factsFor: FactFinder },
  tenantId: string,
  happened: readonly Happening[],
  before: BotState,
  byModel: ReadonlyMap<number, Reading>,
): Promise<Happening[]> {
  const language: Language = before.language.startsWith('es') ? 'es' : 'en';
  const understood: Happening[] = [];
  for (const happening of happened) {
    if (happening.kind === 'visitor-message') {
      const offline = parts.reader(happening, { asked: before.asked?.question ?? null, language });
      const model = byModel.get(happening.seq);
      const reading = model ?? offline;
      const found: Fact[][] = [];
      for (const { quote, about } of reading.questions)
        found.push(await parts.factsFor(tenantId, { text: quote, about }, reading.language));
      const facts = factsTold(found);
      const read = model === undefined ? { by: 'offline' as const } : { by: 'model' as const, offline };
      understood.push({ kind: 'understood', of: happening.seq, reading, facts, ...read });
    }
    understood.push(happening);
  }
  return understood;
}

/** Of what was found for each question of a message, what is told. */
export function factsTold(found: readonly (readonly Fact[])[]): Fact[] {
  const facts = new Map<string, Fact>();
  for (const fact of found.flat()) if (facts.size < mostFacts && !facts.has(fact.id)) facts.set(fact.id, fact);
  return [...facts.values()];
}

/** What was asked that is no matter of a home, and that no fact answers: at most one a message. */
export const unansweredIn = (happened: readonly Happening[]): string[] =>
  happened.flatMap((one) => {
    if (one.kind !== 'understood' || one.facts.length > 0) return [];
    const asked = one.reading.questions.find(({ about }) => forTeam.has(about));
    return asked === undefined ? [] : [asked.quote];
  });
const forTeam: ReadonlySet<string> = new Set(['brokerage', 'process', 'finance', 'law', 'market']);
