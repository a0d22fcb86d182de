import type { LanguageModel, WritingOrder } from '../../llm/ports.ts';
import { readSentences, type Sentence } from '../sentences.ts';

/** The sentences of a model, whose words are handed to `onText` as they come; null where it did not come to an end by itself. */
export async function writeSentences(
  model: LanguageModel,
  order: WritingOrder,
  { onText, signal }: { onText(text: string): void; signal: AbortSignal },
): Promise<Sentence[] | null> {
  const sentences: Sentence[] = [];
  let isBegun = false;
  let begun = '';
  const show = (unfinished: string): void => {
    const space = !isBegun || begun !== '' ? '' : ' ';
    if (unfinished.length <= begun.length) return;
    const more = space + unfinished.slice(begun.length);
    begun = unfinished;
    isBegun = true;
    onText(more);
  };
  const reader = readSentences((one) => {
    show(one.text);
    begun = '';
    sentences.push(one);
  });
  const { status, basis } = await model.write(order, {
    onText(chunk) {
      reader.push(chunk);
      show(reader.unfinished());
    },
    signal,
  });
  if (basis === 'rules' || (status !== 'done' && status !== 'truncated')) return null;
  return sentences;
}
