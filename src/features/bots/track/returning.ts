import type { Slot } from '../../../contract/log/parts.ts';
import { readYesNo } from '../../reading/dialogue/readYesNo.ts';
import { noThatPutsRight } from '../../reading/text/noThatPutsRight.ts';
import { callsOff, cancelsItsDay, movesTime } from '../../reading/time/readPlans.ts';
import { dollarsWords } from '../say/acknowledge.ts';
import type { Booked } from '../state/bookingState.ts';
import type { BotEvent } from '../state/protocol.ts';
import type { Wordings } from '../state/question.ts';
import { answerOf, asAnswer, isOpen, languageOf, type Move, type StepContext } from '../state/stepContext.ts';
import type { MessageReading } from '../understand/readMessage.ts';

const dayMs = 86_400_000;
/** Days for which a known fact is used again. Name, contact and search last long; the time of the move does not. */
const lastsDays: Readonly<Record<string, number>> = {
  ...Object.fromEntries(
    ['name', 'phone', 'email', 'contactBy', 'limits', 'mayCall', 'servicesNotice'].map((slot) => [slot, 365]),
  ),
  ...Object.fromEntries(
    ['intent', 'area', 'budget', 'beds', 'baths', 'preApproval', 'address', 'motivation', 'condition', 'price'].map(
      (slot) => [slot, 180],
    ),
  ),
  ...Object.fromEntries(['represented', 'authority', 'contact', 'timeline'].map((slot) => [slot, 30])),
};
const aboutThePerson: ReadonlySet<string> = new Set([
  'name',
  'phone',
  'email',
  'contactBy',
  'limits',
  'mayCall',
  'contact',
  'servicesNotice',
]);

type PersonKnown = Extract<BotEvent, { kind: 'person-known' }>;

/** A known person writes again: restores the facts that still hold, with the day on which they were said, so that they are not asked again. */
export function restoreKnownFacts(turn: StepContext, known: PersonKnown): void {
  const { state } = turn;
  const slots: Record<string, Slot> = {};
  for (const [name, slot] of Object.entries(known.slots)) {
    const days = lastsDays[name];
    if (days === undefined || slot.state === 'unknown' || slot.before === undefined) continue;
    if (Date.parse(turn.at) - Date.parse(slot.before.at) > days * dayMs) continue;
    if (name === 'intent' && slot.value !== 'buy' && slot.value !== 'sell') continue;
    slots[name] = slot;
  }
  state.slots = { ...slots, ...state.slots };
  state.consented = known.consented;
  const { suppressedAt } = known;
  const intent = answerOf(state, 'intent');
  state.before = {
    ...(typeof intent === 'string' ? { intent } : {}),
    ...(suppressedAt === undefined ? {} : { suppressedAt }),
    ...(known.appointment === undefined ? {} : { standing: appointmentKnown(known.appointment, known.slots) }),
  };
  if (suppressedAt !== undefined) {
    const reason = `Opted out on ${suppressedAt.slice(0, 10)}: no calls, texts, or emails. They started this chat themselves`;
    turn.effects.push({ kind: 'flag', flag: 'opted-out', reason });
  }
}

/** The appointment with what was agreed for its showing, so that moving it asks nothing again. */
function appointmentKnown(appointment: Booked, known: Record<string, Slot>) {
  const { showing, agreement } = known;
  const slots = {
    visit: asAnswer(appointment.meeting),
    ...(showing === undefined ? {} : { showing }),
    ...(agreement === undefined ? {} : { agreement }),
  };
  return { appointment, slots };
}

const ofTheirTime =
  /\b(?:my|our|the|mi|nuestr[ao]|la|el) (?:(?:next|booked|pr[oó]xim[ao]) )?(?:visit|appointment|viewing|showing|tour|call|meeting|cita|visita|llamada)\b/i;

/** Takes an appointment of an earlier talk into this one as soon as the visitor moves it, cancels it or asks about it. */
export function restoreAppointment({ state, at }: StepContext, text: string): void {
  const { before, booking } = state;
  if (before?.standing === undefined || booking.appointment !== null || state.mode === 'human') return;
  const { standing, ...rest } = before;
  const isOfIt = movesTime(text) || callsOff(text) || cancelsItsDay(text) || ofTheirTime.test(text);
  if (!isOfIt || standing.appointment.startsAt <= at) return;
  state.before = rest;
  state.booking = { ...booking, appointment: standing.appointment };
  state.slots = { ...state.slots, ...standing.slots };
}

const isFromBefore = (slot: Slot | undefined): boolean => slot?.before !== undefined && slot.state === 'answered';
const wishesFromBefore = ({ state }: StepContext): string[] =>
  Object.keys(state.slots).filter((name) => !aboutThePerson.has(name) && isFromBefore(state.slots[name]));

/** Asks once whether what they looked for still holds; not when they say by themselves what they want now. */
export function confirmMove(turn: StepContext): Move | null {
  const { state } = turn;
  // A visitor who came to move an appointment is not asked about their search.
  if (state.before === null || state.booking.moving || state.visitorMessages > 1 || state.said['q:still'] !== undefined)
    return null;
  const value = wishInWords(turn);
  const saysItself = turn.changed.some((slot) => !aboutThePerson.has(slot));
  if (value === null || saysItself) return null;
  return { kind: 'ask', question: { id: 'still', wordings: still, value, choices: stillChoices }, at: 'ASK_STILL' };
}

/** "No" to "is that still right?": their earlier wishes are open again, apart from what they say now. */
export function trackReturning(turn: StepContext, { asked, message }: MessageReading): void {
  if (asked !== 'still') return;
  const isChanged = message.choiceId === 'changed' || noThatPutsRight(message.text);
  const said = isChanged ? { value: false } : readYesNo(message.text);
  if (said?.value === false) forget(turn, wishesFromBefore(turn));
  if (said) turn.filled.push('still');
}

/** Drops the old wishes from the talk when the visitor now speaks of another deal than last time. */
export function leaveOldWishes(turn: StepContext): void {
  const then = turn.state.before?.intent;
  const now = answerOf(turn.state, 'intent');
  if (then === undefined || now === undefined || now === then) return;
  forget(turn, wishesFromBefore(turn));
}

function forget(turn: StepContext, names: readonly string[]): void {
  const gone = new Set(names.filter((name) => !turn.changed.includes(name)));
  turn.state.slots = Object.fromEntries(Object.entries(turn.state.slots).filter(([name]) => !gone.has(name)));
}

function wishInWords(turn: StepContext): string | null {
  const { state } = turn;
  const spanish = languageOf(state) === 'es';
  const held = (slot: string) => (isFromBefore(state.slots[slot]) ? answerOf(state, slot) : undefined);
  const intent = held('intent');
  const address = held('address');
  const area = held('area');
  const price = dollarsWords(turn, held('budget')).toLowerCase();
  if (intent === 'sell' || (intent === undefined && address !== undefined && isOpen(state, 'budget'))) {
    const what = typeof address === 'string' ? address : spanish ? 'su casa' : 'your home';
    return spanish ? `pensaba vender ${what}` : `were thinking of selling ${what}`;
  }
  if (intent !== 'buy' && area === undefined && price === '') return null;
  const where = typeof area === 'string' && area !== 'any' ? (spanish ? ` en ${area}` : ` around ${area}`) : '';
  const until = price === '' ? '' : `, ${price}`;
  return spanish ? `buscaba casa${where}${until}` : `were looking for a home${where}${until}`;
}

/** `{value}` is what they looked for. */
export const still: Wordings = {
  en: [
    'Last time you {value}. Is that still right?',
    'When we last talked, you {value}. Is that still the case?',
    'Before, you {value}. Is that still so?',
  ],
  es: [
    'La última vez {value}. ¿Sigue siendo así?',
    'La última vez que hablamos, {value}. ¿Sigue igual?',
    'Antes {value}. ¿Todavía es así?',
  ],
};
const stillChoices = [
  { id: 'same', label: { en: 'Yes, still', es: 'Sí, igual' }, value: true },
  { id: 'changed', label: { en: 'No, that changed', es: 'No, cambió' }, value: false },
];
export const welcomeBack: Wordings = {
  en: ['Good to hear from you again.', 'Welcome back.'],
  es: ['Qué gusto leerle de nuevo.', 'Qué bueno tenerle de vuelta.'],
};
