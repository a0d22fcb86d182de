import { isGentle } from '../state/gentle.ts';
import { answerOf, languageOf, type StepContext, say } from '../state/stepContext.ts';
import { acknowledgements, heardTexts, reachTexts, visitByTeam, visitHere } from './acknowledgeTexts.ts';
import { dollars } from './monthlyPayment.ts';
import { reachWords } from './reachWords.ts';

const order = ['name', 'phone', 'email', 'motivation', 'budget', 'price', 'preApproval', 'intent'];

/** One short sentence about what was just learned; empty when nothing was. */
export function acknowledge(turn: StepContext): string {
  // Name and contact are acknowledged before the wish that they belong to.
  const person = ['name', 'phone', 'email'].find((slot) => turn.filled.includes(slot));
  // Their sums and reasons are not read back to somebody in trouble.
  if (person === undefined && isGentle(turn.state.situation)) return '';
  if (person === undefined && turn.filled.includes('visit') && turn.state.said['ack:visit'] === undefined)
    return say(turn, 'ack:visit', turn.pack.books ? visitHere : visitByTeam);
  // "Text me at 512 …": the way is confirmed beside the number.
  const reach = acknowledgeReach(turn);
  if (reach !== '') return person === undefined ? reach : `${acknowledgeSlot(turn, person)} ${reach}`;
  const isWritten = ['text', 'email'].includes(String(answerOf(turn.state, 'contactBy')));
  if (person !== undefined && isWritten && turn.changed.includes('contactBy'))
    return [acknowledgeSlot(turn, person), acknowledgeSlot(turn, 'contactBy')].join(' ');
  const slot =
    order.find((name) => turn.filled.includes(name)) ??
    turn.filled.find((name) => name !== 'first' && name !== 'visit' && name !== 'home' && name !== 'limits');
  // The words for a new wish announce the bot that is for it.
  if (slot === 'intent' && turn.blocked !== null && turn.state.bot !== 'lead') return acknowledgeSlot(turn, 'other');
  if (slot === undefined) return '';
  const own = slot in acknowledgements || `${slot}:${String(answerOf(turn.state, slot))}` in acknowledgements;
  const heard = own && turn.changed.length < 2 ? '' : heardWords(turn);
  return heard === '' ? acknowledgeSlot(turn, slot) : say(turn, 'ack:heard', heardTexts, heard);
}

/** All of how they want to be reached, where they have just named limits, or more than one of them. */
export function acknowledgeReach(turn: StepContext): string {
  const isNew = turn.changed.includes('limits') || turn.changed.includes('contactBy');
  const parts = isNew ? reachWords(turn) : [];
  const isPlain = parts.length < 2 && !turn.changed.includes('limits');
  return isPlain || parts.length === 0 ? '' : say(turn, 'ack:reach', reachTexts, capitalised(parts.join(', ')));
}

/** Facts that a brief Jorge does not repeat: those of the search or of the home, never a person's trouble or how to reach them. */
const plainFacts: ReadonlySet<string> = new Set([
  ...['budget', 'price', 'beds', 'baths', 'homeBeds', 'homeBaths', 'area', 'address', 'timeline', 'features'],
  ...['preApproval', 'condition'],
]);
/** Whether the next question may stand alone, as the brokerage wants it, where all that was learned are such facts. */
export const mayGoUnsaid = ({ pack, state, filled, calledOff }: StepContext): boolean =>
  pack.tone === 'brief' &&
  calledOff === null &&
  !isGentle(state.situation) &&
  (state.before === null || state.visitorMessages > 1) &&
  filled.length > 0 &&
  filled.every((slot) => plainFacts.has(slot));

const mostHeard = 3;

/** The figures that were learned: "3 bedrooms, up to $450,000". Words are never quoted back: a piece of a sentence reads as a misunderstanding. */
function heardWords(turn: StepContext): string {
  const spanish = languageOf(turn.state) === 'es';
  const parts = [...new Set(turn.changed)]
    .map((slot) => {
      const value = answerOf(turn.state, slot);
      if ((slot === 'beds' || slot === 'homeBeds') && typeof value === 'number')
        return `${value} ${spanish ? (value === 1 ? 'recámara' : 'recámaras') : value === 1 ? 'bedroom' : 'bedrooms'}`;
      if ((slot === 'baths' || slot === 'homeBaths') && typeof value === 'number')
        return `${value} ${spanish ? 'baños' : value === 1 ? 'bath' : 'baths'}`;
      const sum = dollarsWords(turn, value);
      if (sum === '') return '';
      if (slot === 'mortgageBalance') return `${sum} ${spanish ? 'por pagar' : 'still owed'}`;
      return slot === 'rent' ? `${sum} ${spanish ? 'al mes' : 'a month'}` : sum;
    })
    .filter((part) => part !== '')
    .slice(0, mostHeard)
    .map((part, at) => (at === 0 ? part : part.charAt(0).toLowerCase() + part.slice(1)));
  return parts.length === 0 ? '' : capitalised(parts.join(', '));
}

/** A short sentence about one slot that has its answer; empty when there are no words for it. */
export function acknowledgeSlot(turn: StepContext, slot: string): string {
  const answer = answerOf(turn.state, slot);
  // By the first name: the whole one is for the file.
  const value = slot === 'name' && typeof answer === 'string' ? capitalised(answer.split(' ', 1)[0] as string) : answer;
  const key =
    [`${slot}:${typeof value === 'string' ? value : ''}`, slot].find((name) => name in acknowledgements) ?? 'other';
  const wordings = acknowledgements[key];
  return wordings
    ? say(turn, `ack:${key}`, wordings, typeof value === 'string' ? value : dollarsWords(turn, value))
    : '';
}

const capitalised = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** An amount or a range of amounts as people say it; empty for everything else. */
export function dollarsWords(turn: StepContext, value: unknown): string {
  if (typeof value !== 'object' || value === null || !('maxCents' in value)) return '';
  const { minCents, maxCents } = value as { minCents: number | null; maxCents: number | null };
  const spanish = languageOf(turn.state) === 'es';
  if (minCents === null && maxCents !== null) return `${spanish ? 'Hasta' : 'Up to'} ${dollars(maxCents)}`;
  if (maxCents === null && minCents !== null) return `${spanish ? 'Desde' : 'From'} ${dollars(minCents)}`;
  if (minCents === null || maxCents === null) return '';
  return minCents === maxCents
    ? dollars(minCents)
    : `${dollars(minCents)} ${spanish ? 'a' : 'to'} ${dollars(maxCents)}`;
}
