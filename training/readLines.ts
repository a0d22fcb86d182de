import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { danger, matter, situation, slotName, visitorAct } from '../src/contract/vocabulary.ts';

const line = z.strictObject({
  text: z.string().min(1),
  /** The question that stood when it was typed. */
  asked: z.string().nullable(),
  /** Null, as with what it asks and gives: nobody has read the line for it. */
  acts: z.array(visitorAct).nullable(),
  about: z.array(matter).nullable(),
  situation,
  slots: z.array(slotName).nullable(),
  /** Somebody may not be safe: by their own hand, or by somebody at home. */
  danger: danger.nullable().default(null),
  language: z.enum(['en', 'es']),
});

export type Line = z.infer<typeof line>;

const folder = join(import.meta.dirname, 'lines');

/**
 * Every line to learn from, file by file in the order of their names.
 * @throws Error for a line of another shape, with its place
 */
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
