import type { Fact } from '../../../contract/readings.ts';
import type { NarrativeAnswer, NarrativeRequest } from '../../../contract/rest/narratives.ts';
import { type Clock, isoOf } from '../../../kernel/clock.ts';
import { HubError } from '../../../kernel/hubError.ts';
import type { Logger, Meter } from '../../../kernel/observe.ts';
import { createTextSeal, type TextSeal } from '../../../kernel/sealText.ts';
import type { StaffScope } from '../../identity/model.ts';
import type { LanguageModel } from '../../llm/ports.ts';
import type { LeadWish } from './leadWishes.ts';
import { countWords, type KeptNarrative, type NarrativeWords, type TracedSentence } from './model.ts';
import { flagsOn, narrateWithModel } from './narrateWithModel.ts';
import { narrativeByRules } from './narrativeByRules.ts';
import { paragraphsOf } from './paragraphsOf.ts';
import type { NarrativeStore } from './ports.ts';
import { type NarrativeMaterial, type ReadAskDeps, readAsk, wishFacts } from './readAsk.ts';
import { readingGrade } from './readingGrade.ts';

export interface NarrativeDeps extends ReadAskDeps {
  narratives: NarrativeStore;
  seal: TextSeal;
  model: LanguageModel;
  /** Whether this person may have the model write once more. */
  admit(tenantId: string, userId: string): Promise<void>;
  clock: Clock;
  newId(): string;
  logger: Logger;
  meter: Meter;
}

/** The person or program that asks for the story. */
export type NarrativeAsker = Pick<StaffScope, 'tenantId'> & { principal: { id: string } };

export const narrativeSeal = (secret: string): TextSeal => createTextSeal(secret, 'narratives');

/** For this long a narrative is given again without being written anew. */
const servedMs = 86_400_000;

/** Receives the words of a story while it is written. */
export interface NarrativeOutlet {
  onText(text: string): void;
  signal: AbortSignal;
}
export const nowhere: NarrativeOutlet = { onText: () => {}, signal: new AbortController().signal };

/**
 * The story of a home: the one that was written for the same home, lead, style, length, and language in the last day while none of them
 * changed; else a new one, by the model, and by the rules where there is none or it gives nothing that may stand.
 * @throws HubError as `readAsk`; `QUOTA_EXCEEDED` as `admitPress`; `STREAM_ENDED` once the person who asked has left
 */
export async function writeNarrative(
  deps: NarrativeDeps,
  { tenantId, principal }: NarrativeAsker,
  request: NarrativeRequest,
  out: NarrativeOutlet = nowhere,
): Promise<NarrativeAnswer> {
  const startedAt = deps.clock.now();
  const material = await readAsk(deps, tenantId, request);
  const known = request.fresh === true ? null : await deps.narratives.newestOf(tenantId, material.cacheKey, startedAt);
  // A story that the rules wrote while the model was away is written anew once the model is back.
  const isServed = known !== null && known.distance === null && known.createdAt > startedAt - servedMs;
  if (isServed && (known.basis === 'model' || deps.model.basis === 'rules')) {
    const answer = answerOf(deps, known, true);
    if (answer !== null) {
      deps.meter.count('hub_narratives_total', { basis: known.basis, from: 'kept', length: request.length });
      return answer;
    }
  }
  await deps.admit(tenantId, principal.id);
  const wishes = await material.wishes();
  const { basis, words } = await compose(deps, material, wishes, out);
  if (out.signal.aborted) throw new HubError('STREAM_ENDED');
  const answer = await keepNarrative(deps, material, wishes, { basis, words });
  const from = basis === 'rules' && deps.model.basis === 'model' ? 'fallback' : 'written';
  deps.meter.count('hub_narratives_total', { basis, from, length: request.length });
  deps.meter.observe('hub_narrative_seconds', (deps.clock.now() - startedAt) / 1000, { basis });
  return answer;
}

interface Written {
  basis: KeptNarrative['basis'];
  words: NarrativeWords;
}

/**
 * Keeps what was written with these wishes, and answers it.
 * @throws HubError `NOT_FOUND` where the lead's words were deleted while it was written
 */
export async function keepNarrative(
  deps: Pick<NarrativeDeps, 'narratives' | 'seal' | 'newId' | 'clock'>,
  { tenantId, ask, cacheKey, wishes: readWishes }: NarrativeMaterial,
  wishes: readonly LeadWish[],
  { basis, words }: Written,
): Promise<NarrativeAnswer> {
  const createdAt = deps.clock.now();
  const kept: KeptNarrative = {
    ...ask,
    ...{ id: deps.newId(), tenantId, cacheKey, basis },
    sealed: deps.seal.seal(JSON.stringify(words)),
    createdAt,
    expiresAt: createdAt + servedMs,
    distance: null,
    rating: null,
  };
  await deps.narratives.add(kept);
  if (ask.leadId !== null && (await readWishes()).length < wishes.length) {
    await deps.narratives.eraseOfLead(tenantId, ask.leadId);
    throw new HubError('NOT_FOUND');
  }
  return fullAnswer(kept, words, false);
}

async function compose(
  deps: NarrativeDeps,
  material: NarrativeMaterial,
  wishes: readonly LeadWish[],
  out: NarrativeOutlet,
): Promise<Written> {
  const { ask, home, isTold, brokerage } = material;
  const wished = wishFacts(wishes, material);
  const byRules = narrativeByRules({ home, ask, wishes, isTold });
  const wordsFrom = (sentences: readonly TracedSentence[], flags: NarrativeAnswer['flags']): NarrativeWords => {
    const traced = paragraphsOf(sentences, ask.length).map(withFacts([...material.facts, ...wished]));
    return { text: textOf(traced), sentences: traced, flags };
  };
  if (deps.model.basis === 'model') {
    const spare = byRules.slice(1, -1).filter(({ facts }) => facts.length > 0);
    const narrated = await narrateWithModel(deps, material, wished, spare, out);
    if (narrated !== null) return { basis: 'model', words: wordsFrom(narrated.sentences, narrated.flags) };
  }
  const words = wordsFrom(byRules, flagsOn(byRules, brokerage));
  return { basis: 'rules', words };
}

/** A sentence with the words of the facts that it rests on. */
export const withFacts = (facts: readonly Fact[]) => {
  const words = new Map(facts.map((fact) => [fact.id, fact.words]));
  return ({ facts: ids, ...one }: TracedSentence & { paragraph: number }): NarrativeAnswer['sentences'][number] => ({
    ...one,
    facts: ids.flatMap((id) => (words.has(id) ? [{ id, words: words.get(id) as string }] : [])),
  });
};

export const textOf = (sentences: NarrativeAnswer['sentences']): string => {
  const paragraphs: string[] = [];
  for (const { text, paragraph } of sentences)
    paragraphs[paragraph] = paragraphs[paragraph] === undefined ? text : `${paragraphs[paragraph]} ${text}`;
  return paragraphs.join('\n\n');
};

/** A kept narrative as it is answered; null where its words can't be opened anymore. */
export function answerOf(
  { seal }: Pick<NarrativeDeps, 'seal'>,
  kept: KeptNarrative,
  cached: boolean,
): NarrativeAnswer | null {
  const opened = seal.open(kept.sealed);
  return opened === null ? null : fullAnswer(kept, JSON.parse(opened) as NarrativeWords, cached);
}

function fullAnswer(kept: KeptNarrative, words: NarrativeWords, cached: boolean): NarrativeAnswer {
  const { id, listingId, leadId, style, length, language, basis, createdAt, distance, rating } = kept;
  const { editedText, ...rest } = words;
  return {
    narrativeId: id,
    listingId,
    ...(leadId === null ? {} : { leadId }),
    ...rest,
    ...{ style, length, language, basis, cached },
    words: countWords(rest.text),
    readingGrade: language === 'en' ? readingGrade(rest.text) : null,
    createdAt: isoOf(createdAt),
    ...(editedText === undefined || distance === null ? {} : { edited: { text: editedText, distance } }),
    ...(rating === null ? {} : { rating }),
  };
}
