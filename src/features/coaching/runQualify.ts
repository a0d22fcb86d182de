import type { EntryData } from '../../contract/entries.ts';
import { HubError } from '../../kernel/hubError.ts';
import { coachActor } from './actor.ts';
import { type QualifyAnswer, qualifyAnswer } from './answers.ts';
import { findQuote } from './findQuote.ts';
import type { CoachingParts, StaffRequest, Started } from './parts.ts';
import { qualifySystem, talkPrompt } from './prompts.ts';
import { superseding } from './supersede.ts';
import type { QualifyBrief, Talk } from './talk.ts';
import { finishing, openForStaff, writeForStaff } from './writeForStaff.ts';

const maxTokens = 1500;

/**
 * Opens a qualification stream for staff, in place of one that runs. Where the reading fills a slot that nobody had
 * answered, with words that really stand in the talk, `qualification-changed` follows. `NOT_FOUND` when there is no such
 * conversation.
 */
export async function runQualify(parts: CoachingParts, request: StaffRequest): Promise<Started> {
  const talk = await parts.readTalk(request.tenantId, request.conversationId);
  if (talk === null) throw new HubError('NOT_FOUND');
  const brief: QualifyBrief = { talk };
  const writer = await superseding(parts, request.conversationId, 'qualify', () =>
    openForStaff(parts, request, 'qualify'),
  );
  const finished = finishing(parts, writer, async () => {
    const { end, result } = await writeForStaff(parts, request, talk, writer, {
      task: 'qualify',
      system: qualifySystem,
      prompt: talkPrompt(talk),
      schema: qualifyAnswer,
      maxTokens,
      brief,
      userKey: request.tenantId,
    });
    const answer = result === null ? null : (result.answer as QualifyAnswer | null);
    if (answer === null) return end;
    // The rules may have learnt more while the model wrote: what they know now wins.
    const now = (await parts.readTalk(request.tenantId, request.conversationId)) ?? talk;
    const data = fillUnknown(now, answer.slots);
    if (data !== null) {
      await parts.append(request.tenantId, request.conversationId, {
        type: 'qualification-changed',
        data,
        actor: coachActor,
        ...(request.cause === undefined ? {} : { cause: request.cause }),
        onceKey: `${writer.streamId}:qualification`,
      });
    }
    return end;
  });
  return { streamId: writer.streamId, finished };
}

/**
 * The slots with what the model may add: only to a slot that is asked for and unknown, only with words the lead said.
 * Its confidence is null, for nothing measures it. Null when nothing changed.
 */
export function fillUnknown(talk: Talk, read: QualifyAnswer['slots']): EntryData<'qualification-changed'> | null {
  const slots = { ...talk.slots };
  const filled = new Set<string>();
  for (const { slot: name, value, quote } of read) {
    const unknown = talk.missing.includes(name) && (slots[name]?.state ?? 'unknown') === 'unknown';
    const evidence = unknown && value.trim() !== '' && !filled.has(name) ? findQuote(talk.lines, quote, 'lead') : null;
    if (evidence === null) continue;
    slots[name] = { value: value.trim(), state: 'answered', confidence: null, evidence: [evidence] };
    filled.add(name);
  }
  if (filled.size === 0) return null;
  return {
    slots,
    answered: talk.answered + filled.size,
    total: talk.total,
    missing: talk.missing.filter((name) => !filled.has(name)),
  };
}
