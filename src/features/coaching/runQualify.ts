import type { EntryData } from '../../contract/log/entry.ts';
import type { Slot } from '../../contract/log/parts.ts';
import { type RecordName, recordName } from '../../contract/vocabulary.ts';
import { isoOf } from '../../kernel/clock.ts';
import { HubError } from '../../kernel/hubError.ts';
import { mergeRead } from '../bots/understand/mergeRead.ts';
import { slotValueOf } from '../bots/understand/slotForms.ts';
import type { Task } from '../llm/ports.ts';
import { coachActor } from './actor.ts';
import { type Doubt, type QualifyAnswer, qualifyAnswer } from './answers.ts';
import type { CoachContext, QualifyBrief } from './coachContext.ts';
import type { CoachingDeps, StaffRequest, Started } from './deps.ts';
import { findQuote } from './findQuote.ts';
import { qualifySystem, talkPrompt } from './prompts.ts';
import { qualifyInProse } from './qualifyInProse.ts';
import { readinessOf, toAskOf } from './slotWords.ts';
import { superseding } from './supersede.ts';
import { finishing, openForStaff, writeForStaff } from './writeForStaff.ts';

export const qualifyTask: Task<QualifyBrief> = {
  name: 'qualify',
  version: 4,
  tier: 'large',
  criticality: 'staff-auto',
  system: qualifySystem,
  schema: qualifyAnswer,
  maxTokens: 1500,
  timeoutMs: 60_000,
  rescue: ({ say }) => (say === null ? null : { say, slots: [], doubts: [] }),
  offline: qualifyInProse,
};

/**
 * Opens a qualification stream for staff, in place of one that runs. Where the reading fills a slot that nobody had answered, with
 * words that really stand in the talk, `qualification-changed` follows.
 * @throws HubError NOT_FOUND: there is no such conversation
 */
export async function runQualify(deps: CoachingDeps, request: StaffRequest): Promise<Started> {
  if (request.cause !== undefined) await deps.admit(request.tenantId, request.cause.principalId);
  const talk = await deps.readTalk(request.tenantId, request.conversationId);
  if (talk === null) throw new HubError('NOT_FOUND');
  const brief: QualifyBrief = { talk };
  const writer = await superseding(deps, request.conversationId, 'qualify', () =>
    openForStaff(deps, request, 'qualify'),
  );
  const finished = finishing(deps, writer, async () => {
    const { end, result } = await writeForStaff(deps, request, talk, writer, {
      task: qualifyTask,
      prompt: talkPrompt(talk),
      brief,
    });
    const answer = result === null ? null : (result.answer as QualifyAnswer | null);
    if (answer === null) return end;
    // The rules may have learned more while the model wrote: their present values win.
    const now = (await deps.readTalk(request.tenantId, request.conversationId)) ?? talk;
    const data = readAgain(now, answer, isoOf(deps.clock.now()));
    if (data !== null) await tell(deps, request, data, writer.streamId);
    return end;
  });
  return { streamId: writer.streamId, finished };
}

/** The changes of a model's reading: slots that it fills, and values that it doubts. Null: none. */
export function readAgain(
  talk: CoachContext,
  { slots, doubts }: Pick<QualifyAnswer, 'slots' | 'doubts'>,
  at: string,
): EntryData<'qualification-changed'> | null {
  const filled = fillUnknown(talk, slots, at);
  const contradictions = doubted(talk, doubts);
  if (filled === null && contradictions.length === 0) return null;
  const { answered, total, missing } = talk;
  const data = filled ?? { slots: talk.slots, answered, total, missing: [...missing] };
  return {
    ...data,
    readiness: readinessOf(data),
    toAsk: toAskOf(data.missing),
    ...(contradictions.length === 0 ? {} : { contradictions }),
  };
}

/** Tells the team what a model doubts of what is known; nothing where it doubts nothing. */
export async function tellDoubts(
  deps: Pick<CoachingDeps, 'append' | 'clock'>,
  request: StaffRequest,
  talk: CoachContext,
  doubts: readonly Doubt[],
  streamId: string,
): Promise<void> {
  const data = readAgain(talk, { slots: [], doubts: [...doubts] }, isoOf(deps.clock.now()));
  if (data !== null) await tell(deps, request, data, streamId);
}

async function tell(
  deps: Pick<CoachingDeps, 'append'>,
  { tenantId, conversationId, cause }: StaffRequest,
  data: EntryData<'qualification-changed'>,
  streamId: string,
): Promise<void> {
  await deps.append(tenantId, conversationId, {
    type: 'qualification-changed',
    data,
    actor: coachActor,
    ...(cause === undefined ? {} : { cause }),
    onceKey: `${streamId}:qualification`,
  });
}

/** A doubt counts where it is about something that is known, and rests on words of the lead's. */
export function doubted(
  { slots, lines }: Pick<CoachContext, 'slots' | 'lines'>,
  doubts: readonly Doubt[],
): NonNullable<EntryData<'qualification-changed'>['contradictions']> {
  return doubts.flatMap(({ slot, says, quote }) => {
    const name = recordName.safeParse(slot);
    const evidence = findQuote(lines, quote, 'lead');
    return name.success && slots[slot]?.state === 'answered' && evidence !== null
      ? [{ slot: name.data, says, evidence: [evidence] }]
      : [];
  });
}

/**
 * The slots with what the model may add: only to a slot that is asked for and unknown, only with words the lead said, only where
 * its words are a value of that slot. Its confidence is null, for nothing measures it. Null when nothing changed. `at`: now, ISO.
 */
export function fillUnknown(
  talk: CoachContext,
  read: QualifyAnswer['slots'],
  at: string,
): EntryData<'qualification-changed'> | null {
  const found: Partial<Record<RecordName, Slot>> = {};
  for (const { slot, value: words, quote } of read) {
    const name = talk.missing.find((one) => one === slot);
    if (name === undefined || found[name] !== undefined) continue;
    const value = slotValueOf(name, words, at);
    const evidence = value === null ? null : findQuote(talk.lines, quote, 'lead');
    if (evidence !== null) found[name] = { value, state: 'answered', confidence: null, evidence: [evidence] };
  }
  const slots = mergeRead(talk.slots, found);
  if (slots === null) return null;
  const filled = talk.missing.filter(
    (name) => found[name] !== undefined && slots[name]?.state !== talk.slots[name]?.state,
  );
  return {
    slots,
    answered: talk.answered + filled.length,
    total: talk.total,
    missing: talk.missing.filter((name) => !filled.includes(name)),
    read: filled,
  };
}
