import { asksForLanguage, leansTo, readLanguage } from '../../reading/text/readLanguage.ts';
import { languageOf, type StepContext } from '../state/stepContext.ts';
import type { Understood } from '../understand/understand.ts';

const briefWords = 4;
/** Sticky, but two messages in a row that are plainly of the other language change it, however short they are. Where a model read it, it says. */
export function changeLanguage(turn: StepContext, text: string, understood: Understood | undefined): void {
  const { state } = turn;
  const current = languageOf(state);
  const other = current === 'en' ? 'es' : 'en';
  if (understood?.offline !== undefined) {
    if (understood.reading.language !== current) state.language = other;
    turn.switched ||= state.visitorMessages > 1 && understood.reading.language !== current;
    return;
  }
  const first = state.visitorMessages === 1;
  const last = state.recent.at(-1);
  const both = last !== undefined && leansTo(last, current) === other && leansTo(text, current) === other;
  const changes = both || readLanguage(text, current, first) === other;
  if (changes) state.language = other;
  // A longer message in the other language is about something, and is answered in it.
  const isBrief = text.trim().split(/\s+/).length <= briefWords;
  turn.switched ||= asksForLanguage(text) || (!first && changes && isBrief);
}
