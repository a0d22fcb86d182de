import type { Reading } from '../../../contract/readings.ts';
import type { VisitorAct } from '../../../contract/vocabulary.ts';
import { readMarks, readPersonaWords, speaksOfContact } from '../../reading/person/readMarks.ts';
import { moodsKept, personaWordsKept, replyTimesKept } from '../state/protocol.ts';
import type { StepContext } from '../state/stepContext.ts';
import { recentChars } from '../understand/isRepeat.ts';

const recentKept = 3;

const displeased: ReadonlySet<VisitorAct> = new Set(['complains', 'insults']);

/** Thanks are manners and no mood: of what is read, only displeasure is one. */
const isPleased = ({ acts, situation }: Reading): boolean =>
  situation !== 'anger' && !acts.some((act) => displeased.has(act));

/** Adds one message of the visitor to what the score and the readings are made of. */
export function trackEngagement(turn: StepContext, text: string, reading?: Reading): void {
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
    replyTimesMs: [...(talk.replyTimesMs ?? []), ...(waitedMs === null ? [] : [waitedMs])].slice(-replyTimesKept),
    moods: [...(talk.moods ?? []), ...(reading === undefined ? [] : [isPleased(reading)])].slice(-moodsKept),
    takenBack: (talk.takenBack ?? 0) + (reading?.acts.includes('retracts') ? 1 : 0),
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
