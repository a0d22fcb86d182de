import { z } from 'zod';
import { HubError } from '../../kernel/hubError.ts';
import { dataBlock } from '../llm/dataBlock.ts';
import type { Task } from '../llm/ports.ts';
import { maskIdentityNumbers } from '../reading/numbers/identityNumbers.ts';
import { coachActor } from './actor.ts';
import type { CoachingDeps, StaffRequest, Started } from './deps.ts';
import { translationSystem } from './prompts.ts';
import { finishing, openForStaff, writeForStaff } from './writeForStaff.ts';

export const translationTask: Task<{ text: string }> = {
  name: 'translation',
  version: 2,
  tier: 'small',
  criticality: 'staff-pressed',
  system: translationSystem,
  schema: z.object({ say: z.string().min(1) }),
  maxTokens: 1500,
  timeoutMs: 30_000,
  rescue: ({ say }) => (say === null ? null : { say }),
  offline: () => null,
};

/**
 * Puts one message of a conversation into English for the team, marked as a machine's; ends in `message-translated`,
 * `doubtful` where it has a figure in digits that the message does not have.
 * @throws HubError NOT_FOUND: there is no such conversation or message; NOT_CONFIGURED: no model writes; QUOTA_EXCEEDED: this person has had
 * enough written for one hour
 */
export async function runTranslation(deps: CoachingDeps, request: StaffRequest & { seq: number }): Promise<Started> {
  const { tenantId, conversationId, seq, cause } = request;
  const talk = await deps.readTalk(tenantId, conversationId);
  if (talk === null) throw new HubError('NOT_FOUND');
  if (deps.model.basis !== 'model') throw new HubError('NOT_CONFIGURED');
  const text = await deps.readWords(conversationId, seq);
  if (text === null) throw new HubError('NOT_FOUND');
  if (cause !== undefined) await deps.admit(tenantId, cause.principalId);
  const writer = await openForStaff(deps, request, 'translation');
  const finished = finishing(deps, writer, async () => {
    const brief = { text: maskIdentityNumbers(text) };
    const { end, result } = await writeForStaff(deps, request, talk, writer, {
      task: translationTask,
      prompt: dataBlock('message', brief.text),
      brief,
    });
    if (result === null) return end;
    const translation = writer.text();
    await deps.append(tenantId, conversationId, {
      type: 'message-translated',
      data: {
        streamId: writer.streamId,
        message: seq,
        text: translation,
        ...(keepsFigures(brief.text, translation) ? {} : { doubtful: true }),
      },
      actor: coachActor,
      ...(cause === undefined ? {} : { cause }),
      onceKey: `${writer.streamId}:translation`,
    });
    return end;
  });
  return { streamId: writer.streamId, finished };
}

/** Whether each run of digits of a translation stands in what was translated: "9:30" and "350.000" may lose or change their marks. */
export function keepsFigures(text: string, translation: string): boolean {
  const has = new Set(figuresOf(text));
  return figuresOf(translation).every((figure) => has.has(figure));
}

const figuresOf = (text: string): string[] =>
  (text.match(/\d+(?:[.,]\d{3})*/g) ?? []).map((figure) => figure.replace(/[.,]/g, ''));
