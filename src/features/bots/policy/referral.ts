import { readHomeKind, speaksOfOneDeal } from '../../reading/home/readHomeKind.ts';
import { readHomeSearch } from '../../reading/home/readHomeSearch.ts';
import { readAreas } from '../../reading/place/readArea.ts';
import { readWantedPlaces } from '../../reading/place/readWantedPlaces.ts';
import { acknowledge } from '../say/acknowledge.ts';
import { end, finishReply, type Reply, wait } from '../say/reply.ts';
import { bridge, referralTexts } from '../say/situationTexts.ts';
import type { Effect } from '../state/protocol.ts';
import {
  answerOf,
  escalate,
  escalationGoesTo,
  fill,
  notifyTeamOnce,
  type StepContext,
  say,
} from '../state/stepContext.ts';
import { contactMove } from '../track/contact.ts';
import type { Intents } from '../understand/intents.ts';
import type { MessageReading } from '../understand/readMessage.ts';
import { serviceAreaOf } from '../understand/serves.ts';
import { close } from './endTalk.ts';
import { putQuestion } from './putQuestion.ts';

const asksWhere: ReadonlySet<string> = new Set(['area', 'address']);
/** As many as make one short sentence. */
const areasTold = 3;
const wordsOfPlace = 14;
const noCities: readonly string[] = [];
/**
 * Notes what the brokerage does not serve, by its own settings alone: a place that is clearly named and clearly outside, or a kind of home.
 * Never by price or by anything about the person. Where any of it may be served, nothing is noted, and what was noted falls away.
 */
export function trackNotServed(turn: StepContext, reading: MessageReading): void {
  const { pack, state } = turn;
  const { message, asked } = reading;
  const { text } = message;
  const asksOfPlaces =
    reading.understood?.questions.some(({ about }) => about === 'homes' || about === 'brokerage') ||
    reading.understood?.acts.includes('wants-homes');
  // "My lease is in Manor" names a place and looks for nothing there.
  const isMeant = asksOfPlaces === true || reading.understood?.slots.some(({ name }) => name === 'area') === true;
  if (reading.isReadByModel && !isMeant) return;
  const isAsked = asksWhere.has(asked ?? '') || asksOfPlaces === true;
  const sells = [reading.intent?.value, answerOf(state, 'intent')].some((side) => side === 'sell' || side === 'both');
  // Without a model, neither a question that compares ("in Ohio …, is it so here?") nor a long message looks for something there.
  const isLong =
    !sells && !asksWhere.has(asked ?? '') && text.split(/\s+/).length > wordsOfPlace && readHomeSearch(text) === null;
  if (!reading.isReadByModel && (isLong || (reading.question?.includes(text.trim()) && !asksOfPlaces))) return;
  const places = readWantedPlaces(text, { cities: pack.market?.cities ?? noCities, asked: isAsked, sells });
  const [place] = places;
  if (place !== undefined) {
    const isOutside = places.every(({ value }) => serviceAreaOf(value, pack) === 'outside');
    const others = readAreas(text, pack.areas)?.value.split(', ') ?? [];
    const named = new Set(places.map(({ value }) => value.name.toLowerCase()));
    if (isOutside && others.every((area) => named.has(area.toLowerCase()))) {
      const words = text.slice(place.start, place.end);
      fill(turn, 'notServed', words, message, place);
      // "Do you sell in Dallas?" is answered with it.
      if (reading.question?.includes(words)) reading.question = null;
    } else {
      forget(turn);
      const outside = places.find(({ value }) => serviceAreaOf(value, pack) === 'outside');
      if (outside !== undefined && places.length > 1) turn.outside = text.slice(outside.start, outside.end);
    }
    return;
  }
  if (readAreas(text, pack.areas) !== null) forget(turn);
  const kind = readHomeKind(text);
  if (kind === null) return;
  if (!(pack.serves?.notKinds.includes(kind.value) ?? false)) forget(turn);
  else if (speaksOfOneDeal(text) && answerOf(state, 'notServed') === undefined)
    fill(turn, 'notServed', kind.value, message, kind);
}

function forget(turn: StepContext): void {
  const { notServed, ...slots } = turn.state.slots;
  if (notServed === undefined) return;
  turn.state.slots = slots;
  turn.filled = turn.filled.filter((slot) => slot !== 'notServed');
}

/**
 * Says that the brokerage does not serve this, asks a person to look for a colleague, and falls silent with one question left: where to
 * reach the visitor. Facts are still answered; a wish for a place that is served goes on as if nothing had been.
 */
export function refer(turn: StepContext, reply: Reply, intents: Intents): Effect[] | null {
  const { state } = turn;
  const value = answerOf(state, 'notServed');
  if (state.at === 'REFERRED' && intents.changedMind && intents.question === null) return leaveReferred(turn, reply);
  if (state.at === 'REFERRED') {
    if (value !== undefined) {
      reply.nice = acknowledge(turn);
      const isEmpty = intents.question === null && reply.nice === '';
      return askContact(turn, reply, isEmpty ? say(turn, 'bridge', bridge) : '');
    }
    state.at = state.bot === 'lead' ? 'NEW' : 'QUALIFY';
    return null;
  }
  if (turn.outside !== null) reply.after.push(say(turn, 'notServedPlaceToo', referralTexts.placeToo, turn.outside));
  if (typeof value !== 'string' || !turn.filled.includes('notServed')) return null;
  const isKind = turn.pack.serves?.notKinds.some((kind) => kind === value) ?? false;
  reply.after.push(
    isKind
      ? say(turn, 'notServedKind', referralTexts.kind)
      : say(turn, 'notServedPlace', referralTexts.place, asName(value)),
  );
  const served = turn.pack.serves?.areas?.slice(0, areasTold).join(', ') || turn.pack.market?.cities[0];
  if (!isKind && served !== undefined) reply.after.push(say(turn, 'weServe', referralTexts.weServe, served));
  notifyTeamOnce(
    turn,
    'not-served',
    `Wants ${isKind ? `a kind of home you don’t handle: ${value}` : `a home in ${value}, outside your service area`}`,
    2,
  );
  escalate(turn, 'not-served', 'normal');
  turn.effects.push({ kind: 'tag', add: ['Human-Follow-Up-Needed'], remove: [] });
  state.at = 'REFERRED';
  return askContact(turn, reply, '');
}

/** "dallas" as it is written. */
const asName = (place: string): string => place.replace(/(?<![\p{L}'])\p{Ll}/gu, (letter) => letter.toUpperCase());

/** Ends the search for a colleague when the visitor gives up ("Forget it, we rent another year"), though the talk waits for one. */
function leaveReferred(turn: StepContext, reply: Reply): Effect[] {
  const waits = turn.state.mode === 'waiting';
  turn.effects.push({ kind: 'unflag', flag: 'not-served' });
  escalationGoesTo(turn, 'closed');
  const effects = close(turn, reply, 'changed-mind');
  return waits ? [...effects, { kind: 'wait', reason: 'changed-mind' }] : effects;
}

function askContact(turn: StepContext, reply: Reply, otherwise: string): Effect[] {
  const move = contactMove(turn);
  if (move?.kind !== 'ask') return end(turn, finishReply(turn, reply, otherwise), 'not-served');
  putQuestion(turn, reply, move.question, { question: null, unwilling: false, stall: null, topics: [], facts: [] });
  const spoken = [...finishReply(turn, reply, ''), ...wait(turn, 'not-served')];
  turn.state.ended = 'not-served';
  return spoken;
}
