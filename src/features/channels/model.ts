import type { z } from 'zod';
import type { Channel as ChannelKind } from '../../contract/values.ts';

/** A kind of channel that some provider carries. */
export type CarriedKind = Exclude<ChannelKind, 'widget'>;

/** A way by which people write to a brokerage and are answered. */
export interface Channel {
  kind: ChannelKind;
  /**
   * Hands a message to the provider that brings it to its reader; null where the reader fetches the log, as the chat of
   * a page does. The same `messageId` is the same message, also after a crash: a provider is given it as the
   * idempotency key.
   * @throws whatever keeps it from being taken: it is tried again for about forty minutes, then the team is told
   */
  send: ((message: OutboundMessage) => Promise<void>) | null;
  /**
   * Gives each message that comes in to `receive`, until the returned function is called; null where an edge of the hub takes them. Once
   * `receive` resolves a message is kept; where it rejects, the provider is to tell it again, which is harmless.
   */
  listen: ((receive: (told: ToldMessage) => Promise<void>) => () => void) | null;
  /** The address to which its provider posts messages: `/webhooks/<kind>/<id of the brokerage>`. */
  webhook?: ChannelWebhook;
}

/** How to read what a provider posts. By then its size was checked, and whether its address sent too much that nobody had signed. */
export interface ChannelWebhook {
  /** Whether it comes from the provider's account of this brokerage. Nothing else is done with it before. */
  isSigned(request: WebhookRequest): boolean;
  /**
   * The messages in it; none where the provider tells of something else, such as a delivery.
   * @throws `VALIDATION_FAILED`
   */
  read(request: WebhookRequest): readonly Omit<ToldMessage, 'tenantId'>[];
}

export interface WebhookRequest {
  tenantId: string;
  /** In full, as the provider called it: many sign it. */
  url: string;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  body: Buffer;
}

/** The accounts of brokerages at the provider of a kind of channel, such as a number and its secret, by the brokerage's id. */
export type AccountsOf = <Account>(kind: CarriedKind, schema: z.ZodType<Account>) => ReadonlyMap<string, Account>;

/** A line of the table of channels. */
export type ChannelRow = (accountsOf: AccountsOf) => Channel;

/** A message as a provider tells of it: by then its signature, its size and how often it writes were checked. */
export interface ToldMessage {
  tenantId: string;
  /** The number or address that it came from. */
  from: string;
  /** The provider's name for it: told again, it is the same message. */
  providerId: string;
  text: string;
  /** The language, where the channel knows it; English until Jorge hears otherwise. */
  language?: string;
}

export interface OutboundMessage {
  tenantId: string;
  conversationId: string;
  messageId: string;
  /** The number or address as it is kept: `+15125550101`, or a mailbox in lower case. */
  to: string;
  text: string;
  language: string;
}

/** The chat of a page. */
export const webChat: ChannelRow = () => ({ kind: 'widget', send: null, listen: null });
