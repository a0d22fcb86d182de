import { composed } from '../../../src/contract/rest/turns.ts';
import { type ReplyAct, replyAct } from '../../../src/contract/vocabulary.ts';
import type { Turn } from '../../../src/features/turns/model.ts';

/** The acts of a reply: those that its turns recorded, and those of the parts that are written at the edge. */
export function actsSaid(turns: readonly Pick<Turn, 'effects' | 'composed'>[], words: string): ReplyAct[] {
  if (words === '') return ['silent'];
  const acts = new Set<string>();
  const effects = turns.flatMap((turn) =>
    turn.effects.map((effect, index) => ({ effect, answers: turn.composed?.[index]?.includes('answer') ?? false })),
  );
  for (const { effect, answers } of effects) {
    if (effect.kind === 'offer-slots') acts.add('offer-times');
    if (effect.kind !== 'reply') continue;
    for (const { act, text } of effect.acts) if (text !== composed) acts.add(act);
    if (effect.parts.some(({ kind }) => kind === 'answer'))
      for (const act of actsOfAnswer(words, answers)) acts.add(act);
  }
  return [...acts].filter((act) => replyAct.safeParse(act).success) as ReplyAct[];
}

/** An answer is written at the edge, so its acts show in its words. `answers`: some of them stand on a fact. */
function actsOfAnswer(words: string, answers: boolean): string[] {
  const lacks =
    /answer that one myself|no lo puedo responder yo|(?:is|are) not on file|nothing on file about|nada en la ficha sobre/i.test(
      words,
    );
  const declines =
    /licensed agent to say|con licencia|who lives where|qui[eé]n vive|(?:rate no|can['’]t rate) schools|califi\w+ escuelas|no opinion|no doy opini[oó]n|yours to judge/i.test(
      words,
    );
  const knowsNoHome = /not sure which home you mean|a qué casa se refiere/.test(words);
  const tells =
    (answers && !declines) ||
    !(lacks || declines || knowsNoHome) ||
    /yours to judge|lo juzga usted|can note a time|Puedo anotar/.test(words);
  return [
    ...(tells ? ['answer'] : []),
    ...(lacks ? ['not-on-file', 'tell-team'] : []),
    ...(declines ? ['decline', 'tell-team'] : []),
  ];
}
