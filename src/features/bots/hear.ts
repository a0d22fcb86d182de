import type { Followed } from '../reading/followHomeTalk.ts';
import { mendTypos } from '../reading/mendTypos.ts';
import type { Read } from '../reading/model.ts';
import { readBeds } from '../reading/readBeds.ts';
import { readCallOut } from '../reading/readCallOut.ts';
import { readDay } from '../reading/readDay.ts';
import { readHomeSearch } from '../reading/readHomeSearch.ts';
import { noWishes } from '../reading/readHomeWishes.ts';
import { type Intent, readIntent } from '../reading/readIntent.ts';
import { readMoney } from '../reading/readMoney.ts';
import { type Objection, readObjection, readStall, type Stall } from '../reading/readObjection.ts';
import { readQuestion } from '../reading/readQuestion.ts';
import { type Requests, readRequests } from '../reading/readRequests.ts';
import { isAbuse, isSpam, type Role, readRole, saysSigned } from '../reading/readRole.ts';
import { readShowingPath } from '../reading/readShowingPath.ts';
import { readSpeechAct, type SpeechAct } from '../reading/readSpeechAct.ts';
import { readTimeline } from '../reading/readTimeline.ts';
import { readTimeOfDay } from '../reading/readTimeOfDay.ts';
import { readTopic, type Topic } from '../reading/readTopic.ts';
import { readYesNo } from '../reading/readYesNo.ts';
import type { Aside } from './asides.ts';
import { showingQuestion } from './booking/bookingTexts.ts';
import { reopen } from './booking/bookMove.ts';
import { hasTime, keepsTime, takeBack } from './booking/hearChoice.ts';
import { isLoneSum } from './ownSum.ts';
import type { VisitorMessage } from './protocol.ts';
import type { Question } from './question.ts';
import { isRepeat } from './talk.ts';
import { answerOf, fill, isOpen, type Turn } from './turn.ts';

/** What one message says that every bot wants to know, whatever it asks. */
export interface Heard {
  message: VisitorMessage;
  requests: Requests;
  intent: (Read<Intent> & { clause: boolean }) | null;
  /** A question of the visitor's own that wants an answer, in their words. */
  question: string | null;
  /** "Why do you ask?": what our question is for. */
  asksWhy: boolean;
  /** The slot whose question stood when this was said; null when something else came in between. */
  asked: string | null;
  /** A matter with an answer of its own. */
  topic: Topic | null;
  /** A question about the talk itself. */
  aside: Aside | null;
  role: Role | null;
  signed: boolean;
  objection: Objection | null;
  stall: Stall | null;
  abuse: boolean;
  /** What the message does as a whole. */
  act: SpeechAct;
  /** Says the same as one of the last messages. */
  repeats: boolean;
  /** Says that we got it wrong. */
  objects: boolean;
  manyHomes: boolean;
  /** What it says of the home that is wanted, in the light of the talk before it. */
  home: Pick<Followed, 'wishes' | 'meant'> & { said: string };
}

const askedAfter = /,\s*((?:what|how|is|are|does|do|when|where|which)\b[^,]+)$/i;
const plans =
  /\b(?:schedul\w*|book|reserve|resched\w*|instead|rather|change|switch|move|make it|let's|lets|can we|could we|how about|what about|works?|better|prefer|try|do|available|any time|different (?:day|time))\b|\b(?:mejor|cambiar|prefiero|puede ser)\b/i;
const callsOff =
  /\b(?:(?:change|resched\w*|move|switch|cancel|postpone) (?:it|that|this|the (?:day|time|viewing|appointment|visit|tour|call)|my (?:viewing|appointment|visit))|(?:can't|cannot|can not|won't|won't be able to) (?:make it|come|be there)|something (?:has )?c[ao]me up|(?:have|need|want|going) to (?:cancel|call it off)(?! (?:my|the|our|a) (?!viewing|appointment|visit|tour|call|showing))|no (?:puedo|podr[eé]) (?:ir|venir|llegar)|(?:cancel\w*|anul\w*|cambi\w*|mover) (?:la|mi|el) (?:cita|visita|llamada|hora))\b|^\W*(?:please )?cancel(?:ar)?(?: please)?\W*$|^\W*reschedule\W*$/i;
/** A day or a time and what they think of it: told unasked, it is kept for when a time is looked for. */
const prefersTime = /\b(?:better|best|prefer|works?|suits?|easier|mejor|prefier\w+|conviene)\b/i;
const loneDay =
  /^\W*(?:(?:ok|okay|maybe|on|this|next|say|then|el|este|quiz[aá]s)\s){0,3}(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|weekend|lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado|domingo)(?: then)?\W*$/iu;
/** Another time for what stands: it is kept until the new one is booked. */
const moves =
  /(?<!\b(?:not|n't|no need to|never|without) )\bresched\w*|\b(?:change|move|switch|postpone|push(?: back)?) (?:it|that|this|(?:the|my|our) (?:day|date|time|viewing|appointment|visit|tour|showing|call|meeting))\b|\b(?:another|a different|some other) (?:day|date|time) (?:instead|would be better|please)|\b(?:reprogram\w*|reagend\w*|posponer|aplazar)\b|\b(?:cambi\w*|mover) (?:la|mi|el) (?:cita|visita|llamada|hora|d[ií]a)\b/i;
const weather = /\b(?:weather|forecast|rain|snow|storm|temperature|degrees|clima)\b/i;
const aboutPapers =
  /\b(?:see|look at|view|check out|show me)\b[^.?!]{0,20}\b(?:plans?|pictures?|photos?|video|price|listings?|details|options|weather|forecast)\b/i;

const contradicts =
  /\b(?:that's not what i (?:said|meant|asked)|not what i (?:said|meant|asked)|you(?:'re| are) not (?:listening|reading|understanding)|you (?:already|just) asked (?:me )?that|i (?:already|just) (?:told|answered|said)|you misunderst\w+|no,? i meant|eso no es lo que (?:dije|pregunt[eé])|ya (?:se )?lo dije)\b/i;
const several =
  /\b(?:two|three|four|five|six|[2-9]|several|multiple|dos|tres|cuatro) (?:\w+ )?(?:homes|houses|properties|condos|rentals|units|casas|propiedades)\b/i;

const asksForRentals =
  /\b(?:do you (?:have|do|offer)|have you got|are there|any|tienen?|hay)\b[^?]{0,40}\b(?:(?:for|to) rent|rentals?|en renta|para rentar|alquiler)\b/i;
const dataChars = 4000;

const languageWish =
  /^\W*(?:(?:do|can|could) you |¿?(?:usted )?)?(?:speak|talk|write|habla[ns]?|puede hablar|en|in)? ?(?:in |en )?(?:english|spanish|ingl[eé]s|espa[nñ]ol)(?:,? (?:please|por favor))?\W*$/iu;

const who =
  /\b(?:who am i (?:talking|speaking|chatting|texting|writing) (?:to|with)|who(?:'s| is) this|who (?:are|r) (?:you|u)|con qui[eé]n (?:hablo|estoy hablando)|qui[eé]n (?:eres|es usted|habla))(?!\p{L})/iu;
const why =
  /^\W*(?:(?:and|but|so|well|y|pero)[\s,]+)?(?:(?:why|what for|how come|por qu[eé]|para qu[eé])\W*$|(?:why|what|how come) (?:do|are|would|did) you (?:ask|need|want|care)\w*|(?:por|para) qu[eé] (?:lo |me |eso )?(?:pregunta|necesita|quiere)\w*)[^.!?]{0,30}\??\W*$/iu;

/** "English please", "¿habla español?": a wish for a language, and nothing else. */
export const asksForLanguage = (text: string): boolean => languageWish.test(text);

/** An object or a list as programs write them: words to answer, never slots. A bare number is a number. */
export function isData(text: string): boolean {
  if (!/^\s*[[{]/.test(text) || text.length > dataChars) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

const nothingMeant: Heard['home'] = { wishes: noWishes, meant: { area: null, day: null }, said: '' };

/** The message as it is read: slips mended, with the way back to what was written. */
function mended(message: VisitorMessage): VisitorMessage {
  const { text, mends } = mendTypos(message.text);
  return mends.length === 0 ? message : { ...message, text, written: message.text, mends };
}

/** Reads one message. Its own questions are told from wishes that the bot answers itself, and from guesses such as "Saturday?". */
export function hear(written: VisitorMessage, asked: string | null, at: string, recent: readonly string[] = []): Heard {
  const message = mended(written);
  const { text } = message;
  const requests = readRequests(isData(text) ? '' : text);
  if (who.test(text)) requests.isAi = true;
  const asksWhy = asked !== null && why.test(text);
  if (asksWhy) requests.refusal = false;
  if (requests.viewing && (aboutPapers.test(text) || readHomeSearch(text) !== null)) requests.viewing = false;
  const topic = readTopic(text);
  const role = readRole(text);
  // Who is asked for a time of the day and says no means the call, not the morning.
  const act = readSpeechAct(text);
  if ((asked === 'timeOfDay' || asked === 'day') && act === 'no' && text.length < 24) requests.refusal = true;
  const question = readQuestion(
    text,
    (sentence) => (topic !== null && readTopic(sentence) !== null) || isDealtWith(sentence, asked, at),
  );
  return {
    message,
    requests,
    intent: readIntent(text),
    question: asksWhy ? null : (question?.value ?? null),
    asksWhy,
    // "I already have a realtor" says yes to nothing but the question about that; "I can't make it" answers none.
    asked: callsOff.test(text) || (role === 'represented' && asked !== 'represented') ? null : asked,
    topic,
    aside: null,
    role,
    signed: saysSigned(text),
    objection: readObjection(text)?.value ?? null,
    stall: readStall(text),
    abuse: isAbuse(text) || isSpam(text),
    act,
    repeats: isRepeat(text, recent),
    objects: contradicts.test(text),
    home: nothingMeant,
    manyHomes: several.test(text) && /\b(?:sell|vend)/i.test(text),
  };
}

function isDealtWith(sentence: string, asked: string | null, at: string): boolean {
  const own = readRequests(sentence);
  // "Does anyone here know how old the roof is?" calls out too, and asks for something.
  if ((readCallOut(sentence) && sentence.trim().split(/\s+/).length <= 6) || isLoneSum(sentence)) return true;
  if (asksForLanguage(sentence) || who.test(sentence)) return true;
  // "A person please, what is the HOA?": what comes after the comma is a question of its own.
  const after = own.person || own.call ? askedAfter.exec(sentence)?.[1] : undefined;
  if (after !== undefined && !isDealtWith(after, asked, at)) return false;
  if (own.person || own.isAi || own.call || own.deletion || own.legal === 'advice') return true;
  if (readHomeSearch(sentence) !== null || asksForRentals.test(sentence)) return true;
  if (own.viewing && !aboutPapers.test(sentence)) return true;
  if (plans.test(sentence) && (readDay(sentence) !== null || readTimeOfDay(sentence) !== null))
    return !weather.test(sentence);
  if (
    /\b(?:can|could|do|will|would|are) you\b[^?]{0,40}\b(?:help|find|assist|search|look for)\b/i.test(sentence) &&
    readIntent(sentence)
  )
    return true;
  const words = sentence.split(/\s+/).length;
  if (
    asked === null ||
    words > 8 ||
    /^\W*(?:(?:ok|okay|and|so|but|yes|no|well|thanks|y|pero)[\s,]{1,3}){0,2}(?:what(?:'?s)?|why|how|who|where|which|is|are|does|do|qu[eé]|cu[aá]\w+|d[oó]nde|qui[eé]n|c[oó]mo)(?!\p{L})/iu.test(
      sentence,
    )
  )
    return false;
  // "4 or 5?", "Saturday?", "maybe in 2 months?": a guess at our question.
  return (
    readYesNo(sentence) !== null ||
    ((asked === 'budget' || asked === 'price') && readMoney(sentence, { bare: true }) !== null) ||
    (asked === 'beds' && readBeds(sentence, { asked: true }).beds !== null) ||
    (asked === 'timeline' && readTimeline(sentence, { at, asked: true }) !== null) ||
    ((asked === 'day' || asked === 'timeOfDay' || asked === 'slot') &&
      (readDay(sentence) !== null || readTimeOfDay(sentence) !== null))
  );
}

/** The answer behind a button, when the message came from one of the question's choices. */
export function chosenValue(heard: Heard, question: Question | undefined): { value: unknown } | null {
  const { choiceId } = heard.message;
  const choice = choiceId === undefined ? undefined : question?.choices?.find(({ id }) => id === choiceId);
  return choice ? { value: choice.value } : null;
}

/** Fills what any bot notes: the wish to see the home or to talk, the time for it. */
export function hearAnywhere(turn: Turn, heard: Heard): void {
  const { message, asked, requests } = heard;
  const whole = { start: 0, end: message.text.length };
  hearStanding(turn, heard);
  const wish = requests.viewing ? 'viewing' : requests.call ? 'call' : null;
  if (wish && turn.state.mode !== 'human') fill(turn, 'visit', wish, message, whole);
  // "I am in town on Saturday. … Can I see it?"
  const { day: meant } = heard.home.meant;
  if (wish === 'viewing' && meant?.evidence && isOpen(turn.state, 'day'))
    fill(turn, 'day', meant.value, { ...meant.evidence, text: '' }, meant.evidence);
  const begun = turn.filled.includes('timeOfDay') || turn.filled.includes('visit');
  const scheduling = asksForTime.has(asked ?? '') || wish !== null || begun;
  // Once a time is wanted, only words of planning change it: "everything I needed today" does not.
  const passed = hasTime(turn.state) || isWanted(turn, asked, message.text);
  const replans = passed && heard.question === null && (plans.test(message.text) || message.text.length < 24);
  if (keepsTime(turn, message.text)) {
    turn.kept = true;
    return;
  }
  const namesTime = readDay(message.text) !== null || readTimeOfDay(message.text) !== null;
  if (turn.state.booking.appointment !== null && moves.test(message.text) && !namesTime) {
    turn.state.booking = { ...turn.state.booking, moving: true, offer: null };
    reopen(turn);
    turn.calledOff = 'moved';
    return;
  }
  if (passed && callsOff.test(message.text) && !namesTime) {
    callOff(turn, /\b(?:canc[eé]l|an[uú]l|no (?:puedo|podr[eé]) ir\b)/iu.test(message.text));
    return;
  }
  const prefers = heard.question === null && (prefersTime.test(message.text) || loneDay.test(message.text));
  if ((!scheduling && !replans && !prefers) || (weather.test(message.text) && wish === null)) return;
  const time = readTimeOfDay(message.text);
  const day = readDay(message.text);
  if (time) fill(turn, 'timeOfDay', time.value, message, time);
  if (day) fill(turn, 'day', day.value, message, day);
  // The appointment that stands holds until the other one is booked.
  if (turn.state.booking.appointment !== null && (turn.changed.includes('day') || turn.changed.includes('timeOfDay')))
    turn.state.booking = { ...turn.state.booking, moving: true, offer: null };
}

/** Questions that are answered with a time, or that stand between the wish for one and the time itself. */
const asksForTime: ReadonlySet<string> = new Set(['timeOfDay', 'day', 'slot', 'showing']);
/** Questions whose answers look like times: "in two weeks", "about 3". */
const looksLikeTime: ReadonlySet<string> = new Set(['timeline', 'beds', 'budget', 'price']);

/** A visit or a call is wished for, and no question stands whose answer could be mistaken for its time. */
const isWanted = ({ state }: Turn, asked: string | null, text: string): boolean =>
  typeof answerOf(state, 'visit') === 'string' &&
  // "Tuesday morning" is no price, and no month to move in.
  (!looksLikeTime.has(asked ?? '') || (readDay(text) !== null && readTimeOfDay(text) !== null));

/** Whether they are bound to another agent, who decides with them, how many homes it is about. */
function hearStanding(turn: Turn, heard: Heard): void {
  const { message, asked, role } = heard;
  const whole = { start: 0, end: message.text.length };
  if (role === 'represented' && heard.signed) fill(turn, 'represented', true, message, whole);
  else if (asked === 'represented') {
    const said =
      heard.signed && readYesNo(message.text)?.value !== false ? { value: true, ...whole } : readYesNo(message.text);
    if (said) fill(turn, 'represented', said.value, message, said);
  }
  if (asked === 'showing') hearPath(turn, heard);
  if (heard.objection === 'authority_decision_maker') fill(turn, 'authority', 'shared', message, whole);
  const many = heard.manyHomes ? several.exec(message.text) : null;
  if (many) fill(turn, 'homes', many[0], message, { start: many.index, end: many.index + many[0].length });
}

/** With whom they want to be shown a home. An agent of their own is asked about further. */
function hearPath(turn: Turn, heard: Heard): void {
  const { message } = heard;
  const path = chosenValue(heard, showingQuestion)?.value ?? readShowingPath(message.text);
  if (path === 'own-agent') heard.role = 'represented';
  else if (path !== null) fill(turn, 'showing', path, message, { start: 0, end: message.text.length });
}

/** The time that was passed on no longer holds. Cancelled: not asked again. Moved: time and day are open once more. */
function callOff(turn: Turn, cancelled: boolean): void {
  const { state } = turn;
  const stood = state.booking.appointment !== null || state.told.includes('appointment-wanted');
  takeBack(turn, cancelled);
  const empty = {
    value: null,
    state: cancelled ? ('declined' as const) : ('unknown' as const),
    confidence: null,
    evidence: [],
  };
  state.slots = { ...state.slots, timeOfDay: empty, day: { ...empty }, ...(cancelled ? { visit: { ...empty } } : {}) };
  state.told = state.told.filter((what) => what !== 'appointment-wanted');
  turn.calledOff = cancelled ? 'cancelled' : 'moved';
  if (!stood) return;
  const reason = cancelled
    ? 'The visitor cancelled the time they had named'
    : 'The time named no longer suits the visitor';
  turn.effects.push({ kind: 'alert', alert: 'appointment-called-off', reason, priority: 2 });
}
