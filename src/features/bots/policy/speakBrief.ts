import type { Choice } from '../../../contract/log/parts.ts';
import { type QuestionName, questionNames, type ReplyAct } from '../../../contract/vocabulary.ts';
import type { Language } from '../../reading/model.ts';
import type { Channel } from '../../reading/optOut/readChannelWish.ts';
import { machineOf } from '../flows/machines.ts';
import { isOfForm, isToldByPage } from '../flows/mayAsk.ts';
import type { AskedBrief, Caution, SpeakBrief } from '../state/brief.ts';
import { isGentle } from '../state/gentle.ts';
import type { Effect } from '../state/protocol.ts';
import type { Question } from '../state/question.ts';
import { answerOf, isOpen, languageOf, type StepContext } from '../state/stepContext.ts';
import { whyAsked } from './whyAsked.ts';

/** Replies with one of these stand word for word, whole: a law or a life hangs on their words. */
const whole: ReadonlySet<string> = new Set([
  'optedOut',
  'optedIn',
  'deletion',
  'deletionFound',
  'danger',
  'muted',
  'insulted',
  'stillInReview',
]);
/** Of deletion, only the first answer: visitors who ask again say more, such as what else is to be called off. */
const standsWhole = ({ state }: StepContext, key: string): boolean =>
  whole.has(key.split(':', 1)[0] as string) && !(key === 'deletion' && (state.said[key] ?? 0) > 1);
const opening: ReadonlySet<string> = new Set(['disclosure', 'disclosureAgain', 'isAi', 'brokerageServices']);
/** Consent, a legal choice, and what was booked: said in these words, at the end. */
const closing: ReadonlySet<string> = new Set([
  'callConsent',
  'picked',
  'q:mayCall',
  'q:showing',
  'q:showingAlone',
  'q:represented',
  'q:allMessages',
  'showingPaths',
  'agreementFirst',
  'withoutRepresentation',
  'bookedCall',
  'bookedViewing',
  'movedCall',
  'movedViewing',
  'stays',
]);
/** Acts that tell of something that was done, or that rules alone decide. */
const doing: ReadonlySet<ReplyAct> = new Set([
  'tell-team',
  'offer-person',
  'offer-times',
  'book',
  'move',
  'cancel',
  'outside-area',
  'consent',
  'notice',
]);
const offering: ReadonlySet<ReplyAct> = new Set(['answer', 'decline', 'not-on-file', 'sympathise']);
/** Whether it may be told as done in this turn. The rules say again that a person was called: that was done the first time. */
const isTellable = ({ state }: StepContext, key: string, act: ReplyAct): boolean =>
  doing.has(act) && (act !== 'offer-person' || (state.said[key] ?? 0) < 2);
/** Said where nobody knows the answer: Claude has all facts and says so itself. */
const ofIgnorance: ReadonlySet<string> = new Set(['questionPassedOn', 'talkQuestion', 'didNotGet']);

/** Null where the reply stands word for word, or answers no message of the visitor. */
export function speakBrief(turn: StepContext, reply: Effect & { kind: 'reply' }): SpeakBrief | null {
  const text = reply.parts.map((part) => (part.kind === 'text' ? part.text : '')).join('\n');
  const said = turn.acts.filter(({ words }) => words !== '' && text.includes(words));
  if (said.some(({ said: { text: key } }) => standsWhole(turn, key))) return null;
  const wordsOf = (choose: (key: string, act: ReplyAct) => boolean): string[] => [
    ...new Set(said.flatMap(({ words, said: { text: key, act } }) => (choose(key, act) ? [words] : []))),
  ];
  const givesConsent = said.some(({ said: { text: key } }) => key === 'callConsent');
  const isFixed = (key: string): boolean => closing.has(key) || (givesConsent && key.startsWith('q:'));
  const questions = said.flatMap(({ words, said: { text: key } }) => {
    const question = questionOf(key);
    return question === null ? [] : [{ question, words, fixed: isFixed(key) }];
  });
  const asks = questions.find(({ fixed }) => fixed)?.question ?? null;
  return {
    opens: wordsOf((key) => opening.has(key)).join(' '),
    closes: wordsOf((key) => isFixed(key)).join(' '),
    done: [
      ...wordsOf(
        (key, act) => isTellable(turn, key, act) && !isFixed(key) && !opening.has(key) && questionOf(key) === null,
      ),
      ...closedNow(turn),
    ],
    offers: [
      ...wordsOf((key, act) => offering.has(act) && !isFixed(key) && !ofIgnorance.has(key)),
      ...(turn.state.at === 'DELETION_ASKED' ? [deletionOpen[languageOf(turn.state)]] : []),
    ],
    mayAsk: asks === null ? mayAskOf(turn, questions, reply.choices ?? []) : [],
    asks,
    careful: cautionsOf(
      turn,
      said.map(({ said: { text: key } }) => key),
    ),
  };
}

/** Ways of being reached that were closed in this turn, by words that the rules or a model read. */
function closedNow({ effects, state }: StepContext): string[] {
  const closed = new Set(effects.flatMap((effect) => (effect.kind === 'suppress' ? effect.channels : [])));
  return [...closed].map((channel) => closedWords[languageOf(state)][channel]);
}
const closedWords: Readonly<Record<Language, Readonly<Record<Channel, string>>>> = {
  en: {
    call: 'You won’t get any calls from us from now on.',
    text: 'You won’t get any texts from us from now on.',
    email: 'You won’t get any emails from us from now on.',
  },
  es: {
    call: 'No recibirá llamadas nuestras de ahora en adelante.',
    text: 'No recibirá mensajes de texto nuestros de ahora en adelante.',
    email: 'No recibirá correos nuestros de ahora en adelante.',
  },
};

/** The request that was opened earlier: people ask what becomes of it. Its day was named then, and counts from that day. */
const deletionOpen: Readonly<Record<Language, string>> = {
  en: "The team has the request to delete your data. They'll confirm it and respond to you by the day that I named, at the latest.",
  es: 'El equipo tiene su petición de borrar sus datos. Se la confirman y le responden a más tardar el día que le dije.',
};

const mostAsked = 3;
/** A question that was put this often without an answer is put no more. */
const putAtMost = 2;

/** The question that the rules would put, and, where that is one of the form, the next ones of it: Claude knows best which fits. */
function mayAskOf(
  turn: StepContext,
  chosen: readonly { question: QuestionName; words: string }[],
  choices: readonly Choice[],
): AskedBrief[] {
  const { state } = turn;
  const machine = machineOf(state.bot);
  const first = chosen[0];
  if (first === undefined) return [];
  const own = { question: first.question, words: first.words, why: whyAsked(first.question), choices: [...choices] };
  if (!isOfForm(first.question)) return [own];
  const others = machine.slots.flatMap((slot) => {
    const mayBePut = isOpen(state, slot) && !isToldByPage(turn, slot) && (state.said[`q:${slot}`] ?? 0) < putAtMost;
    const question = mayBePut && slot !== first.question ? machine.question(slot, turn) : undefined;
    return question === undefined ? [] : [asBrief(question, turn)];
  });
  return [own, ...others].slice(0, mostAsked);
}

function asBrief({ id, wordings, choices = [] }: Question, { state }: StepContext): AskedBrief {
  const language = languageOf(state);
  return {
    question: id,
    words: wordings[language][0] ?? '',
    why: whyAsked(id),
    choices: choices.map((choice) => ({ id: choice.id, label: choice.label[language] })),
  };
}

const names: ReadonlySet<string> = new Set(questionNames);
function questionOf(key: string): QuestionName | null {
  const [kind, name = ''] = key.split(':', 2);
  return kind === 'q' && names.has(name) ? (name as QuestionName) : null;
}

const fairHousing: ReadonlySet<string> = new Set(
  ['exclusion', 'people', 'safety', 'schools', 'worship', 'vouchers'].map((topic) => `topic:${topic}`),
);

function cautionsOf({ state }: StepContext, keys: readonly string[]): Caution[] {
  const holds: Readonly<Record<Caution, boolean>> = {
    gentle: isGentle(state.situation),
    anger: state.situation === 'anger' || keys.some((key) => key === 'complaint' || key === 'topic:frustrated'),
    signed: answerOf(state, 'represented') === true || keys.includes('role:signed'),
    legal: state.told.includes('legal-sensitive'),
    'not-a-client': state.told.includes('not-a-client') && !state.told.includes('minor'),
    minor: state.told.includes('minor'),
    person: state.told.includes('asked-for-person'),
    'fair-housing': keys.some((key) => fairHousing.has(key)),
    offer: keys.some((key) => key === 'offerNoted' || key === 'offerUnnamed'),
  };
  return (Object.keys(holds) as Caution[]).filter((one) => holds[one]);
}
