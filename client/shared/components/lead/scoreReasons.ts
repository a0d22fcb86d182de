import type { EntryData } from '../../../../src/contract/log/entry.ts';
import type { Slot } from '../../../../src/contract/log/parts.ts';
import type { RecordName } from '../../../../src/contract/vocabulary.ts';
import { inSentence } from '../../labels/inSentence.ts';
import { slotLabel } from '../../labels/slots.ts';
import { valueWordsOf } from '../../labels/values.ts';

/** More than three are no reasons but a list. */
const mostReasons = 3;
const lacks = /^Not hot without (.+)$/;
const isKnown = (reason: string): boolean => /^\w+: known$/.test(reason);
const isFigure = (reason: string): boolean => /^(Readiness \(FRS\)|Commitment \(PCS\)|Jorge count) /.test(reason);

const financing: Record<string, string> = {
  'pre-approved': 'Pre-approved for a loan',
  cash: 'Paying cash',
  'in-progress': 'Pre-approval in progress',
  none: 'No pre-approval yet',
};
/** Facts that speak for a deal or against it, the weightiest first. */
const telling = ['preApproval', 'timeline', 'visit', 'price', 'budget', 'motivation', 'condition', 'area'] as const;

function factWords(name: (typeof telling)[number], slot: Slot | undefined): string | null {
  if (slot?.state !== 'answered') return null;
  if (name === 'preApproval') return financing[String(slot.value)] ?? null;
  if (name === 'visit') return slot.value === 'call' ? 'Wants a call' : 'Wants a showing';
  // A reason that is on no list tells nothing here.
  if (slot.value === 'other') return null;
  const words = valueWordsOf(name, slot.value);
  return words === null ? null : `${slotLabel(name)}: ${name === 'area' ? words : inSentence(words)}`;
}

/** The three weightiest reasons of a score, in words; the one that keeps it from hot is always among them. */
export function scoreReasons(
  { reasons }: Pick<EntryData<'score-changed'>, 'reasons'>,
  slots: Readonly<Partial<Record<RecordName, Slot>>>,
): string[] {
  const missing = reasons.flatMap((reason) => lacks.exec(reason)?.[1] ?? []).slice(0, 1);
  const words = reasons.filter((reason) => !isKnown(reason) && !isFigure(reason) && !lacks.test(reason));
  const facts = telling.flatMap((name) => factWords(name, slots[name]) ?? []);
  const speak = [...new Set([...words, ...facts])].slice(0, mostReasons - missing.length);
  return [...speak, ...missing.map((what) => `Not hot yet: still missing ${what}`)];
}

/** The figures behind a score, as its version words them. */
export const scoreFigures = ({ reasons }: Pick<EntryData<'score-changed'>, 'reasons'>): string[] =>
  reasons.filter((reason) => isFigure(reason) || lacks.test(reason));
