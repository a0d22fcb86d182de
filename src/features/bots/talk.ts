import { readMarks, readPersonaWords, speaksOfContact } from '../reading/readMarks.ts';
import { personaWordsKept } from './protocol.ts';
import type { Turn } from './turn.ts';

const recentKept = 3;
const recentChars = 200;

/** Adds one message of the visitor to what the score is made of. */
export function noteTalk(turn: Turn, text: string): void {
  const { state, at } = turn;
  const { talk } = state;
  const waitedMs = talk.lastReplyAt === null ? null : Math.max(0, Date.parse(at) - Date.parse(talk.lastReplyAt));
  state.talk = {
    ...talk,
    messages: talk.messages + 1,
    words: talk.words + text.split(/\s+/).length,
    asking: talk.asking + (text.includes('?') ? 1 : 0),
    wantsContact: talk.wantsContact || speaksOfContact(text),
    replies: talk.replies + (waitedMs === null ? 0 : 1),
    replyMs: talk.replyMs + (waitedMs ?? 0),
    lastVisitorAt: at,
    // Of several messages in a row the first is the reply.
    lastReplyAt: null,
  };
  const { marks } = state;
  const said = readMarks(text);
  if (said.motivation ?? said.timeline ?? said.condition ?? said.price) {
    state.marks = {
      motivation: said.motivation ?? marks.motivation,
      timeline: said.timeline ?? marks.timeline,
      condition: said.condition ?? marks.condition,
      price: said.price ?? marks.price,
    };
  }
  const words = readPersonaWords(text);
  if (words.investor.length + words.distressed.length > 0) {
    const add = (old: string[], more: string[]) => [...new Set([...old, ...more])].slice(0, personaWordsKept);
    state.persona = {
      investor: add(state.persona.investor, words.investor),
      distressed: add(state.persona.distressed, words.distressed),
    };
  }
  state.recent = [...state.recent, text.slice(0, recentChars)].slice(-recentKept);
}

const alike = 0.7;
const enoughWords = 3;

/** Says nearly the same as one of the last messages. Short words such as "yes" are never a repeat. */
export function isRepeat(text: string, recent: readonly string[]): boolean {
  const words = wordsOf(text);
  if (words.size < enoughWords) return false;
  return recent.some((earlier) => {
    const old = wordsOf(earlier);
    const shared = [...words].filter((word) => old.has(word)).length;
    return shared / (words.size + old.size - shared) >= alike;
  });
}

const wordsOf = (text: string): Set<string> =>
  new Set(
    text
      .slice(0, recentChars)
      .toLowerCase()
      .match(/[\p{L}\d']+/gu),
  );
