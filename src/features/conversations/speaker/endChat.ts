import { HubError } from '../../../kernel/hubError.ts';
import type { VisitorScope } from '../../identity/model.ts';
import { type CommandRef, commandOrigin } from '../actors.ts';
import type { Appender } from '../log/appendEntry.ts';
import type { Conversation } from '../model.ts';
import type { ConversationStore, LeadConversations } from '../ports.ts';
import { madeBy } from './changedBy.ts';
import { type ChangeSpeakerDeps, closeConversation } from './changeSpeaker.ts';

export type EndChatDeps = ChangeSpeakerDeps & {
  conversations: Pick<ConversationStore, 'findOpen'> & Pick<LeadConversations, 'listOfLead'>;
  appender: Pick<Appender, 'head'>;
};

/** A visitor may rate their last chat for this long after its end, whoever ended it. */
export const rateableMs = 3_600_000;

/** Among so many of their newest conversations is the one that a command was ending when a crash came. */
const newestLooked = 5;

interface Rating {
  rating?: number | undefined;
  comment?: string | undefined;
}

/**
 * The visitor ends their chat, and may rate it (1 to 5) and say something of it, which the team reads. Where it is over already, also by
 * the team, a rating is kept with how it ended, once and within `rateableMs`. Sent again after a crash it is the same chat, also where
 * they have begun another meanwhile.
 * @throws HubError `CONFLICT` when they have no open chat, and none that they may still rate
 */
export async function endChat(
  deps: EndChatDeps,
  scope: VisitorScope,
  command: CommandRef,
  { rating, comment }: Rating,
): Promise<{ conversationId: string; seq: number }> {
  const said = { ...(rating === undefined ? {} : { rating }), ...(comment === undefined ? {} : { comment }) };
  const conversationId = await chatToEnd(deps, scope, command);
  if (conversationId === null) return rateEnded(deps, scope, command, said);
  const { seq } = await closeConversation(deps, scope, command, { conversationId, ended: said });
  return { conversationId, seq };
}

async function rateEnded(deps: EndChatDeps, scope: VisitorScope, command: CommandRef, said: Rating) {
  const { tenantId, principal } = scope;
  const [last] = await deps.conversations.listOfLead(tenantId, principal.leadId, newestLooked).then(ofVisitor(scope));
  if (last?.mode !== 'closed' || said.rating === undefined) throw new HubError('CONFLICT');
  const conversationId = last.id;
  const [closed, ended] = await Promise.all([
    deps.entries.newestOf(conversationId, 'conversation-changed'),
    deps.entries.newestOf(conversationId, 'conversation-ended'),
  ]);
  const filed = ended?.type === 'conversation-ended' ? ended.data : {};
  const origin = commandOrigin(scope, command, 'ended');
  const isAgain = ended !== null && ended.cause?.commandId === command.commandId;
  const endedAt = closed === null ? 0 : Date.parse(closed.at);
  if (!isAgain && (filed.rating !== undefined || deps.clock.now() > endedAt + rateableMs))
    throw new HubError('CONFLICT');
  // The newest of these lines is what stands, so it has what the team filed as well.
  const data = isAgain ? filed : { ...filed, ...said };
  await deps.appender.append({ tenantId, conversationId }, { type: 'conversation-ended', data, ...origin });
  return { conversationId, seq: await deps.appender.head(conversationId, 'public') };
}

const ofVisitor =
  ({ principal }: VisitorScope) =>
  (all: readonly Conversation[]): Conversation[] =>
    all.filter((one) => one.visitorId === principal.id);

async function chatToEnd(deps: EndChatDeps, scope: VisitorScope, command: CommandRef): Promise<string | null> {
  const { tenantId, principal } = scope;
  const { key } = madeBy(scope, command, 'speaker');
  const said = await deps.entries.findOnce(key);
  if (said !== null) return said.entry.conversationId;
  const newest = await deps.conversations.listOfLead(tenantId, principal.leadId, newestLooked).then(ofVisitor(scope));
  const ended = newest.find((one) => one.speakerBy?.key === key);
  const found = ended ?? (await deps.conversations.findOpen(tenantId, principal.id));
  return found?.id ?? null;
}
