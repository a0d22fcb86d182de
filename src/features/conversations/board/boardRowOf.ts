import type { BoardRow } from '../../../contract/socket/board.ts';
import type { AlertKind } from '../../../contract/teamVocabulary.ts';
import { isoOf } from '../../../kernel/clock.ts';
import { awaitedFor, longWait } from '../judgeAlerts.ts';
import type { Conversation, Flag, OpenAlert } from '../model.ts';
import { owedOf, owedToldOf } from '../owed.ts';
import { alertsStanding, flagsStanding } from './rowAfter.ts';

/** Alerts that call for somebody while the visitor is there. */
const ofPresence: ReadonlySet<string> = new Set<AlertKind>([longWait, 'asked-for-person']);

/** A conversation as the board shows it. Unknown fields are left out, never null. */
export function boardRowOf(conversation: Conversation): BoardRow {
  const { board } = conversation;
  const standing = alertsStanding(board);
  const awaited = awaitedFor(conversation.mode, standing);
  const owed = owedOf(conversation, awaited);
  // A visitor who left waits for nobody right now; once they are back, they wait again.
  const alerts = standing.filter(({ kind }) => owed.kind === 'now' || !ofPresence.has(kind));
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
    ...(board.temperature === null || board.pressed ? {} : { temperature: board.temperature }),
    ...(conversation.unansweredSince === null ? {} : { waitingSince: isoOf(conversation.unansweredSince) }),
    owed: owedToldOf(owed),
    ...(awaited === null ? {} : { awaits: { reason: awaited.reason, since: isoOf(awaited.since) } }),
    unread: conversation.mode === 'closed' ? 0 : Math.max(board.markedUnread === true ? 1 : 0, board.said - board.read),
    lastText: board.lastText,
    lastAt: isoOf(board.lastAt),
    startedAt: isoOf(conversation.createdAt),
    // Stored by an older build, a kind may be one that no list has anymore: clients spell it out.
    flags: flagsShown(conversation) as BoardRow['flags'],
    language: conversation.language,
    ...(board.lastLines.length === 0 ? {} : { lastLines: board.lastLines }),
    ...(alerts.length === 0 ? {} : { alerts: alertsOf(alerts) }),
    ...(conversation.snoozedUntil === null ? {} : { snoozedUntil: isoOf(conversation.snoozedUntil) }),
    ...(typeof board.visitorLeftAt === 'number' ? { visitorLeftAt: isoOf(board.visitorLeftAt) } : {}),
    ...(board.onCallSince === null ? {} : { onCallSince: isoOf(board.onCallSince) }),
    ...(board.wants === null ? {} : { wants: board.wants }),
    ...(board.device == null ? {} : { device: board.device }),
    ...(board.listingTitle === null ? {} : { listingTitle: board.listingTitle }),
    ...(board.tags.length === 0 ? {} : { tags: board.tags }),
    ...(board.priority === 'normal' ? {} : { priority: board.priority }),
  };
}

/** The lead's name: as they gave it, else as the site vouches for it. */
export const leadNameOf = ({ board }: Pick<Conversation, 'board'>): string | null =>
  board.leadName ?? board.vouchedName;

/** The person of a conversation, by name where one is known. */
export function leadRefOf(conversation: Conversation): BoardRow['lead'] {
  const leadName = leadNameOf(conversation);
  return { id: conversation.leadId, ...(leadName === null ? {} : { name: leadName }) };
}

/** Said by the row in other ways. */
const untold: ReadonlySet<string> = new Set(['unassigned', 'not-known']);

/** Why Jorge is silent is no flag that newer ones push out; where another flag tells it, it is told once. */
function flagsShown({ board, wait }: Conversation): Flag[] {
  const flags = flagsStanding(board).flatMap(({ kind, reason }) => (kind === 'waiting' ? [] : [{ kind, reason }]));
  const isTold = wait === null || untold.has(wait.reason) || flags.some(({ kind }) => kind === wait.reason);
  return isTold ? flags : [...flags, { kind: 'waiting', reason: wait.reason }];
}

const alertsOf = (alerts: readonly OpenAlert[]): NonNullable<BoardRow['alerts']> =>
  [...alerts]
    .sort((a, b) => a.priority - b.priority || a.at - b.at)
    .map(({ at, kind, ...rest }) => ({ ...rest, kind: kind as AlertKind, at: isoOf(at) }));
