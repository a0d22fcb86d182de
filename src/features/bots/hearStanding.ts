import { saysNoAgent } from '../reading/readRole.ts';
import { comesAlone, readShowingPath, wantsNoAgent } from '../reading/readShowingPath.ts';
import { agreesOutright, readYesNo } from '../reading/readYesNo.ts';
import { aloneQuestion, showingQuestion } from './booking/bookingTexts.ts';
import { chosenValue, type Heard } from './hear.ts';
import { fill, type Turn } from './turn.ts';
import { isAgreed } from './understand.ts';

/**
 * Fills whether another agent represents them, how they want to be shown a home, who decides with them, and how many homes it is about.
 * Sets `heard.role` where they choose an agent of their own.
 */
export function hearStanding(turn: Turn, heard: Heard): void {
  const { message, asked, role } = heard;
  const whole = { start: 0, end: message.text.length };
  if (role === 'represented' && heard.signed) fill(turn, 'represented', true, message, whole);
  else if (asked === 'represented') {
    const said =
      heard.signed && readYesNo(message.text)?.value !== false ? { value: true, ...whole } : readYesNo(message.text);
    if (said) fill(turn, 'represented', said.value, message, said);
  } else if (role !== 'represented' && saysNoAgent(message.text)) fill(turn, 'represented', false, message, whole);
  if (heard.requests.viewing && heard.role === null)
    turn.leansAlone ||= saysNoAgent(message.text) || comesAlone(message.text);
  if (asked === 'showing' || asked === 'showingAlone') hearPath(turn, heard, asked);
  if (heard.objection === 'authority_decision_maker') fill(turn, 'authority', 'shared', message, whole);
  if (heard.manyHomes) fill(turn, 'homes', heard.manyHomes.value, message, heard.manyHomes);
}

/** With whom they want to be shown a home. An agent of their own is asked about further. */
function hearPath(turn: Turn, heard: Heard, asked: 'showing' | 'showingAlone'): void {
  const { message } = heard;
  // The sentence names them in another order than the buttons: "the third one" is read by its words.
  const pressed =
    message.choiceId === undefined ? null : chosenValue(heard, asked === 'showing' ? showingQuestion : aloneQuestion);
  const agreed = asked === 'showingAlone' && agreesOutright(message.text) ? ('unrepresented' as const) : null;
  const said = pressed === null ? (readShowingPath(message.text) ?? agreed) : null;
  const path = pressed?.value ?? (said !== null && isAgreed(heard, said) ? said : null);
  if (path === 'own-agent') heard.role = 'represented';
  else if (path !== null) fill(turn, 'showing', path, message, { start: 0, end: message.text.length });
  // Who asks something else first is asked the same thing again, and not with all the ways.
  else turn.leansAlone ||= asked === 'showing' ? wantsNoAgent(message.text) : heard.question !== null;
}
