import type { Evidence } from '../../../contract/values.ts';
import type { Read } from '../model.ts';
import { readArea } from '../place/readArea.ts';
import { type FixedText, writtenSpan } from '../text/fixTypos.ts';
import { readDay } from '../time/readDay.ts';
import { type Errand, readErrand } from './readErrand.ts';
import { type HomeWishes, readHomeWishes } from './readHomeWishes.ts';

/** A place or a day that was named, with the visitor's words; `evidence` null: named by the other side. */
interface Named {
  value: string;
  evidence: Evidence | null;
}

/** The memory of a talk about homes from message to message. */
export interface HomeTalk {
  errand?: Errand;
  /** Named last, wished for or not: what "there" and "that day" mean. */
  place?: Named;
  day?: Named;
}

/** One message of the visitor, and what was said to them before it. */
interface Message {
  text: string;
  log: string;
  seq: number;
  typoFixes?: FixedText['fixes'];
}

export interface Followed {
  talk: HomeTalk;
  wishes: HomeWishes;
  /** Not said in this message, but meant by it: a request for homes means the place named before, one for a visit the day named before. */
  meant: { area: Named | null; day: Named | null };
}

/**
 * Follows the talk by one message of the visitor, which answers `said`: their errand now, their wishes, and which
 * place or day of the earlier talk they mean. Places and days that others name are noted by `noteNamed`.
 */
export function followHomeTalk(
  before: HomeTalk,
  message: Message,
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
  message: Omit<Message, 'text'> | null = null,
): HomeTalk {
  const place = readArea(words, areas);
  const day = readDay(words);
  if (place === null && day === null) return talk;
  const named = (read: Read<string>): Named => ({
    value: read.value,
    evidence: message && { log: message.log, seq: message.seq, ...writtenSpan(message.typoFixes ?? [], read) },
  });
  return { ...talk, ...(place ? { place: named(place) } : {}), ...(day ? { day: named(day) } : {}) };
}
