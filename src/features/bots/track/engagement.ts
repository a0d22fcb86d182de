import { readMarks, readPersonaWords, speaksOfContact } from '../../reading/person/readMarks.ts';
import { personaWordsKept } from '../state/protocol.ts';
import type { StepContext } from '../state/stepContext.ts';
import { recentChars } from '../understand/isRepeat.ts';

const recentKept = 3;

/** Adds one message of the visitor to what the score is made of. */
export function trackEngagement(turn: StepContext, text: string): void {
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
    // Only the first of several messages in a row counts as the reply.
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
