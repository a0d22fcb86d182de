import { z } from 'zod';
import { readSpeechAct } from '../../../src/features/reading/dialogue/readSpeechAct.ts';
import { fixTypos } from '../../../src/features/reading/text/fixTypos.ts';
import { readHalves } from '../readHalves.ts';
import { type Share, shareOf } from '../share.ts';
import { acts } from './rasa.ts';

const paraphrase = z.strictObject({
  text: z.string().min(1),
  intent: z.string().refine((name) => name in acts),
  /** Missing where the words are of no language, or of both: a name, "100%". */
  language: z.enum(['en', 'es']).optional(),
});
export type Paraphrase = z.infer<typeof paraphrase>;

/** The paraphrases that may be read, and those of which only sums are told. Throws, by its place, on a line of another shape. */
export function readParaphrases(): { seen: Paraphrase[]; unseen: Paraphrase[] } {
  const { seen, unseen } = readHalves(import.meta.dirname);
  const checked = (half: string, lines: readonly unknown[] = []): Paraphrase[] =>
    lines.map((line, at) => {
      const read = paraphrase.safeParse(line);
      if (!read.success) throw new Error(`paraphrases, ${half} half, line ${at + 1} is none`);
      return read.data;
    });
  return { seen: checked('seen', seen.paraphrases), unseen: checked('unseen', unseen.paraphrases) };
}

export interface ParaphraseFigures {
  seen: Share;
  unseen: Share;
  byIntent: Record<string, { seen: Share; unseen: Share }>;
}

/**
 * The reading of each paraphrase, its typos mended as they are before a bot hears a message. `show`: prints the misread
 * ones of the seen half.
 */
export function measureParaphrases(show: boolean): ParaphraseFigures {
  const { seen, unseen } = readParaphrases();
  const read = ({ text }: Paraphrase) => readSpeechAct(fixTypos(text).text);
  const isRight = (line: Paraphrase) => read(line) === acts[line.intent];
  if (show)
    for (const line of seen)
      if (!isRight(line)) console.error(`paraphrase of ${line.intent}: ${read(line)} | ${line.text}`);
  const of = (lines: readonly Paraphrase[], intent: string): Share =>
    shareOf(
      lines.filter((line) => line.intent === intent),
      isRight,
    );
  return {
    seen: shareOf(seen, isRight),
    unseen: shareOf(unseen, isRight),
    byIntent: Object.fromEntries(
      Object.keys(acts).map((intent) => [intent, { seen: of(seen, intent), unseen: of(unseen, intent) }]),
    ),
  };
}
