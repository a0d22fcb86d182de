import { addressShown, blockedWhom } from '../../contract/rest/blockedWhom.ts';
import type { BlockAnswer, BlockRequest, ConversationBlocks } from '../../contract/rest/blocks.ts';
import { settingsLimits } from '../../contract/rest/settingsLimits.ts';
import { type Clock, isoOf } from '../../kernel/clock.ts';
import { HubError } from '../../kernel/hubError.ts';
import { idFrom } from '../../kernel/ids.ts';
import { actorOf } from '../conversations/actors.ts';
import { findConversation, findToWrite } from '../conversations/findConversation.ts';
import type { Appender } from '../conversations/log/appendEntry.ts';
import { isErased } from '../conversations/log/withoutWords.ts';
import { type Conversation, writerOf } from '../conversations/model.ts';
import type { ConversationStore } from '../conversations/ports.ts';
import type { StaffScope } from '../identity/model.ts';
import type { SettingsStore } from '../settings/ports.ts';
import { recordChange } from '../settings/recordChange.ts';
import { requireAdmin } from '../settings/rules.ts';
import type { Blocklist } from './blocklist.ts';
import type { Block, BlockKind } from './model.ts';
import type { BlockStore } from './ports.ts';

export interface BlockDeps {
  conversations: Pick<ConversationStore, 'find'>;
  appender: Pick<Appender, 'append'>;
  clock: Clock;
  blocks: BlockStore;
  blocklist: Blocklist;
  settings: SettingsStore;
}

const hourMs = 3_600_000;
const lasts = { 24: 'for 24 hours', 720: 'for 30 days', none: 'until it is lifted' } as const;

const answerOf = ({ tenantId, target, at, until, ...rest }: Block): BlockAnswer => ({
  ...rest,
  at: isoOf(at),
  until: until === null ? null : isoOf(until),
});

const idOf = (tenantId: string, kind: BlockKind, target: string): string => idFrom('block', tenantId, kind, target);

/** The target of a block from this conversation; null where it is not known. */
function targetOf(conversation: Conversation, kind: BlockKind): Pick<Block, 'target' | 'shown'> | null {
  const { address, board, channel } = conversation;
  if (kind === 'address') return address ? { target: address.key, shown: address.shown } : null;
  const from = board.listingTitle;
  const shown =
    channel !== 'widget' ? `Lead by ${channel}` : from === null ? 'Website visitor' : `Visitor from ${from}`;
  return { target: writerOf(conversation), shown };
}

/** True for the address of a proxy in front of the hub or of the local network: to block it would be to block everybody. */
const isOwnNetwork = (shown: string): boolean =>
  /^(10|127|192\.168|172\.(1[6-9]|2\d|3[01]))\.|^(0:0|f[cd]|fe80)/.test(shown);
const ownNetworkSays =
  'This visitor seems to be on your own network. If every visitor looks that way, blocking this IP address could shut out all of them. ' +
  'Block only this visitor, and ask whoever runs Jorge Hub to let it see visitors’ real IP addresses.';

/** The blocks against the visitor of a conversation, and where they come from, for everybody of the team. */
export async function readBlocksOf(
  deps: BlockDeps,
  scope: StaffScope,
  conversationId: string,
): Promise<ConversationBlocks> {
  const conversation = await findConversation(deps.conversations, scope, conversationId);
  const all = await deps.blocks.list(scope.tenantId, deps.clock.now());
  const targets = new Set([writerOf(conversation), conversation.address?.key]);
  const items = all.filter(({ target }) => targets.has(target)).map(answerOf);
  return { address: conversation.address?.shown ?? null, items };
}

/**
 * Blocks the visitor of a conversation, or everybody at their network address, within two seconds on every node.
 * @throws HubError FORBIDDEN: only supervisors and admins block an address, for others share it; CONFLICT: it is not known, or is
 * blocked already; QUOTA_EXCEEDED: there are as many blocks as one tenant may have
 */
export async function addBlock(deps: BlockDeps, scope: StaffScope, request: BlockRequest): Promise<BlockAnswer> {
  const { conversationId, kind, reason, hours } = request;
  if (kind === 'address' && scope.principal.role === 'agent') throw new HubError('FORBIDDEN');
  const conversation = await findToWrite(deps.conversations, scope, conversationId);
  const whom = targetOf(conversation, kind);
  if (whom === null) throw new HubError('CONFLICT', { says: 'This visitor’s IP address is unknown.' });
  if (kind === 'address' && isOwnNetwork(whom.shown)) throw new HubError('CONFLICT', { says: ownNetworkSays });
  const now = deps.clock.now();
  const id = idOf(scope.tenantId, kind, whom.target);
  const inForce = await deps.blocks.list(scope.tenantId, now);
  if (inForce.some((block) => block.id === id)) throw new HubError('CONFLICT', { says: 'This is already blocked.' });
  if (inForce.length >= settingsLimits.blocks)
    throw new HubError('QUOTA_EXCEEDED', {
      says: 'You’ve reached the limit for blocked visitors. An admin has to unblock some first.',
    });
  const { id: byId, name } = scope.principal;
  const block: Block = {
    ...whom,
    id,
    tenantId: scope.tenantId,
    kind,
    reason,
    conversationId,
    by: { id: byId, name },
    at: now,
    until: hours === null ? null : now + hours * hourMs,
  };
  await deps.blocks.put(block);
  deps.blocklist.changed(scope.tenantId);
  const long = lasts[hours ?? 'none'];
  // Without the reason: these records outlive the words of a conversation.
  await recordChange(deps, scope, {
    kind: 'block',
    action: 'blocked',
    subject: subjectOf(block),
    before: null,
    after: { long },
  });
  await note(deps, scope, block, `Blocked ${blockedWhom(block)} ${long}: ${reason}`);
  return answerOf(block);
}

/** All that stand, the newest first, for an admin. */
export async function listBlocks(deps: BlockDeps, scope: StaffScope): Promise<BlockAnswer[]> {
  requireAdmin(scope);
  return (await deps.blocks.list(scope.tenantId, deps.clock.now())).map(answerOf);
}

/**
 * Lifts a block, on every node within two seconds.
 * @throws HubError FORBIDDEN: an agent lifts only what they blocked themselves
 */
export async function liftBlock(deps: BlockDeps, scope: StaffScope, blockId: string): Promise<void> {
  const inForce = await deps.blocks.list(scope.tenantId, deps.clock.now());
  const isOwn = inForce.find(({ id }) => id === blockId)?.by.id === scope.principal.id;
  if (scope.principal.role === 'agent' && !isOwn) throw new HubError('FORBIDDEN');
  const block = await deps.blocks.remove(scope.tenantId, blockId);
  if (block === null) throw new HubError('NOT_FOUND');
  deps.blocklist.changed(scope.tenantId);
  await recordChange(deps, scope, {
    kind: 'block',
    action: 'lifted',
    subject: subjectOf(block),
    before: null,
    after: null,
  });
  const conversation = await deps.conversations.find(scope.tenantId, block.conversationId);
  // A block outlives the words of its conversation, where nobody can note anything anymore.
  if (conversation !== null && !isErased(conversation))
    await note(deps, scope, block, `Lifted the block on ${blockedWhom(block)}.`);
}

const subjectOf = ({ kind, shown }: Pick<Block, 'kind' | 'shown'>): string =>
  kind === 'visitor' ? shown : `one visitor’s address (${addressShown(shown)})`;

/** Notes the change in the team's log, so that people who open the conversation see why no message comes anymore. */
async function note(deps: BlockDeps, scope: StaffScope, { id, conversationId }: Block, text: string): Promise<void> {
  const onceKey = `${id}:${deps.clock.now()}:${text.slice(0, 7)}`;
  const draft = { type: 'note-created', data: { text }, actor: actorOf(scope), onceKey } as const;
  await deps.appender.append({ tenantId: scope.tenantId, conversationId }, draft);
}
