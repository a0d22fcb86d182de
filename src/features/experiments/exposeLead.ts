import { strategyName } from '../../contract/coaching.ts';
import type { Entry } from '../../contract/log/entry.ts';
import { logNameOf } from '../../contract/log/logs.ts';
import { idFrom } from '../../kernel/ids.ts';
import { isErased } from '../conversations/log/withoutWords.ts';
import type { ConversationStore } from '../conversations/ports.ts';
import type { ExperimentStore } from './ports.ts';

export interface ExposeDeps {
  experiments: Pick<ExperimentStore, 'expose' | 'erase'>;
  conversations: Pick<ConversationStore, 'find'>;
}

/** Of one experiment: each is looked up in the logs when it is read. */
export const mostExposures = 30_000;

/** Whether a card was written by the strategy of an experiment. */
export const exposes = ({ type, data }: Entry): boolean =>
  type === 'suggestion-created' && data.experimentId !== undefined;

/** Records once that a lead met its arm: by the first card that was written by its strategy. */
export async function exposeLead(
  { experiments, conversations }: ExposeDeps,
  tenantId: string,
  entry: Entry,
): Promise<void> {
  if (entry.type !== 'suggestion-created' || entry.data.experimentId === undefined) return;
  const { conversationId, data, at } = entry;
  const strategy = strategyName.safeParse(data.strategy);
  const conversation = await conversations.find(tenantId, conversationId);
  if (!strategy.success || conversation === null) return;
  const { experimentId = '', evidence } = data;
  const { leadId } = conversation;
  const publicLog = logNameOf('public', conversationId);
  const seqs = evidence.flatMap(({ log, seq }) => (log === publicLog ? [seq] : []));
  const exposure = {
    ...{ id: idFrom(experimentId, leadId), tenantId, experimentId, leadId, conversationId, strategy: strategy.data },
    ...{ at: Date.parse(at), seq: Math.max(0, ...seqs) },
    counted: { through: 0, outcomeAt: null, optedOutAt: null, complainedAt: null },
  };
  await experiments.expose(exposure, mostExposures);
  // Their words may have been deleted while this was written.
  const after = await conversations.find(tenantId, conversationId);
  if (after === null || isErased(after)) await experiments.erase(tenantId, conversationId);
}
