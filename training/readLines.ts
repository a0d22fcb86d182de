import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { matter, situation, slotName, visitorAct } from '../src/contract/vocabulary.ts';

const line = z.strictObject({
  text: z.string().min(1),
  /** The question that stood when it was typed. */
  asked: z.string().nullable(),
  acts: z.array(visitorAct),
  about: z.array(matter),
  situation,
  slots: z.array(slotName),
  language: z.enum(['en', 'es']),
});
export type Line = z.infer<typeof line>;

const folder = join(import.meta.dirname, 'lines');

/** Every line to learn from, file by file in the order of their names. Throws on a line of another shape, with its place. */
export function readLines(): Line[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .flatMap((name) =>
      readFileSync(join(folder, name), 'utf8')
        .split('\n')
        .flatMap((raw, index) => {
          if (raw.trim() === '') return [];
          const read = line.safeParse(JSON.parse(raw));
          if (!read.success) throw new Error(`${name}:${index + 1}: ${read.error.message}`);
          return [read.data];
        }),
    );
}
