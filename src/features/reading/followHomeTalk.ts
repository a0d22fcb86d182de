import type { Evidence } from '../../contract/values.ts';
import { type Mended, writtenSpan } from './mendTypos.ts';
import type { Read } from './model.ts';
import { readArea } from './readArea.ts';
import { readDay } from './readDay.ts';
import { type Errand, readErrand } from './readErrand.ts';
import { type HomeWishes, readHomeWishes } from './readHomeWishes.ts';

/** A place or a day that was named, with the visitor's words; `evidence` null: named by whoever spoke to them. */
interface Named {
  value: string;
  evidence: Evidence | null;
}

/** What is kept of a talk about homes from message to message. */
export interface HomeTalk {
  errand?: Errand;
  /** Named last, wished for or not: what "there" and "that day" mean. */
  place?: Named;
  day?: Named;
}

/** One message of the visitor, and what was said to them before it. */
interface Heard {
  text: string;
  log: string;
  seq: number;
  mends?: Mended['mends'];
}

export interface Followed {
  talk: HomeTalk;
  wishes: HomeWishes;
  /** Not said in this message, but meant by it: somebody who asks for homes means the place that was spoken of, who asks for a visit the day. */
  meant: { area: Named | null; day: Named | null };
}

/**
 * Takes one message of the visitor in, after `said`: what they are after now, what they wish for, and what of the talk before it is
 * meant. Places and days that others name are noted by `noteNamed`.
 */
export function followHomeTalk(
  before: HomeTalk,
  message: Heard,
  { areas, said }: { areas: readonly string[]; said: string },
): Followed {
  const { text } = message;
  const errand = readErrand(text, { before: before.errand, said });
  const wishes = readHomeWishes(text, { areas, said, errand });
  const meant = {
    area: errand === 'search' && wishes.area === null ? (before.place ?? null) : null,
    day: errand === 'visit' && wishes.day === null ? (before.day ?? null) : null,
  };
  return { talk: { ...noteNamed(before, text, areas, message), errand }, wishes, meant };
}

/** Keeps the place and the day that words name: the visitor's, or what was said to them. */
export function noteNamed(
  talk: HomeTalk,
  words: string,
  areas: readonly string[],
  message: Omit<Heard, 'text'> | null = null,
): HomeTalk {
  const place = readArea(words, areas);
  const day = readDay(words);
  if (place === null && day === null) return talk;
  const named = (read: Read<string>): Named => ({
    value: read.value,
    evidence: message && { log: message.log, seq: message.seq, ...writtenSpan(message.mends ?? [], read) },
  });
  return { ...talk, ...(place ? { place: named(place) } : {}), ...(day ? { day: named(day) } : {}) };
}
