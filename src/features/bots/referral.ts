import { readAreas } from '../reading/readArea.ts';
import { readHomeKind, speaksOfOneDeal } from '../reading/readHomeKind.ts';
import { readWantedPlaces } from '../reading/readWantedPlaces.ts';
import { acknowledge } from './acknowledge.ts';
import { contactMove } from './contact.ts';
import { close } from './endTalk.ts';
import type { Heard } from './hear.ts';
import type { Effect } from './protocol.ts';
import { putQuestion } from './putQuestion.ts';
import { end, finishReply, type Reply, wait } from './reply.ts';
import { standingOf } from './serves.ts';
import { bridge, referralTexts } from './situationTexts.ts';
import { answerOf, escalate, escalationGoesTo, fill, say, type Turn, tellTeam } from './turn.ts';
import type { Wishes } from './wishes.ts';

const asksWhere: ReadonlySet<string> = new Set(['area', 'address']);
/** As many as make one short sentence. */
const areasTold = 3;
const noCities: readonly string[] = [];
/**
 * Notes what the brokerage does not serve, by its own settings alone: a place that is clearly named and clearly outside, or a kind of home.
 * Never by price or by anything about the person. Where any of it may be served, nothing is noted, and what was noted falls away.
 */
export function hearNotServed(turn: Turn, heard: Heard): void {
  const { pack, state } = turn;
  const { message, asked } = heard;
  const { text } = message;
  const asksOfPlaces =
    heard.reading?.questions.some(({ about }) => about === 'homes' || about === 'brokerage') ||
    heard.reading?.acts.includes('wants-homes');
  const isAsked = asksWhere.has(asked ?? '') || asksOfPlaces === true;
  const places = readWantedPlaces(text, { cities: pack.market?.cities ?? noCities, asked: isAsked });
  const [place] = places;
  if (place !== undefined) {
    const isOutside = places.every(({ value }) => standingOf(value, pack) === 'outside');
    const others = readAreas(text, pack.areas)?.value.split(', ') ?? [];
    const named = new Set(places.map(({ value }) => value.name.toLowerCase()));
    if (isOutside && others.every((area) => named.has(area.toLowerCase()))) {
      const words = text.slice(place.start, place.end);
      fill(turn, 'notServed', words, message, place);
      // "Do you sell in Dallas?" is answered with it.
      if (heard.question?.includes(words)) heard.question = null;
    } else {
      forget(turn);
      const outside = places.find(({ value }) => standingOf(value, pack) === 'outside');
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

function forget(turn: Turn): void {
  const { notServed, ...slots } = turn.state.slots;
  if (notServed === undefined) return;
  turn.state.slots = slots;
  turn.filled = turn.filled.filter((slot) => slot !== 'notServed');
}

/**
 * What is not served is said so, a person is asked to look for a colleague, and the bot falls silent with one question left: where to
 * reach them. Facts are still answered; a wish for a place that is served goes on as if nothing had been.
 */
export function refer(turn: Turn, reply: Reply, wishes: Wishes): Effect[] | null {
  const { state } = turn;
  const value = answerOf(state, 'notServed');
  if (state.at === 'REFERRED' && wishes.changedMind && wishes.question === null) return leaveReferred(turn, reply);
  if (state.at === 'REFERRED') {
    if (value !== undefined) return goOnReferred(turn, reply, wishes);
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
  tellTeam(
    turn,
    'not-served',
    `Wants ${isKind ? `a kind of home not handled: ${value}` : `a home in ${value}, outside the areas served`}`,
    2,
  );
  escalate(turn, 'not-served', 'normal');
  turn.effects.push({ kind: 'tag', add: ['Human-Follow-Up-Needed'], remove: [] });
  state.at = 'REFERRED';
  return askContact(turn, reply, '');
}

/** "dallas" as it is written. */
const asName = (place: string): string => place.replace(/(?<![\p{L}'])\p{Ll}/gu, (letter) => letter.toUpperCase());

/** "Forget it, we rent another year": nobody is to look for a colleague any more, though the talk waits for one. */
function leaveReferred(turn: Turn, reply: Reply): Effect[] {
  const waits = turn.state.mode === 'waiting';
  turn.effects.push({ kind: 'unflag', flag: 'not-served' });
  escalationGoesTo(turn, 'closed');
  const effects = close(turn, reply, 'changed-mind');
  return waits ? [...effects, { kind: 'wait', reason: 'changed-mind' }] : effects;
}

function goOnReferred(turn: Turn, reply: Reply, wishes: Wishes): Effect[] {
  reply.nice = acknowledge(turn);
  return askContact(turn, reply, wishes.question === null && reply.nice === '' ? say(turn, 'bridge', bridge) : '');
}

function askContact(turn: Turn, reply: Reply, otherwise: string): Effect[] {
  const move = contactMove(turn);
  if (move?.kind !== 'ask') return end(turn, finishReply(turn, reply, otherwise), 'not-served');
  putQuestion(turn, reply, move.question, { question: null, unwilling: false });
  const spoken = [...finishReply(turn, reply, ''), ...wait(turn, 'not-served')];
  turn.state.ended = 'not-served';
  return spoken;
}
