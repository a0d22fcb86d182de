import type { ContactWay, RiskTier } from '../../../src/contract/interventions.ts';
import type { InterventionAnswer } from '../../../src/contract/rest/interventions.ts';

export const tierLabels: Record<RiskTier, string> = {
  critical: 'Very likely to be lost',
  high: 'Likely to be lost',
  medium: 'May be lost',
};

/** How they would hear from the team. */
export const wayWords: Record<ContactWay, string> = {
  sms: 'Goes out as a text message',
  email: 'Goes out as an email',
  call: 'Becomes a task for you: call them',
  write: 'Becomes a task for you: email them',
};
const sends: Record<ContactWay, boolean> = { sms: true, email: true, call: false, write: false };
export const approveWords = (way: ContactWay): string => (sends[way] ? 'Send' : 'Add task');

/** The outcome of a decision, as far as the desk has heard of it. */
export function decidedWords({ state, way }: Pick<InterventionAnswer, 'state' | 'way'>): string {
  if (state === 'sent') return 'Sent. You have the conversation now.';
  if (state === 'tasked')
    return `Not sent: ${way === 'call' ? 'calling' : 'emailing'} them is a task of yours for tomorrow, and the words are in a note.`;
  if (state === 'rejected') return 'Dismissed.';
  return 'No longer open.';
}

export const silentWords = (days: number): string => `${days} ${days === 1 ? 'day' : 'days'} without a word from them`;
