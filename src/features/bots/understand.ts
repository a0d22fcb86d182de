import type { Fact, Reading } from '../../contract/readings.ts';
import type { BotName } from '../../contract/values.ts';
import type { SlotName, VisitorAct } from '../../contract/vocabulary.ts';
import { askedFacts } from '../reading/readAskedFacts.ts';
import { readCallOut } from '../reading/readCallOut.ts';
import { readChannelWish, refusesCalls } from '../reading/readChannelWish.ts';
import { readHomeSearch } from '../reading/readHomeSearch.ts';
import { changesSides } from '../reading/readIntent.ts';
import { asksForLanguage } from '../reading/readLanguage.ts';
import { mayAsk } from '../reading/readQuestion.ts';
import type { Heard } from './hear.ts';

/** A message as a reader understood it, and what may be told in answer; `offline` stands beside the reading of a model. */
export interface Understood {
  reading: Reading;
  offline?: Reading;
  facts: Fact[];
}

/** What figures and stray words are most often taken for, by rules that do not know what a sentence is about. */
const mistaken: readonly SlotName[] = [
  ...(['budget', 'price', 'beds', 'baths', 'timeline', 'preApproval', 'area', 'propertyType'] as const),
  ...(['condition', 'repairs', 'homeBeds', 'homeBaths', 'day', 'timeOfDay'] as const),
];

/**
 * Two readings of one message as one. A model says best what is meant; danger is the in-process reader's to tell, and a figure that one of the two
 * gives to nobody is only taken where the other quotes what it is.
 */
function together({ reading, offline }: Understood): Reading {
  if (offline === undefined) return reading;
  const given = new Set(reading.slots.filter(({ op }) => op !== 'clear').map(({ name }) => name));
  const ruledOut = new Set([...offline.ruledOut, ...mistaken]);
  return {
    ...reading,
    ruledOut: [...ruledOut].filter((name) => !given.has(name)),
    situation: offline.situation === 'danger' ? 'danger' : reading.situation,
    ...(offline.danger && { danger: offline.danger }),
  };
}

/**
 * Whether a legal choice, a consent or a booking that the rules read from words holds: it does unless a model read the words as
 * something else.
 */
export const isAgreed = ({ isReadByModel, reading, asked }: Heard, choiceId: string): boolean =>
  !isReadByModel ||
  reading?.choice?.id === choiceId ||
  (reading?.slots.some(({ name, value }) => name === asked && (value === choiceId || value === `with-${choiceId}`)) ??
    false);

/**
 * Puts what a reader understood beside what the rules heard. The rules' own findings stay; what they missed is added, as far as it does
 * no harm when it is wrong: a wish for a person, a visit, an end of the search, a question. A legal choice, a consent, a booking and an
 * opt-out never come from here.
 */
export function understand(heard: Heard, understood: Understood, bot: BotName): void {
  const reading = together(understood);
  const { facts, offline } = understood;
  heard.isReadByModel = offline !== undefined;
  const acts = new Set<VisitorAct>(reading.acts);
  const { requests } = heard;
  heard.reading = reading;
  heard.facts = facts;
  const isPlain =
    !ofPeople.has(heard.topic ?? '') &&
    (heard.aside === null || (heard.aside === 'help' && heard.message.text.length > helpChars));
  // Of what comes in pieces each piece says little: they are put together first.
  const isWhole = heard.message.text.split(/\s+/).length > pieceWords;
  const isColleague = heard.role !== null && heard.role !== 'represented';
  // "Sooner?" to times on offer wants a time.
  const isSure = heard.isReadByModel || comesFirst(reading.acts, 'wants-person', 'answers');
  const isWished = isSure && acts.has('wants-person') && (isWhole || !lawful.has(heard.asked ?? ''));
  const isOfTalk = requests.isAi || asksForLanguage(heard.message.text);
  // "Can you just text me instead" says how, and asks for nobody.
  const saysHow = readChannelWish(heard.message.text) !== null;
  if (isWished && isPlain && !isColleague && !isOfTalk && !saysHow && heard.act !== 'name') requests.person = true;
  const turnsToOther = changesSides(heard.message.text);
  if (turnsToOther) requests.changedMind = false;
  // Who says in the same breath what they want instead has changed sides, and leaves nothing.
  const leavesSale = acts.has('not-selling') && bot !== 'buyer' && (heard.intent?.value ?? 'sell') === 'sell';
  const leavesSearch = acts.has('not-buying') && bot !== 'seller' && (heard.intent?.value ?? 'buy') === 'buy';
  if (!turnsToOther && (leavesSale || leavesSearch)) {
    requests.changedMind = true;
    // "Not selling, just nosy" names the sale, and wants none.
    if (saysNo.test(heard.message.text)) heard.intent = null;
  }
  const noCalls = refusesCalls(heard.message.text);
  if (requests.call && (noCalls || (acts.has('refuses') && !acts.has('wants-call')))) requests.call = false;
  if (reading.questions.some(({ about }) => about === 'talk') && asksWhatJorgeIs.test(heard.message.text))
    requests.isAi = true;
  if (acts.has('thanks')) requests.thanks = true;
  if (acts.has('goodbye')) requests.goodbye = true;
  const isBareYesOrNo = heard.act === 'no' || heard.act === 'yes';
  if (
    !isBareYesOrNo &&
    comesFirst(reading.acts, 'refuses', 'answers') &&
    !heard.asksWhy &&
    isPlain &&
    !lawful.has(heard.asked ?? '')
  )
    requests.refusal = !noCalls || ofReach.has(heard.asked ?? '');
  const [first] = reading.acts;
  if (heard.role === null && first === 'agent') heard.role = 'professional';
  if (heard.role === null && first === 'vendor') heard.role = 'vendor';
  if (first === 'insults') heard.abuse = true;
  const isTimed = requests.viewing || requests.call || readHomeSearch(heard.message.text) !== null;
  // A bare number says how they can be reached.
  const hasWords = /\p{L}{2}/u.test(heard.message.text);
  if (acts.has('wants-call') && hasWords && !isTimed && !requests.person && !noCalls) requests.call = true;
  if (acts.has('wants-visit') && !acts.has('wants-homes') && !isTimed && isWhole && visits.test(heard.message.text))
    requests.viewing = true;
  // A mark of question is the rules' matter: they know a guess, a call for somebody and a polite wish from a question.
  const asked = reading.questions.map(({ quote }) => quote).filter((quote) => !quote.endsWith('?'));
  // "Price" and "hoa?" are whole questions.
  const isMeant = isWhole || askedFacts(heard.message.text, { asked: true }).length > 0;
  const isAsked =
    isMeant &&
    asked.length > 0 &&
    comesFirst(reading.acts, 'asks', 'answers') &&
    (!(acts.has('tells') || acts.has('objects')) || mayAsk(heard.message.text));
  if (heard.question === null && isAsked && !isAnsweredElsewhere(heard, acts))
    heard.question = asked.join(' ').slice(0, mostChars);
}

/** Whoever is to be shown a home is let in, comes by, or gets to see it: "are you open tomorrow" is none of it. */
const visits =
  /\b(?:see|view|look|peek|tour|show|walk|visit|come|swing|stop by|drop by|go in|inside|check out|get in|meet|ver|verl[ao]|visit\p{L}*|conocer|pasar|ir a|enseñ\p{L}*|mostr\p{L}*)/iu;
const saysNo = /\b(?:not|no|never|forget|nah|nope|nada|stop|done)\b|n'?t\b/i;
const asksWhatJorgeIs =
  /\b(?:robot|bot|ai|ia|machine|computer|human|real (?:person|one)|what (?:are|r) (?:you|u|ya)|qu[eé] eres|qui[eé]n eres|m[aá]quina|humano)\b/i;
const mostChars = 600;
const pieceWords = 3;
/** A longer one asks for somebody, and not for what HELP answers. */
const helpChars = 12;
/** Where people are spoken of, it is of others: "people like us" asks for nobody. */
const ofPeople: ReadonlySet<string> = new Set([
  'exclusion',
  'people',
  'safety',
  'schools',
  'worship',
  'kickback',
  'for-the-team',
]);
/** "No calls" refuses these, and no price or address. */
const ofReach: ReadonlySet<string> = new Set(['contact', 'callNumber', 'mayCall', 'bestTime', 'phone']);
/** Questions whose answer the law wants: a no to one of them is an answer, and no refusal. */
const lawful: ReadonlySet<string> = new Set(['showing', 'showingAlone', 'represented', 'mayCall', 'slot']);

/** The first is there, and no less sure than the second. */
const comesFirst = (acts: readonly VisitorAct[], first: VisitorAct, second: VisitorAct): boolean =>
  acts.includes(first) && (!acts.includes(second) || acts.indexOf(first) < acts.indexOf(second));

/** The rules have an answer of their own for it, or it is a wish in the shape of a question. */
const isAnsweredElsewhere = (
  { topic, aside, requests, asksWhy, message }: Heard,
  acts: ReadonlySet<VisitorAct>,
): boolean =>
  topic !== null ||
  aside !== null ||
  asksWhy ||
  requests.isAi ||
  requests.deletion ||
  requests.person ||
  readCallOut(message.text) ||
  asksForLanguage(message.text) ||
  acts.has('wants-visit') ||
  acts.has('wants-call') ||
  acts.has('wants-homes');
