import { agreesOutright, readYesNo } from '../../reading/dialogue/readYesNo.ts';
import { saysNoAgent } from '../../reading/person/readRole.ts';
import { comesAlone, readShowingPath, wantsNoAgent } from '../../reading/person/readShowingPath.ts';
import { aloneQuestion, showingChoices } from '../say/bookingTexts.ts';
import { answerOf, fill, fillRead, type StepContext } from '../state/stepContext.ts';
import { chosenFrom, type MessageReading } from '../understand/readMessage.ts';
import { isAgreed } from '../understand/understand.ts';

/**
 * Fills whether another agent represents them, how they want to be shown a home, who decides with them, and how many homes it is about.
 * Sets `reading.role` where they choose an agent of their own.
 */
export function trackRepresentation(turn: StepContext, reading: MessageReading): void {
  const { message, asked, role } = reading;
  if (reading.signed && asked !== 'represented') fill(turn, 'represented', true, message);
  else if (asked === 'represented') {
    const answer = readYesNo(message.text);
    // "Ok" to something else signs nothing.
    const isLoose = answer?.value === true && message.choiceId === undefined && !agreesOutright(message.text);
    const said =
      reading.signed && answer?.value !== false
        ? { value: true, start: 0, end: message.text.length }
        : isLoose
          ? null
          : answer;
    fillRead(turn, 'represented', said, message);
  } else if (role !== 'represented' && saysNoAgent(message.text)) fill(turn, 'represented', false, message);
  if (asked === 'showing' || asked === 'showingAlone') trackShowingPath(turn, reading, asked);
  else if (wantsShowing(turn, reading) && choosesUnasked(reading)) fill(turn, 'showing', 'unrepresented', message);
  else if (reading.role === null && wantsShowing(turn, reading) && namesNobody(message.text)) leanAlone(turn);
  if (reading.objection === 'authority_decision_maker') fill(turn, 'authority', 'shared', message);
  fillRead(turn, 'homes', reading.manyHomes, message);
}

/** With whom they want to be shown a home. An agent of their own is asked about further. */
function trackShowingPath(turn: StepContext, reading: MessageReading, asked: 'showing' | 'showingAlone'): void {
  const { message } = reading;
  // The sentence names them in another order than the buttons: "the third one" is read by its words.
  const pressed =
    message.choiceId === undefined
      ? null
      : chosenFrom(reading, asked === 'showing' ? showingChoices : aloneQuestion.choices);
  const agreed = asked === 'showingAlone' && agreesOutright(message.text) ? ('unrepresented' as const) : null;
  const said = pressed === null ? (readShowingPath(message.text) ?? agreed) : null;
  const path = pressed?.value ?? (said !== null && isAgreed(reading, said) ? said : null);
  if (path === 'own-agent') reading.role = 'represented';
  else if (path !== null) fill(turn, 'showing', path, message);
  // After another question first, we ask the same again, without listing all the ways.
  else if (asked === 'showing' ? wantsNoAgent(message.text) : reading.question !== null) leanAlone(turn);
}

/**
 * "Saturday at 2, without representation": the law's own words settle its question before it is put. Words that only come near to them do
 * not, nor words that a model reads as something else.
 */
function choosesUnasked({ message, isReadByModel, understood }: MessageReading): boolean {
  const isByModel = understood?.slots.some(({ name, value }) => name === 'showing' && value === 'unrepresented');
  return (
    readShowingPath(message.text) === 'unrepresented' &&
    /represent/i.test(message.text) &&
    (!isReadByModel || isByModel === true)
  );
}

/** Nobody comes along, said before the law's question explained the ways: it is then asked about by that way's name. */
const namesNobody = (text: string): boolean =>
  saysNoAgent(text) || comesAlone(text) || readShowingPath(text) === 'unrepresented';
const wantsShowing = ({ state }: StepContext, { requests }: MessageReading): boolean =>
  requests.viewing || (answerOf(state, 'visit') === 'viewing' && answerOf(state, 'showing') === undefined);

function leanAlone({ state }: StepContext): void {
  state.booking = { ...state.booking, leansAlone: true };
}
