import type { CueAction } from '../../../contract/cues.ts';
import { HubError } from '../../../kernel/hubError.ts';
import { type CommandRef, commandOrigin } from '../../conversations/actors.ts';
import type { StaffScope } from '../../identity/model.ts';
import type { AnswerDeps } from '../answerSuggestion.ts';

/** The key under which a cue is written, by which its answer finds it. */
export const cueKey = (cueId: string): string => `cue:${cueId}`;

/**
 * Records what an agent did with a cue.
 * @throws HubError NOT_FOUND: there is none of that id in the tenant
 */
export async function answerCue(
  deps: AnswerDeps,
  scope: StaffScope,
  command: CommandRef,
  { cueId, action }: { cueId: string; action: CueAction },
): Promise<void> {
  const cue = await deps.entries.findOnce(cueKey(cueId));
  if (cue?.tenantId !== scope.tenantId || cue.entry.type !== 'cue-created')
    throw new HubError('NOT_FOUND', { field: 'cueId' });
  await deps.appender.append(
    { tenantId: scope.tenantId, conversationId: cue.entry.conversationId },
    { type: 'cue-answered', data: { cueId, action }, ...commandOrigin(scope, command, 'answer') },
  );
}
