import type { ConsentRule, ConsentState } from '../../../src/contract/calls.ts';
import type { EntryData } from '../../../src/contract/log/entry.ts';

const stateWords: Record<ConsentState, string> = {
  asked: 'was asked about a transcript',
  given: 'agreed to a transcript',
  refused: 'declined a transcript',
  withdrawn: 'no longer wants a transcript',
};

export const consentWords = ({ party, state }: EntryData<'call-consent-changed'>): string =>
  `${party === 'lead' ? 'The caller' : 'The agent'} ${stateWords[state]}`;

/** The words that an agent reads out to ask for it. */
export const consentToRead: Record<ConsentRule, string> = {
  'all-party': '“I’d like to have this call transcribed so I don’t miss anything. Is that okay with you?”',
  'one-party': '“Just so you know, I’m having this call transcribed so I don’t miss anything.”',
};

/** The ends of a call to choose from. The call's result for the lead is chosen when its conversation is closed. */
export const callOutcomes = ['talked', 'voicemail', 'missed'] as const;
const outcomeLabels: Record<string, string> = { talked: 'We talked', voicemail: 'Voicemail', missed: 'No answer' };
export const callOutcomeLabel = (outcome: string): string => outcomeLabels[outcome] ?? outcome;

/** "0:05", "12:34", "1:02:03". */
export function clockWords(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const two = (value: number): string => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

/** "40 seconds", "12 minutes". */
export function lengthWords(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 90) return seconds === 1 ? '1 second' : `${seconds} seconds`;
  return `${Math.round(seconds / 60)} minutes`;
}
