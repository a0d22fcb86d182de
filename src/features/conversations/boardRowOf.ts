import type { BoardRow } from '../../contract/board.ts';
import { isoOf } from '../../kernel/clock.ts';
import { awaitedFor, isInTrouble } from './judgeAlerts.ts';
import type { Conversation, OpenAlert } from './model.ts';

/** A conversation as the board shows it. What is not known is left out, never null. */
export function boardRowOf(conversation: Conversation): BoardRow {
  const { board } = conversation;
  const awaited = awaitedFor(conversation);
  return {
    conversationId: conversation.id,
    lead: leadRefOf(conversation),
    channel: conversation.channel,
    ...(board.bot === null ? {} : { bot: board.bot }),
    stage: board.stage,
    mode: conversation.mode,
    ...(conversation.owner === null ? {} : { owner: conversation.owner }),
    ...(conversation.offer === null || conversation.offer.missed ? {} : { offered: conversation.offer.to }),
    ...(board.score === null ? {} : { score: board.score }),
    ...(board.temperature === null || isInTrouble(conversation) ? {} : { temperature: board.temperature }),
    ...(board.waitingSince === null ? {} : { waitingSince: isoOf(board.waitingSince) }),
    ...(awaited === null ? {} : { awaits: { reason: awaited.reason, since: isoOf(awaited.since) } }),
    unread: board.unread,
    lastText: board.lastText,
    lastAt: isoOf(board.lastAt),
    startedAt: isoOf(conversation.createdAt),
    flags: board.flags,
    language: board.language,
    ...(board.lastLines.length === 0 ? {} : { lastLines: board.lastLines }),
    ...(board.alerts.length === 0 ? {} : { alerts: alertsOf(board.alerts) }),
    ...(board.snoozedUntil === null ? {} : { snoozedUntil: isoOf(board.snoozedUntil) }),
    ...(typeof board.visitorLeftAt === 'number' ? { visitorLeftAt: isoOf(board.visitorLeftAt) } : {}),
    ...(board.listingTitle === null ? {} : { listingTitle: board.listingTitle }),
  };
}

/** The person of a conversation, by name where one is known. */
export function leadRefOf(conversation: Conversation): BoardRow['lead'] {
  const { leadName } = conversation.board;
  return { id: conversation.leadId, ...(leadName === null ? {} : { name: leadName }) };
}

const alertsOf = (alerts: readonly OpenAlert[]): NonNullable<BoardRow['alerts']> =>
  [...alerts]
    .sort((a, b) => a.priority - b.priority || a.at - b.at)
    .map(({ at, ...rest }) => ({ ...rest, at: isoOf(at) }));
