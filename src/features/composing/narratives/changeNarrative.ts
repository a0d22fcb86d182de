import type { NarrativeAnswer, NarrativeChange } from '../../../contract/rest/narratives.ts';
import { HubError } from '../../../kernel/hubError.ts';
import type { StaffScope } from '../../identity/model.ts';
import type { NarrativeWords } from './model.ts';
import { answerOf, type NarrativeDeps } from './writeNarrative.ts';

type ChangeDeps = Pick<NarrativeDeps, 'narratives' | 'seal' | 'clock'>;

/** A narrative that somebody edited or rated is kept for longer, because its worth can be learned from it. */
const workedOnMs = 90 * 86_400_000;

/** @throws HubError `NOT_FOUND`, also for one that was forgotten or is another tenant's */
export async function readNarrative(
  deps: ChangeDeps,
  { tenantId }: Pick<StaffScope, 'tenantId'>,
  narrativeId: string,
): Promise<NarrativeAnswer> {
  const kept = await deps.narratives.find(tenantId, narrativeId, deps.clock.now());
  const answer = kept === null ? null : answerOf(deps, kept, true);
  if (answer === null) throw new HubError('NOT_FOUND');
  return answer;
}

/**
 * Keeps what a person made of a narrative, how far it is from what was written, and their rating.
 * @throws HubError as `readNarrative`
 */
export async function changeNarrative(
  deps: ChangeDeps,
  scope: Pick<StaffScope, 'tenantId'>,
  narrativeId: string,
  { text, rating }: NarrativeChange,
): Promise<NarrativeAnswer> {
  const { tenantId } = scope;
  const kept = await deps.narratives.find(tenantId, narrativeId, deps.clock.now());
  const opened = kept === null ? null : deps.seal.open(kept.sealed);
  if (opened === null) throw new HubError('NOT_FOUND');
  const words = JSON.parse(opened) as NarrativeWords;
  const edited =
    text === undefined
      ? {}
      : {
          sealed: deps.seal.seal(JSON.stringify({ ...words, editedText: text })),
          distance: wordDistance(words.text, text),
        };
  await deps.narratives.change(tenantId, narrativeId, {
    ...edited,
    ...(rating === undefined ? {} : { rating }),
    expiresAt: deps.clock.now() + workedOnMs,
  });
  return readNarrative(deps, scope, narrativeId);
}

/**
 * How far two texts are apart, 0 to 1: insertions, deletions, and replacements of words (Levenshtein 1965) over the words of the longer
 * one. Quadratic in words: `narrativeLimits.textChars` bounds it.
 */
export function wordDistance(one: string, other: string): number {
  const [a, b] = [one.match(/\S+/g) ?? [], other.match(/\S+/g) ?? []];
  if (a.length === 0 && b.length === 0) return 0;
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (const [at, word] of a.entries()) {
    const next = [at + 1];
    for (const [to, against] of b.entries())
      next.push(
        Math.min(
          (next[to] as number) + 1,
          (row[to + 1] as number) + 1,
          (row[to] as number) + (word === against ? 0 : 1),
        ),
      );
    row = next;
  }
  return Math.round(((row[b.length] as number) / Math.max(a.length, b.length)) * 1000) / 1000;
}
