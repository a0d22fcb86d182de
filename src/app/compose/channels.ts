import { z } from 'zod';
import { type MessageFromDeps, messageFrom } from '../../features/channels/messageFrom.ts';
import {
  type AccountsOf,
  type CarriedKind,
  type Channel,
  type ChannelRow,
  type ToldMessage,
  webChat,
} from '../../features/channels/model.ts';
import { receiveMessage } from '../../features/turns/receiveMessage.ts';
import type { ChannelWebhookRow } from '../../rest/routes/channelWebhooks.ts';
import { type Config, ConfigFaults } from '../config.ts';

/** All ways by which people write to brokerages, one line each. */
export const channels: readonly ChannelRow[] = [webChat];

/**
 * The channels, each with the accounts that its provider gave to brokerages.
 * @throws ConfigFaults
 */
export function openChannels(rows: readonly ChannelRow[], { channelAccounts }: Config): readonly Channel[] {
  const faults: string[] = [];
  const asked = new Set<string>();
  const accountsOf: AccountsOf = (kind, schema) => {
    asked.add(kind);
    const { data, error } = z.record(z.string(), schema).safeParse(channelAccounts[kind] ?? {});
    for (const { path, message } of error?.issues ?? [])
      faults.push(`HUB_CHANNELS at ${[kind, ...path].join('.')}: ${message}`);
    return new Map(Object.entries(data ?? {}));
  };
  const opened = rows.map((row) => row(accountsOf));
  for (const kind of Object.keys(channelAccounts))
    if (!asked.has(kind)) faults.push(`HUB_CHANNELS names ${kind}, but this hub has no provider for it`);
  if (faults.length > 0) throw new ConfigFaults(faults);
  return opened;
}

type ReceiveDeps = MessageFromDeps & Parameters<typeof receiveMessage>[0];

/** Keeps what a provider tells of. */
const receiveBy =
  (deps: ReceiveDeps) =>
  async (kind: CarriedKind, told: ToldMessage): Promise<void> =>
    void (await receiveMessage(deps, await messageFrom(deps, kind, told)));

/** Takes what comes in by those that bring it themselves, until the returned function is called. */
export function listenToChannels(listened: readonly Channel[], deps: ReceiveDeps): () => void {
  const receive = receiveBy(deps);
  const stops = listened.map(({ kind, listen }) =>
    kind === 'widget' || listen === null ? () => {} : listen((told) => receive(kind, told)),
  );
  return () => {
    for (const stop of stops) stop();
  };
}

/** The webhooks of providers. */
export function channelWebhooksOf(opened: readonly Channel[], deps: ReceiveDeps): readonly ChannelWebhookRow[] {
  const receive = receiveBy(deps);
  return opened.flatMap(({ kind, webhook }) =>
    kind === 'widget' || webhook === undefined
      ? []
      : [{ kind, webhook, receive: (told: ToldMessage) => receive(kind, told) }],
  );
}
