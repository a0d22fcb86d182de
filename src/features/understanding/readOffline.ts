import type { Reading } from '../../contract/readings.ts';
import { type Matter, type Situation, type SlotName, situations, type VisitorAct } from '../../contract/vocabulary.ts';
import { readBeds } from '../reading/home/readBeds.ts';
import { anyMoment } from '../reading/model.ts';
import { readMoney } from '../reading/numbers/readMoney.ts';
import { withOwnSums } from '../reading/numbers/sumOwners.ts';
import { hintsAtDanger, readDanger } from '../reading/person/readDanger.ts';
import { readFinancing } from '../reading/person/readFinancing.ts';
import { readDeadline } from '../reading/time/readDeadline.ts';
import { readPlannedTime } from '../reading/time/readPlannedTime.ts';
import { featuresOf } from './featuresOf.ts';
import { type Head, heads, isLeanedSlot, type LeanedSlot } from './heads.ts';
import { marksOf } from './marksOf.ts';
import { readSlots, ruledOutBySums } from './readSlots.ts';
import { headIndex, leaningsOf, type Weights } from './weights.ts';

const mostActs = 4;
const fewSentences = 8;
const mostQuestions = 3;
const quoteChars = 400;
const whatChars = 120;
const leastSentenceChars = 6;
const beginChars = 1200;
const endChars = 400;
const fewWords = 6;

/** Slots that are most often filled wrongly from figures and stray words. */
const mistaken: readonly LeanedSlot[] = ['budget', 'timeline', 'beds', 'baths', 'preApproval'];

/** Questions that no training line was asked after, and the question that is answered the same way. */
const likeQuestion: ReadonlyMap<string | null, string> = new Map([
  ['callNumber', 'contact'],
  ['bestTime', 'timeOfDay'],
]);

/** Acts that count only for the whole message: a greeting before a question is no small talk, and half a sentence is often unclear. */
const ofWholeOnly: ReadonlySet<VisitorAct> = new Set(['unclear', 'small-talk', 'answers', 'agrees', 'tells', 'spam']);

/**
 * Reads one message without a language model: `asked` is the question that stands. Acts of which it is not sure are left out, so an
 * empty list means that it abstains. Slots are what the rules can point at, where the weights say that they are given; `ruledOut`
 * are slots that the words say nothing about. Danger comes from plain words alone; a person checks hints and leanings of the weights.
 */
export function readOffline(
  weights: Weights,
  message: { text: string; choiceId?: string },
  context: { asked: string | null; language: 'en' | 'es' },
): Reading {
  const { language } = context;
  const asked = likeQuestion.get(context.asked) ?? context.asked;
  const { text } = message;
  const none = { questions: [], slots: [], ruledOut: [], situation: 'none' as const, language };
  if (message.choiceId !== undefined) return { ...none, acts: ['answers'] };
  const said = endsOf(text);
  const whole = leaningsOf(weights, featuresOf(said, asked, marksOf(said)));
  const cut = cutSentences(said);
  const sentences = cut.length > fewSentences ? [...cut.slice(0, fewSentences - 1), cut.at(-1) as string] : cut;
  const parts =
    sentences.length < 2
      ? [{ quote: said.slice(0, quoteChars), leanings: whole }]
      : sentences.map((quote) => ({ quote, leanings: leaningsOf(weights, featuresOf(quote, asked, marksOf(quote))) }));

  const sure = new Map<VisitorAct, number>();
  const note = (leanings: Float64Array, isWhole: boolean): void => {
    heads.forEach((head, index) => {
      const leaning = leanings[index] as number;
      if (!head.startsWith('act:') || leaning <= 0) return;
      const act = head.slice('act:'.length) as VisitorAct;
      if (!isWhole && ofWholeOnly.has(act)) return;
      sure.set(act, Math.max(sure.get(act) ?? 0, leaning));
    });
  };
  note(whole, true);
  if (parts.length > 1) for (const { leanings } of parts) note(leanings, false);

  const read = [whole, ...parts.map(({ leanings }) => leanings)];
  const danger = readDanger(text);
  const mayBeDanger = danger === null && (hintsAtDanger(text) || leansToDanger(read));
  const gives = (slot: SlotName): boolean =>
    isLeanedSlot(slot) && read.some((leanings) => leaningOf(leanings, `slot:${slot}`) > 0);
  /** Far enough below the threshold that almost no training line with that slot scores so low. */
  const isRuledOut = (slot: LeanedSlot): boolean =>
    read.every(
      (leanings) => leaningOf(leanings, `slot:${slot}`) < leaningOf(weights.floors, `slot:${slot}`) * sureShare,
    );
  const asking = parts.filter(({ leanings }) => leaningOf(leanings, 'act:asks') > 0);
  const asks =
    asking.length > 0 ? asking : sure.has('asks') ? [{ quote: said.slice(0, quoteChars), leanings: whole }] : [];
  const acts = [...sure]
    .sort((a, b) => b[1] - a[1])
    .slice(0, mostActs)
    .map(([act]) => act);
  const situation =
    danger !== null
      ? 'danger'
      : situationOf(
          whole,
          parts.map(({ leanings }) => leanings),
        );
  const deadline = situation === 'none' ? null : readDeadline(text);
  return {
    acts,
    questions: asks
      .slice(0, mostQuestions)
      .map(({ quote, leanings }) => ({ about: matterOf(leanings, whole, quote), quote })),
    slots: readSlots(said, gives, { asked, acts }),
    ruledOut: [
      ...new Set([
        ...mistaken.filter((name) => isRuledOut(name) && !saysOutright(said, name)),
        ...ruledOutBySums(said),
      ]),
    ],
    situation,
    ...(danger === null ? {} : { danger }),
    ...(mayBeDanger && { mayBeDanger }),
    ...(deadline === null ? {} : { deadline: { what: deadline.value.slice(0, whatChars), quote: deadline.value } }),
    language,
  };
}

/** The beginning and the end of a very long message: the wish stands there, and reading all of it takes three times as long. */
const endsOf = (text: string): string =>
  text.length <= beginChars + endChars ? text : `${text.slice(0, beginChars)}\n${text.slice(-endChars)}`;

/** "i dont picture myself alive in spring": no words that a rule could know, and grief reads much the same. */
const leansToDanger = (read: readonly Float64Array[]): boolean =>
  read.some((leanings) => leaningOf(leanings, 'danger:self-harm') > 0 || leaningOf(leanings, 'danger:violence') > 0);

const leaningOf = (leanings: Float64Array, head: Head): number => leanings[headIndex.get(head) as number] as number;

/**
 * Share of the distance to the scores that almost no line with the slot has. Below 1, because a value nobody gave does more harm
 * than a missed one.
 */
const sureShare = 0.6;

/** Words that name the thing with its unit are no stray figure: "3 bed", "in 6 months", "$450k", "pre-approved". */
function saysOutright(text: string, name: LeanedSlot): boolean {
  switch (name) {
    case 'timeline':
      return readPlannedTime(text, { at: anyMoment }) !== null;
    case 'beds':
      return readBeds(text).beds !== null;
    case 'baths':
      return readBeds(text).baths !== null;
    case 'preApproval':
      return readFinancing(text) !== null;
    default:
      return readMoney(withOwnSums(text)) !== null;
  }
}

function matterOf(sentence: Float64Array, whole: Float64Array, quote: string): Matter {
  const ranked = heads
    .filter((head) => head.startsWith('about:'))
    .map((head) => ({ head, leaning: leaningOf(sentence, head) + leaningOf(whole, head) / 2 }))
    .sort((a, b) => b.leaning - a.leaning);
  const [best] = ranked;
  // Most of what is asked in few words is asked of the home at hand.
  const isShort = quote.split(/\s+/).length <= fewWords;
  return best === undefined || (isShort && best.leaning <= 0) ? 'home' : (best.head.slice('about:'.length) as Matter);
}

function situationOf(whole: Float64Array, parts: readonly Float64Array[]): Situation {
  let best: { name: Situation; leaning: number } = { name: 'none', leaning: 0 };
  for (const name of situations) {
    if (name === 'none' || name === 'danger') continue;
    const leaning = Math.max(...[whole, ...parts].map((leanings) => leaningOf(leanings, `situation:${name}`)));
    if (leaning > best.leaning) best = { name, leaning };
  }
  return best.name;
}

/** "2 p.m. please" is one sentence. */
const halfOfDay = /\d ?[ap]\.(?: ?m\.)?$/i;
/** Sentences as they stand in the text; a short one goes with the next. */
function cutSentences(text: string): string[] {
  const cut: string[] = [];
  let open = '';
  for (const piece of text.match(/[^.!?\n]+[.!?\n]*|[.!?\n]+/g) ?? []) {
    open += piece;
    if (open.trim().length < leastSentenceChars || halfOfDay.test(open)) continue;
    cut.push(open.trim().slice(0, quoteChars));
    open = '';
  }
  if (open.trim() !== '' && cut.length > 0 && open.trim().length > 1) cut.push(open.trim().slice(0, quoteChars));
  return cut;
}
