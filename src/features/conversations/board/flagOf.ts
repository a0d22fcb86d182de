import type { FlagChange } from '../../../contract/log/parts.ts';
import type { FlagKind } from '../../../contract/teamVocabulary.ts';

const reasonChars = 200;

/** A flag to raise; its reason is cut to what a row can show. */
export const flagOf = (kind: FlagKind, reason: string): Extract<FlagChange, { add: unknown }> => ({
  add: { kind, reason: reason.slice(0, reasonChars) },
});
