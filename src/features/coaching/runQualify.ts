import type { EntryData, Slot } from '../../contract/entries.ts';
import { isoOf } from '../../kernel/clock.ts';
import { HubError } from '../../kernel/hubError.ts';
import { mergeRead } from '../bots/mergeRead.ts';
import { slotValueOf } from '../bots/slotForms.ts';
import type { Task } from '../llm/ports.ts';
import { coachActor } from './actor.ts';
import { type QualifyAnswer, qualifyAnswer } from './answers.ts';
import { findQuote } from './findQuote.ts';
import type { CoachingParts, StaffRequest, Started } from './parts.ts';
import { qualifySystem, talkPrompt } from './prompts.ts';
import { qualifyInProse } from './qualifyInProse.ts';
import { superseding } from './supersede.ts';
import type { QualifyBrief, Talk } from './talk.ts';
import { finishing, openForStaff, writeForStaff } from './writeForStaff.ts';

export const qualifyTask: Task<QualifyBrief> = {
  name: 'qualify',
  version: 2,
  tier: 'large',
  criticality: 'staff-auto',
  system: qualifySystem,
  schema: qualifyAnswer,
  maxTokens: 1500,
  timeoutMs: 60_000,
  rescue: ({ say }) => (say === null ? null : { say, slots: [] }),
  offline: qualifyInProse,
};

/**
 * Opens a qualification stream for staff, in place of one that runs. Where the reading fills a slot that nobody had
 * answered, with words that really stand in the talk, `qualification-changed` follows. `NOT_FOUND` when there is no such
 * conversation.
 */
export async function runQualify(parts: CoachingParts, request: StaffRequest): Promise<Started> {
  if (request.cause !== undefined) await parts.admit(request.tenantId, request.cause.principalId);
  const talk = await parts.readTalk(request.tenantId, request.conversationId);
  if (talk === null) throw new HubError('NOT_FOUND');
  const brief: QualifyBrief = { talk };
  const writer = await superseding(parts, request.conversationId, 'qualify', () =>
    openForStaff(parts, request, 'qualify'),
  );
  const finished = finishing(parts, writer, async () => {
    const { end, result } = await writeForStaff(parts, request, talk, writer, {
      task: qualifyTask,
      prompt: talkPrompt(talk, []),
      brief,
    });
    const answer = result === null ? null : (result.answer as QualifyAnswer | null);
    if (answer === null) return end;
    // The rules may have learnt more while the model wrote: what they know now wins.
    const now = (await parts.readTalk(request.tenantId, request.conversationId)) ?? talk;
    const data = fillUnknown(now, answer.slots, isoOf(parts.clock.now()));
    if (data !== null) {
      await parts.append(request.tenantId, request.conversationId, {
        type: 'qualification-changed',
        data,
        actor: coachActor,
        ...(request.cause === undefined ? {} : { cause: request.cause }),
        onceKey: `${writer.streamId}:qualification`,
      });
      await parts.tellBot(request.tenantId, request.conversationId);
    }
    return end;
  });
  return { streamId: writer.streamId, finished };
}

/**
 * The slots with what the model may add: only to a slot that is asked for and unknown, only with words the lead said, only where
 * its words are a value of that slot. Its confidence is null, for nothing measures it. Null when nothing changed. `at`: now, ISO.
 */
export function fillUnknown(
  talk: Talk,
  read: QualifyAnswer['slots'],
  at: string,
): EntryData<'qualification-changed'> | null {
  const found: Record<string, Slot> = {};
  for (const { slot: name, value: words, quote } of read) {
    if (!talk.missing.includes(name) || Object.hasOwn(found, name)) continue;
    const value = slotValueOf(name, words, at);
    const evidence = value === null ? null : findQuote(talk.lines, quote, 'lead');
    if (evidence !== null) found[name] = { value, state: 'answered', confidence: null, evidence: [evidence] };
  }
  const slots = mergeRead(talk.slots, found);
  if (slots === null) return null;
  const filled = Object.keys(found).filter((name) => slots[name]?.state !== talk.slots[name]?.state);
  return {
    slots,
    answered: talk.answered + filled.length,
    total: talk.total,
    missing: talk.missing.filter((name) => !filled.includes(name)),
    read: filled,
  };
}
