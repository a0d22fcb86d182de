import { plainAct, questionsIn, showsAct } from './actWords.ts';
import { hardRulesBroken } from './hardRules.ts';
import type { ScriptedLine } from './model.ts';
import { asksForm, type SoFar, slotsAsked } from './soFar.ts';

export const grades = ['right', 'clumsy', 'wrong', 'unacceptable'] as const;
export type Grade = (typeof grades)[number];

/** A reply as it is graded: what Jorge says that he did, what stands on the screen, and what is kept now. */
export interface GradedReply {
  acts: readonly string[];
  words: string;
  /** Slots that got a value with it, or another one. */
  known?: readonly string[];
  /** The kept values that nobody said, and those that the talk corrected or took back, in words. */
  misheard?: readonly string[];
}

/**
 * How good a reply is. An act counts as done when it is both named and shown by the words; as a fault it counts when it is named, and a
 * question also when nothing is named and the words ask it. The script says what a line calls for; the rules for every talk are here.
 */
export function gradeLine(line: ScriptedLine, reply: GradedReply, soFar: SoFar): { grade: Grade; why: string[] } {
  const { words, known = [], misheard = [] } = reply;
  const { reading } = line;
  const acts = [...new Set(reply.acts.map(plainAct))];
  const along = acts.flatMap((act) => goesAlong[act] ?? []);
  const names = (pattern: string): boolean => acts.some((act) => fits(act, pattern));
  const does = (pattern: string): boolean =>
    pattern.split('|').some((one) => [...acts, ...along].some((act) => fits(act, one) && showsAct(act, words, line)));
  const asksUnnamed = !acts.some((act) => /^(?:ask|confirm)-/.test(act)) && questionsIn(words).length > 0;
  const faults = (pattern: string): boolean =>
    pattern
      .split('|')
      .some(
        (one) =>
          names(one) ||
          (one === 'clarify' && showsAct(one, words, line)) ||
          (asksUnnamed && one.startsWith('ask-') && showsAct(one, words, line)),
      );

  const unacceptable = [
    ...line.never.filter(faults).map((act) => `never ${act}`),
    ...hardRulesBroken(line, { acts, words, known }),
  ];
  if (unacceptable.length > 0) return { grade: 'unacceptable', why: unacceptable };

  const passesOver = line.must.length === 0 && reading.questions.length > 0 && !answersAtAll.some(does);
  const askedAgain = slotsAsked(acts).filter((slot) =>
    (slot === 'contact' ? ['phone', 'email'] : [slot]).some((one) => soFar.told.has(one)),
  );
  const wrong = [
    ...line.must.filter((pattern) => !does(pattern)).map((pattern) => `no ${pattern}`),
    ...line.mustNot.filter(faults).map((act) => `must not ${act}`),
    ...line.expects.filter((regex) => !new RegExp(regex, 'iu').test(words)).map((regex) => `does not say /${regex}/`),
    ...line.forbids.filter((regex) => new RegExp(regex, 'iu').test(words)).map((regex) => `says /${regex}/`),
    ...misheard,
    ...(passesOver ? ['passes over a question'] : []),
    ...askedAgain.map((slot) => `asks for ${slot}, which was told`),
    ...(words === '' && !maySilence(line) ? ['says nothing'] : []),
  ];
  if (wrong.length > 0) return { grade: 'wrong', why: wrong };

  const tells = reading.slots.some(({ op }) => op !== 'clear');
  const passesOverSlots =
    tells && words !== '' && !line.must.some((pattern) => does(pattern)) && !takesUpWhatWasTold.some(does);
  const clumsy = [
    ...line.wince.filter(faults).map((act) => `clumsy ${act}`),
    ...(questionsIn(words).length > 1 ? ['two questions'] : []),
    ...(passesOverSlots ? ['does not say what it heard'] : []),
    ...(soFar.ignored >= 2 && asksForm(acts) ? ['asks on though two questions were passed over'] : []),
    ...(words !== '' && words === soFar.words ? ['the same words again'] : []),
  ];
  return clumsy.length > 0 ? { grade: 'clumsy', why: clumsy } : { grade: 'right', why: [] };
}

/** One text, one label: the other acts that such a text may do, if its words show them. */
const goesAlong: Readonly<Record<string, readonly string[]>> = {
  disclose: ['greet', 'answer'],
  'not-on-file': ['tell-team', 'offer-person'],
  'offer-person': ['tell-team'],
  'hand-over': ['offer-person', 'tell-team'],
  decline: ['answer', 'tell-team', 'offer-person'],
  'outside-area': ['offer-person', 'tell-team', 'decline', 'answer'],
  notice: ['answer'],
  'tell-team': ['acknowledge', 'offer-person'],
  'show-homes': ['answer', 'acknowledge'],
};

const answersAtAll = [
  'answer',
  'not-on-file',
  'decline',
  'outside-area',
  'offer-person',
  'hand-over',
  'tell-team',
  'show-homes',
  'disclose',
  'clarify',
  'offer-times',
  'opt-out',
  'book',
];
const takesUpWhatWasTold = [
  'acknowledge',
  'answer',
  'sympathise',
  'offer-person',
  'hand-over',
  'show-homes',
  'offer-times',
  'book',
  'move',
  'confirm-*',
  'outside-area',
  'opt-out',
  'decline',
];

/** A line that gave only what was asked for is answered by anything but the same question or a wish to hear it again. */
export const answeringLine = (text: string, askedBefore: readonly string[]): ScriptedLine => ({
  text,
  reading: { acts: ['answers'], questions: [], slots: [], situation: 'none', language: 'en' },
  must: [],
  mustNot: ['clarify', ...askedBefore.filter((act) => act.startsWith('ask-'))],
  wince: [],
  never: [],
  expects: [],
  forbids: [],
});

const fits = (act: string, pattern: string): boolean =>
  pattern.endsWith('-*') ? act.startsWith(pattern.slice(0, -1)) : act === plainAct(pattern);

/** A visitor who says goodbye, or was told that nothing more comes, may have the last word. */
const maySilence = ({ must, reading }: ScriptedLine): boolean =>
  must.some((pattern) => pattern.split('|').includes('silent')) ||
  reading.acts.every((act) => ['thanks', 'goodbye', 'insults', 'spam', 'agrees'].includes(act));
