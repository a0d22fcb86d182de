import type { Fact, Reading } from '../../../contract/readings.ts';
import type { BotName } from '../../../contract/values.ts';
import type { SlotName, VisitorAct } from '../../../contract/vocabulary.ts';
import { readCallOut } from '../../reading/dialogue/readCallOut.ts';
import { mayAsk } from '../../reading/dialogue/readQuestion.ts';
import { askedFacts } from '../../reading/home/readAskedFacts.ts';
import { readHomeSearch } from '../../reading/home/readHomeSearch.ts';
import { readChannelWish } from '../../reading/optOut/readChannelWish.ts';
import { changesSides } from '../../reading/person/readIntent.ts';
import { asksForLanguage } from '../../reading/text/readLanguage.ts';
import { readDay } from '../../reading/time/readDay.ts';
import { readTimeOfDay } from '../../reading/time/readTimeOfDay.ts';
import type { ShownHome } from '../state/protocol.ts';
import type { MessageReading } from './readMessage.ts';
import { rulesOut } from './slotForms.ts';

/** A message as a reader understood it, and what may be told in answer; `offline` stands beside the reading of a model. */
export interface Understood {
  reading: Reading;
  offline?: Reading;
  facts: Fact[];
  /** The home for sale that it names. */
  named?: ShownHome;
}

/** Slots that the rules most often fill wrongly from figures and stray words, because they do not know what a sentence is about. */
const mistaken: readonly SlotName[] = [
  ...(['budget', 'price', 'beds', 'baths', 'timeline', 'preApproval', 'area', 'propertyType'] as const),
  ...(['condition', 'repairs', 'homeBeds', 'homeBaths', 'day', 'timeOfDay'] as const),
  ...(['name', 'address', 'motivation', 'authority', 'mortgageBalance', 'features', 'rent'] as const),
];

/**
 * "Say 2100 rent" of an investor sounds like somebody who looks for a rental, "my condo is selling" of a buyer like a seller: whoever read
 * the message whole knows.
 */
const wants = ({ slots }: Reading, intent: string): boolean =>
  slots.some(({ name, op, value }) => name === 'intent' && op !== 'clear' && value === intent);

/**
 * Two readings of one message as one. A model says best what is meant; danger is the in-process reader's to tell, and a figure that one of the two
 * gives to nobody is only taken where the other quotes what it is.
 */
function merged({ reading, offline }: Understood): Reading {
  if (offline === undefined) return reading;
  const gives = ({ name, op, value }: Reading['slots'][number]): boolean =>
    op !== 'clear' && !(name === 'day' && rulesOut.test(value ?? ''));
  const given = new Set(reading.slots.filter(gives).map(({ name }) => name));
  const ruledOut = new Set([...offline.ruledOut, ...mistaken]);
  return {
    ...reading,
    ruledOut: [...ruledOut].filter((name) => !given.has(name)),
    situation: offline.situation === 'danger' ? 'danger' : reading.situation,
    ...(offline.danger && { danger: offline.danger }),
    ...(offline.mayBeDanger && { mayBeDanger: offline.mayBeDanger }),
  };
}

/**
 * Whether a legal choice, a consent or a booking that the rules read from words holds: it does unless a model read the words as
 * something else.
 */
export const isAgreed = ({ isReadByModel, understood, asked }: MessageReading, choiceId: string): boolean =>
  !isReadByModel ||
  understood?.choice?.id === choiceId ||
  (understood?.slots.some(
    ({ name, value }) => name === asked && (value === choiceId || value === `with-${choiceId}`),
  ) ??
    false);

/**
 * Puts what a reader understood beside what the rules read. The rules' own findings stay; missed ones are added, as far as it does
 * no harm when it is wrong: a wish for a person, a visit, an end of the search, a question. A legal choice, a consent, a booking and an
 * opt-out never come from here. `hasHome`: a home is at hand that could be seen; `wantsVisit`: a showing was asked for, of which a score alone
 * makes no call.
 */
export function understand(
  reading: MessageReading,
  read: Understood,
  { bot, hasHome, wantsVisit }: { bot: BotName; hasHome: boolean; wantsVisit: boolean },
): void {
  const understood = merged(read);
  const { facts, offline } = read;
  reading.isReadByModel = offline !== undefined;
  const acts = new Set<VisitorAct>(understood.acts);
  const { requests } = reading;
  // A model that read the message knows a wish from words that sound like one. A person who is asked for in plain words is always called.
  if (reading.isReadByModel && reading.message.choiceId === undefined)
    Object.assign(requests, {
      viewing: requests.viewing && acts.has('wants-visit'),
      call: requests.call && acts.has('wants-call'),
    });
  if (reading.isReadByModel && reading.intent !== null && !wants(understood, reading.intent.value))
    reading.intent = null;
  // "I have an agent in California, nobody signed here": a model reads that they have none for this.
  const hasAgent = understood.slots.find(({ name, op }) => name === 'represented' && op !== 'clear')?.value;
  if (reading.isReadByModel && hasAgent === 'no') {
    if (reading.role === 'represented') reading.role = null;
    reading.signed = false;
  }
  // "My agent hasn't answered in days": whether they signed is asked before a time is offered.
  if (reading.isReadByModel && hasAgent === 'yes') reading.role ??= 'represented';
  reading.understood = understood;
  // "Not Wednesdays, that's my church day" asks nothing about who lives where.
  const wantsToKnow = acts.has('asks') || acts.has('wants-homes');
  if (reading.isReadByModel && ofPlaces.has(reading.topic ?? '') && !wantsToKnow) reading.topic = null;
  reading.facts = facts;
  reading.named = read.named ?? null;
  const isPlain =
    !ofPeople.has(reading.topic ?? '') &&
    (reading.aside === null || (reading.aside === 'help' && reading.message.text.length > helpChars));
  // One piece of a sentence says little: the pieces are put together first.
  const isWhole = reading.message.text.split(/\s+/).length > pieceWords;
  // Of somebody with an agent a score alone hears in the word a wish for a person.
  const isColleague = reading.role !== null && (!reading.isReadByModel || reading.role !== 'represented');
  // "Sooner?" to times on offer wants a time.
  // A score alone takes no wish for a time from words that deny something, and none for a person from a question about the home.
  const mayWish = reading.isReadByModel || !denies.test(reading.message.text);
  const asksFacts = reading.question !== null && askedFacts(reading.question, { asked: true }).length > 0;
  const isSure =
    reading.isReadByModel ||
    (comesFirst(understood.acts, 'wants-person') && !refusesPerson.test(reading.message.text) && !asksFacts);
  const isWished =
    isSure && !reading.signed && acts.has('wants-person') && (isWhole || !lawful.has(reading.asked ?? ''));
  const isOfTalk = requests.isAi || asksForLanguage(reading.message.text);
  // "Can you just text me instead" says how, and asks for nobody.
  const reach = readChannelWish(reading.message.text)?.value ?? null;
  if (isWished && isPlain && !isColleague && !isOfTalk && reach === null && reading.act !== 'name')
    requests.person = true;
  if (reading.isReadByModel && acts.has('wants-deletion')) requests.deletion = true;
  // "Can somebody call me after 5" wants a time for a call.
  if (reading.isReadByModel && acts.has('wants-call') && !acts.has('wants-person')) requests.person = false;
  // "Not ready to talk to a person yet" asks for none.
  if (reading.isReadByModel && acts.has('refuses') && !acts.has('wants-person')) requests.person = false;
  const turnsToOther = reading.intent !== null && changesSides(reading.message.text, reading.intent.value);
  if (turnsToOther) requests.changedMind = false;
  // A visitor who also says what they want instead changes sides, and does not leave.
  const leavesSale = acts.has('not-selling') && bot !== 'buyer' && (reading.intent?.value ?? 'sell') === 'sell';
  const leavesSearch = acts.has('not-buying') && bot !== 'seller' && (reading.intent?.value ?? 'buy') === 'buy';
  if (!turnsToOther && (leavesSale || leavesSearch)) {
    requests.changedMind = true;
    // "Not selling, just nosy" names the sale, and wants none.
    if (saysNo.test(reading.message.text)) reading.intent = null;
  }
  const noCalls = reach?.not.includes('call') ?? false;
  if (requests.call && (noCalls || (acts.has('refuses') && !acts.has('wants-call')))) requests.call = false;
  if (understood.questions.some(({ about }) => about === 'talk') && asksWhatJorgeIs.test(reading.message.text))
    requests.isAi = true;
  if (acts.has('thanks')) requests.thanks = true;
  if (acts.has('goodbye')) requests.goodbye = true;
  const isBareYesOrNo = reading.act === 'no' || reading.act === 'yes';
  if (
    !isBareYesOrNo &&
    comesFirst(understood.acts, 'refuses') &&
    !reading.asksWhy &&
    isPlain &&
    !lawful.has(reading.asked ?? '')
  )
    requests.refusal = !noCalls || ofReach.has(reading.asked ?? '');
  const [first] = understood.acts;
  if (reading.role === null && first === 'agent') reading.role = 'professional';
  if (reading.role === null && first === 'vendor') reading.role = 'vendor';
  if (reading.isReadByModel && acts.has('underage')) reading.role = 'minor';
  if (first === 'insults') reading.abuse = true;
  const isTimed = requests.viewing || requests.call || readHomeSearch(reading.message.text) !== null;
  // A bare number says how they can be reached.
  const hasWords = /\p{L}{2}/u.test(reading.message.text);
  const mayCall = mayWish && (reading.isReadByModel || (!wantsVisit && speaking.test(reading.message.text)));
  if (acts.has('wants-call') && mayCall && hasWords && !isTimed && !requests.person && !noCalls) requests.call = true;
  const maySee = reading.isReadByModel || (mayWish && (hasHome || understood.acts[0] === 'wants-visit'));
  // A lean to a visit is one where a showing is named, or a day for the home at hand: "any chance Wednesday the 2nd?"
  const namesTime = readDay(reading.message.text) !== null || readTimeOfDay(reading.message.text) !== null;
  const isOfHome = hasHome && namesTime && reading.intent?.value !== 'sell';
  const isNamed = reading.isReadByModel || visits.test(reading.message.text) || isOfHome;
  if (acts.has('wants-visit') && maySee && !acts.has('wants-homes') && !isTimed && isWhole && isNamed) {
    requests.viewing = true;
    if (namesTime && !asksFacts) reading.question = null;
  }
  // A mark of question is the rules' matter: they know a guess, a call for somebody and a polite wish from a question.
  const asked = understood.questions.map(({ quote }) => quote).filter((quote) => !quote.endsWith('?'));
  // "Price" and "hoa?" are whole questions.
  const isMeant = isWhole || askedFacts(reading.message.text, { asked: true }).length > 0;
  const isAsked =
    isMeant &&
    asked.length > 0 &&
    comesFirst(understood.acts, 'asks') &&
    (!(acts.has('tells') || acts.has('objects')) || mayAsk(reading.message.text));
  if (reading.question === null && isAsked && !isAnsweredElsewhere(reading, acts))
    reading.question = asked.join(' ').slice(0, mostChars);
}

/** "Don't pass me to anybody", "not ready to talk to a person". */
const refusesPerson =
  /\b(?:not (?:yet )?(?:ready|looking)|no need|(?:don['’]?t|do not) (?:want|need|pass|call|have)|nobody|no)\b(?: \w+){0,4}? (?:person|agents?|human|anyone|anybody|somebody|someone|calls?|call me)\b/i;

/** Words for a talk: a score alone hears a call in every number with an hour. */
const speaking =
  /\b(?:calls?|called|calling|(?<!(?:my|a|the) )phone|ring|talk|speak|chat|reach|contact|hear|voice|llam\p{L}*|marcar\p{L}*|marquen?(?:me)?|m[aá]rqu\p{L}*|habl\p{L}*|tel[eé]fono|comunic\p{L}*)(?!\p{L})/iu;
/** Words for a showing: to be let in, to come by, to see it. "Are you open tomorrow" is none. */
const visits =
  /\b(?:see|view|look(?= (?:at(?! (?:stuff|things|homes|houses|listings|photos|pics|pictures|others?))|around|inside|in)\b)|(?<=\ba )look|peek|tour|show|walk|visit|come|swing|stop by|drop by|go in|inside|check out|get in|meet|ver|verl[ao]|visit\p{L}*|conocer|pasar|ir a|enseñ\p{L}*|mostr\p{L}*)/iu;
const denies = /\b(?:no|not|nobody|none|never|cannot|dont|cant|wont|without|nadie|nunca|sin)\b|n['’]t\b/i;
const saysNo = /\b(?:not|no|never|forget|nah|nope|nada|stop|done)\b|n'?t\b/i;
const asksWhatJorgeIs =
  /\b(?:robot|bot|ai|ia|an? (?:machine|computer)|human|real (?:person|one)|what (?:are|r) (?:you|u|ya)|qu[eé] eres|qui[eé]n eres|m[aá]quina|humano)\b/i;
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
  'privacy',
  'read-along',
]);
const ofPlaces: ReadonlySet<string> = new Set(['people', 'safety', 'schools', 'worship']);
/** "No calls" refuses these, and no price or address. */
const ofReach: ReadonlySet<string> = new Set(['contact', 'callNumber', 'mayCall', 'bestTime', 'phone']);
/** Questions whose answer the law wants: a no to one of them is an answer, and no refusal. */
const lawful: ReadonlySet<string> = new Set(['showing', 'showingAlone', 'represented', 'mayCall', 'slot']);

/** True when the act is among them, and not after an answer. */
const comesFirst = (acts: readonly VisitorAct[], act: VisitorAct): boolean =>
  acts.includes(act) && (!acts.includes('answers') || acts.indexOf(act) < acts.indexOf('answers'));

/** The rules have an answer of their own for it, or it is a wish in the shape of a question. */
const isAnsweredElsewhere = (
  { topic, aside, requests, asksWhy, message }: MessageReading,
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
  readHomeSearch(message.text) !== null ||
  acts.has('wants-visit') ||
  acts.has('wants-call') ||
  acts.has('wants-homes');
