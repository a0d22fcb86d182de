import { type NarrativeAnswer, wordRange } from '../../../contract/rest/narratives.ts';
import { HubError } from '../../../kernel/hubError.ts';
import { checkSentences } from './checkSentences.ts';
import { countWords, type NarrativeWords } from './model.ts';
import { narrateOrder, rewriteOrder } from './narrateTask.ts';
import { leftOut } from './narrateWithModel.ts';
import { readAsk, wishFacts } from './readAsk.ts';
import {
  keepNarrative,
  type NarrativeAsker,
  type NarrativeDeps,
  type NarrativeOutlet,
  nowhere,
  textOf,
  withFacts,
} from './writeNarrative.ts';
import { writeSentences } from './writeSentences.ts';

/** A paragraph has at least so many words, whatever room the others leave. */
const leastWords = 20;

/**
 * One paragraph of a narrative written anew by the model; the others stay. The answer is a narrative of its own, so that the one before is
 * not lost.
 * @throws HubError `NOT_FOUND`; `VALIDATION_FAILED` for a paragraph that it doesn't have; `CONFLICT`, in words, where no model writes or
 *   its words may not stand; else as `writeNarrative`
 */
export async function rewriteParagraph(
  deps: NarrativeDeps,
  { tenantId, principal }: NarrativeAsker,
  narrativeId: string,
  paragraph: number,
  out: NarrativeOutlet = nowhere,
): Promise<NarrativeAnswer> {
  const before = await deps.narratives.find(tenantId, narrativeId, deps.clock.now());
  const opened = before === null ? null : deps.seal.open(before.sealed);
  if (before === null || opened === null) throw new HubError('NOT_FOUND');
  const { sentences, flags } = JSON.parse(opened) as NarrativeWords;
  const old = sentences.filter((one) => one.paragraph === paragraph);
  if (old.length === 0) throw new HubError('VALIDATION_FAILED', { field: 'paragraph' });
  if (deps.model.basis === 'rules')
    throw new HubError('CONFLICT', { says: 'Without Claude, there’s only one way to write this paragraph.' });
  const { listingId, leadId, style, length, language } = before;
  const material = await readAsk(deps, tenantId, {
    ...{ listingId, style, length, language },
    ...(leadId === null ? {} : { leadId }),
  });
  await deps.admit(tenantId, principal.id);
  const wishes = await material.wishes();
  const wished = wishFacts(wishes, material);
  const facts = [...material.facts, ...wished];
  const { brokerage, ask, people } = material;
  const others = sentences.filter((one) => one.paragraph !== paragraph);
  const standing = others.reduce((sum, { text }) => sum + countWords(text), 0);
  const { min, max } = wordRange[length];
  const words = { min: Math.max(leastWords, min - standing), max: max - standing };
  const first = narrateOrder({ tenantId, brokerage, ask, people, facts: material.facts, wishes: wished });
  const paragraphs = [...new Set(sentences.map((one) => one.paragraph))].map((at) =>
    textOf(sentences.filter((one) => one.paragraph === at)).trim(),
  );
  const order = rewriteOrder(first, paragraphs, paragraph, words);
  const check = checkSentences(deps, material, facts, order, out.signal);
  const written = await writeSentences(deps.model, order, out);
  if (out.signal.aborted) throw new HubError('STREAM_ENDED');
  await check.take(written ?? []);
  const fresh = [...check.kept];
  const wordsIn = (): number => fresh.reduce((sum, { text }) => sum + countWords(text), 0);
  while (wordsIn() > words.max && fresh.length > 1) fresh.pop();
  if (wordsIn() < words.min || wordsIn() > words.max)
    throw new HubError('CONFLICT', { says: 'Claude wrote nothing here that may stand. Try again.' });
  const anew = fresh.map((one) => withFacts(facts)({ ...one, paragraph }));
  const at = sentences.findIndex((one) => one.paragraph === paragraph);
  const all = [...sentences.slice(0, at), ...anew, ...sentences.slice(at + old.length)];
  const stay = flags.filter(({ isLeftOut, text }) => !isLeftOut && !old.some((one) => one.text === text));
  const rewritten = { text: textOf(all), sentences: all, flags: [...stay, ...check.refused.map(leftOut)] };
  return keepNarrative(deps, material, wishes, { basis: 'model', words: rewritten });
}
