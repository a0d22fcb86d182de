import type { Entry } from '../../contract/log/entry.ts';
import { logNameOf } from '../../contract/log/logs.ts';
import { idFrom } from '../../kernel/ids.ts';
import { isErased } from '../conversations/log/withoutWords.ts';
import type { ConversationStore } from '../conversations/ports.ts';
import { type Exposure, endOf } from './model.ts';
import type { ExperimentStore } from './ports.ts';

export interface ExposeDeps {
  experiments: Pick<ExperimentStore, 'find' | 'expose' | 'erase'>;
  conversations: Pick<ConversationStore, 'find'>;
}

/** Of one experiment: each is looked up in the logs when it is read. */
export const mostExposures = 30_000;

/** Whether a card was written by the strategy of an experiment. */
export const exposes = ({ type, data }: Entry): boolean =>
  type === 'suggestion-created' && data.experimentId !== undefined;

/** Records once that a lead met its arm: by the first card that was written by its strategy before the experiment ended. */
export async function exposeLead(
  { experiments, conversations }: ExposeDeps,
  tenantId: string,
  entry: Entry,
): Promise<void> {
  if (entry.type !== 'suggestion-created' || entry.data.experimentId === undefined) return;
  const { conversationId, data } = entry;
  const at = Date.parse(entry.at);
  const [experiment, conversation] = await Promise.all([
    experiments.find(tenantId, entry.data.experimentId),
    conversations.find(tenantId, conversationId),
  ]);
  const arm = experiment?.arms.find(({ strategy }) => strategy === data.strategy);
  if (experiment === null || arm === undefined || conversation === null || at >= endOf(experiment)) return;
  const { leadId } = conversation;
  const publicLog = logNameOf('public', conversationId);
  const exposure: Exposure = {
    ...{ id: idFrom(experiment.id, leadId), tenantId, experimentId: experiment.id, leadId, conversationId },
    ...{ strategy: arm.strategy, at },
    seq: Math.max(0, ...data.evidence.flatMap(({ log, seq }) => (log === publicLog ? [seq] : []))),
    counted: { through: 0, outcomeAt: null, optedOutAt: null, complainedAt: null },
  };
  await experiments.expose(exposure, mostExposures);
  // Their words may have been deleted while this was written.
  const after = await conversations.find(tenantId, conversationId);
  if (after === null || isErased(after)) await experiments.erase(tenantId, conversationId);
}
