import { joinWords } from '../../kernel/joinWords.ts';
import type { QualifyAnswer } from './answers.ts';
import type { QualifyBrief } from './coachContext.ts';
import { calledOf, questionFor, valueWords } from './slotWords.ts';

/** Says what is known and what is missing, with the figures of the slots alone. Fills nothing: the rules have read already. */
export function qualifyInProse({ talk }: QualifyBrief): QualifyAnswer {
  const known: string[] = [];
  const declined: string[] = [];
  const held = Object.entries(talk.slots).filter(([, slot]) => slot.state === 'answered').length;
  for (const [name, slot] of Object.entries(talk.slots)) {
    // Their intent is not among what a buyer or a seller is asked for, and is not counted there.
    if (held > talk.answered && (name === 'intent' || name === 'first')) continue;
    if (slot.state === 'declined') declined.push(calledOf(name));
    if (slot.state !== 'answered') continue;
    const words = valueWords(slot, talk.lines);
    known.push(words === null ? calledOf(name) : `${calledOf(name)} (${words})`);
  }
  const missing = talk.missing.map(calledOf);
  const sentences = [
    known.length === 0
      ? 'Nothing is known about this lead yet.'
      : `Known (${talk.answered} of ${talk.total}): ${joinWords(known, 'and')}.`,
  ];
  if (declined.length > 0) sentences.push(`They declined to say: ${joinWords(declined, 'and')}.`);
  const first = talk.missing[0];
  if (talk.total === 0) sentences.push('It’s not yet clear whether they want to buy or sell.');
  else if (first === undefined) sentences.push('Nothing is missing: agree on the next step.');
  else {
    sentences.push(`${capitalised(joinWords(missing, 'and'))} ${missing.length === 1 ? 'is' : 'are'} still missing.`);
    sentences.push(`Ask next: ${questionFor(first)}`);
  }
  return { say: sentences.join(' '), slots: [], doubts: [] };
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
