import type { Entry } from '../../contract/log/entry.ts';
import { logKindOf } from '../../contract/log/entry.ts';
import { webhookLimits } from '../../contract/webhooks.ts';
import type { Clock } from '../../kernel/clock.ts';
import { idFrom } from '../../kernel/ids.ts';
import type { Jobs } from '../../kernel/jobs.ts';
import type { Place } from '../conversations/log/appendEntry.ts';
import type { EntryStore } from '../conversations/ports.ts';
import { eventsOf } from './eventsOf.ts';
import type { Delivery, WebhookEars } from './model.ts';
import type { DeliveryStore } from './ports.ts';

export interface QueueDeps {
  /** The addresses of a brokerage that are sent to, as this node holds them. */
  webhooksOf(tenantId: string): Promise<readonly WebhookEars[]>;
  deliveries: Pick<DeliveryStore, 'addAll' | 'trim'>;
  jobs: Pick<Jobs, 'schedule'>;
  clock: Clock;
}

/** Events within this time are sent by one job. */
const gatherMs = 1_000;
/** A node counts what an address has after so many new deliveries. */
const trimEvery = 100;

export interface WebhookQueue {
  /** Queues what a line means to each address that listens to it; once, however often it runs. */
  heard(tenantId: string, entry: Entry): Promise<void>;
  /** Queues the newest lines of a conversation anew, where a node died that may not have come to it. */
  hearAgain(deps: { entries: Pick<EntryStore, 'head' | 'read'> }, place: Place): Promise<void>;
}

export function createWebhookQueue(deps: QueueDeps): WebhookQueue {
  const { webhooksOf, deliveries, jobs, clock } = deps;
  const sinceTrimmed = new Map<string, number>();

  async function trimNowAndThen(webhookId: string, added: number): Promise<void> {
    const since = (sinceTrimmed.get(webhookId) ?? 0) + added;
    sinceTrimmed.set(webhookId, since % trimEvery);
    if (since >= trimEvery) await deliveries.trim(webhookId, webhookLimits.keptDeliveries);
  }

  async function heard(tenantId: string, entry: Entry): Promise<void> {
    const events = eventsOf(entry);
    if (events.length === 0) return;
    for (const { id, events: wanted, createdAt } of await webhooksOf(tenantId)) {
      if (Date.parse(entry.at) < createdAt) continue;
      const told = events.filter((event) => wanted.includes(event));
      if (told.length === 0) continue;
      const now = clock.now();
      // First the job: where this node dies in between, it finds nothing.
      await jobs.schedule({ tenantId, kind: 'webhook', about: id, at: now + gatherMs });
      await deliveries.addAll(told.map((event) => deliveryOf(tenantId, id, event, entry, now)));
      await trimNowAndThen(id, told.length);
    }
  }

  return {
    heard,
    async hearAgain({ entries }, { tenantId, conversationId }) {
      if ((await webhooksOf(tenantId)).length === 0) return;
      for (const kind of ['public', 'internal'] as const) {
        const head = await entries.head(conversationId, kind);
        const newest = await entries.read(conversationId, kind, Math.max(1, head - newestLines + 1), head, newestLines);
        const sinceWhen = clock.now() - heardAgainMs;
        for (const entry of newest) if (Date.parse(entry.at) >= sinceWhen) await heard(tenantId, entry);
      }
    },
  };
}

/** More than a node writes into one conversation in the time in which its reactions run. */
const newestLines = 50;
/** The deliveries of lines older than this may be gone, and those lines would be told twice. */
const heardAgainMs = 7 * 86_400_000;

function deliveryOf(
  tenantId: string,
  webhookId: string,
  event: Delivery['event'],
  entry: Entry,
  now: number,
): Delivery {
  const { conversationId, seq, type, at } = entry;
  const log = logKindOf(type);
  // A conversation begins once, though both of its logs have a first line.
  const once = event === 'conversation.started' ? [] : [log, seq];
  return {
    id: idFrom('delivery', webhookId, event, conversationId, ...once),
    ...{ tenantId, webhookId, event, line: { conversationId, log, seq }, at: Date.parse(at) },
    ...{ state: 'waiting', attempts: 0, dueAt: now, last: null },
  };
}
