import type { OptOutLanguage, Span } from '../../reading/model.ts';
import { channels } from '../../reading/optOut/readChannelWish.ts';
import { asksForDeletion } from '../../reading/optOut/readDeletion.ts';
import { optOutLanguagesOf, readOptOut } from '../../reading/optOut/readOptOut.ts';
import { dropCarried } from '../say/introduce.ts';
import { optedOut } from '../say/optOutTexts.ts';
import { replyWith } from '../say/reply.ts';
import { rightsTexts } from '../say/rightsTexts.ts';
import type { BotEvent, BotState, Effect, VisitorMessage } from '../state/protocol.ts';
import { languageOf, type StepContext, say, sayFrom } from '../state/stepContext.ts';
import { fillContact } from '../track/contact.ts';
import { answerByWords, openDeletionRequest } from '../track/dataRequests.ts';

/** The words of a message by which the visitor opts out. */
export interface OptOut extends Span {
  message: VisitorMessage;
}

/** The language of the opt-out: the talk's own if its words may be of it, else the first they may be of; null when they are of none. */
export function optOutLanguage(text: string, { language }: BotState): OptOutLanguage | null {
  const may = optOutLanguagesOf(text);
  return may.find((one) => language.startsWith(one)) ?? may[0] ?? null;
}

/** Where the words told no language: that of the talk, or of the visitor's browser. */
const confirmedIn = (state: BotState): OptOutLanguage => {
  const [language = ''] = state.language.split('-');
  return language in optedOut ? (language as OptOutLanguage) : languageOf(state);
};

const suppressAll = ({ message, start, end }: OptOut): Effect => ({
  kind: 'suppress',
  channels: [...channels],
  evidence: { log: message.log, seq: message.seq, start, end },
  said: message.text,
  reason: 'visitor opted out',
});

/** The effects of an opt-out that must hold whatever else fails: computed from the words alone. Empty when nobody opts out. */
export function optOutAlone({ booking }: BotState, happened: readonly BotEvent[]): Effect[] {
  const cancelIsAppointment = booking.appointment !== null;
  for (const message of happened) {
    if (message.kind !== 'visitor-message') continue;
    const out = readOptOut(message.text, { cancelIsAppointment });
    if (out === null) continue;
    return [
      suppressAll({ message, start: out.start, end: out.end }),
      { kind: 'flag', flag: 'opted-out', reason: 'Opted out of messages' },
    ];
  }
  return [];
}

/**
 * Stops everything at once: the channels, consents from the same message, the reminders. Each time that they ask for it, it is confirmed in
 * words without an offer. A number or an address that they name is closed with the rest.
 */
export function optOut(turn: StepContext, { message, start, end }: OptOut): Effect[] {
  const { state } = turn;
  fillContact(turn, message);
  const suppress = suppressAll({ message, start, end });
  const alsoDeletes = asksForDeletion(message.text);
  if (alsoDeletes) openDeletionRequest(turn, message);
  state.ended = 'opted-out';
  state.at = 'OPTED_OUT';
  state.asked = null;
  state.consented = [];
  state.consentShown = null;
  // A consent from the same message would be stored after the opt-out, and outlive it.
  turn.effects = turn.effects.filter(({ kind }) => kind !== 'consent');
  turn.effects.push({ kind: 'tag', add: ['TCPA-Opt-Out', 'AI-Off'], remove: [] });
  turn.effects.push({ kind: 'flag', flag: 'opted-out', reason: 'Opted out of messages' });
  const { appointment } = state.booking;
  if (appointment !== null) turn.effects.push({ kind: 'drop-reminders', appointmentId: appointment.appointmentId });
  if (state.mode === 'human') return [suppress];
  const confirmed = sayFrom(turn, 'optedOut', optedOut[confirmedIn(state)]);
  // A message that asks for both is answered on both.
  const text = alsoDeletes
    ? `${confirmed} ${say(turn, 'deletion', rightsTexts.deletion, answerByWords(turn))}`
    : confirmed;
  state.unansweredSeq = null;
  state.pending = [];
  dropCarried(turn);
  state.mode = 'waiting';
  state.rests = true;
  return [
    replyWith(turn, text),
    suppress,
    // Also where a person was waited for: nobody is any more.
    { kind: 'wait', reason: 'opted-out' },
  ];
}

/** Serves a visitor again who opted out and now wants something here; nobody may contact them all the same. */
export function serveAgain(turn: StepContext): void {
  const { state } = turn;
  state.ended = null;
  state.at = state.bot === 'lead' ? 'NEW' : 'QUALIFY';
  state.before = { ...state.before, suppressedAt: turn.at };
}

/** START: the suppression is lifted, confirmed once, and the talk is open again where it was. */
export function optIn(turn: StepContext, message: VisitorMessage): Effect[] {
  const { state } = turn;
  const evidence = { log: message.log, seq: message.seq, start: 0, end: message.text.length };
  const lift: Effect = { kind: 'lift', evidence, said: message.text };
  if (state.ended === 'opted-out') {
    state.ended = null;
    state.at = state.bot === 'lead' ? 'NEW' : 'QUALIFY';
  }
  if (state.before !== null) {
    const { suppressedAt: _, ...before } = state.before;
    state.before = before;
  }
  turn.effects.push(
    { kind: 'tag', add: [], remove: ['TCPA-Opt-Out', 'AI-Off'] },
    { kind: 'unflag', flag: 'opted-out' },
  );
  if (state.mode === 'human') return [lift];
  const reply = replyWith(turn, say(turn, 'optedIn', rightsTexts.optedIn));
  state.unansweredSeq = null;
  state.pending = [];
  dropCarried(turn);
  const effects: Effect[] = [reply, lift];
  if (state.mode !== 'waiting') return effects;
  state.mode = 'bot';
  return [...effects, { kind: 'unflag', flag: 'waiting' }, { kind: 'resume', reason: 'opted-in' }];
}
