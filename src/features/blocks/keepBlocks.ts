import { addressShown, blockedWhom } from '../../contract/blockedWhom.ts';
import type { BlockAnswer, BlockRequest, ConversationBlocks } from '../../contract/blocks.ts';
import { settingsLimits } from '../../contract/settingsLimits.ts';
import { isoOf } from '../../kernel/clock.ts';
import { HubError } from '../../kernel/hubError.ts';
import { idFrom } from '../../kernel/ids.ts';
import { actorOf } from '../conversations/actors.ts';
import { findConversation } from '../conversations/findConversation.ts';
import type { Conversation } from '../conversations/model.ts';
import type { ConversationParts } from '../conversations/parts.ts';
import type { StaffScope } from '../identity/model.ts';
import type { SettingsStore } from '../settings/ports.ts';
import { recordChange } from '../settings/recordChange.ts';
import { requireAdmin } from '../settings/rules.ts';
import type { Blocklist } from './blocklist.ts';
import type { Block, BlockKind } from './model.ts';
import type { BlockStore } from './ports.ts';

export interface BlockParts extends Pick<ConversationParts, 'conversations' | 'appender' | 'clock'> {
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

/** Whom a block from this conversation would be against; null where that is not known. */
function targetOf(conversation: Conversation, kind: BlockKind): Pick<Block, 'target' | 'shown'> | null {
  const { address, visitorId, board } = conversation;
  if (kind === 'address') return address ? { target: address.key, shown: address.shown } : null;
  const from = board.listingTitle;
  return { target: visitorId, shown: from === null ? 'Website visitor' : `Visitor from ${from}` };
}

/** Of a proxy in front, or of everybody in the house: to block it would be to block all. */
const isOwnNetwork = (shown: string): boolean =>
  /^(10|127|192\.168|172\.(1[6-9]|2\d|3[01]))\.|^(0:0|f[cd]|fe80)/.test(shown);
const ownNetworkSays =
  'This visitor seems to come from your own network. Everybody who chats may be seen that way, so blocking it could shut out all of them. ' +
  'Block this visitor alone, and ask whoever looks after Jorge Hub to let it see where visitors come from.';

/** What stands against the visitor of a conversation, and where they come from, for everybody of the team. */
export async function readBlocksOf(
  parts: BlockParts,
  scope: StaffScope,
  conversationId: string,
): Promise<ConversationBlocks> {
  const conversation = await findConversation(parts.conversations, scope, conversationId);
  const all = await parts.blocks.list(scope.tenantId, parts.clock.now());
  const targets = new Set([conversation.visitorId, conversation.address?.key]);
  const items = all.filter(({ target }) => targets.has(target)).map(answerOf);
  return { address: conversation.address?.shown ?? null, items };
}

/**
 * The visitor of a conversation may not chat any more, or nobody from where they come, within two seconds on every node. An
 * address is for supervisors and admins, for others share it: `FORBIDDEN` otherwise. `CONFLICT` when it is not known or a block
 * stands already, `QUOTA_EXCEEDED` when there are as many as one tenant may have.
 */
export async function addBlock(parts: BlockParts, scope: StaffScope, request: BlockRequest): Promise<BlockAnswer> {
  const { conversationId, kind, reason, hours } = request;
  if (kind === 'address' && scope.principal.role === 'agent') throw new HubError('FORBIDDEN');
  const conversation = await findConversation(parts.conversations, scope, conversationId);
  const whom = targetOf(conversation, kind);
  if (whom === null) throw new HubError('CONFLICT', { says: 'Where this visitor comes from is not known.' });
  if (kind === 'address' && isOwnNetwork(whom.shown)) throw new HubError('CONFLICT', { says: ownNetworkSays });
  const now = parts.clock.now();
  const id = idOf(scope.tenantId, kind, whom.target);
  const standing = await parts.blocks.list(scope.tenantId, now);
  if (standing.some((block) => block.id === id)) throw new HubError('CONFLICT', { says: 'This is blocked already.' });
  if (standing.length >= settingsLimits.blocks)
    throw new HubError('QUOTA_EXCEEDED', {
      says: 'There are as many blocks as are possible. An admin has to lift some.',
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
  await parts.blocks.put(block);
  parts.blocklist.changed(scope.tenantId);
  const long = lasts[hours ?? 'none'];
  // Without the reason: these records outlive the words of a conversation.
  await recordChange(parts, scope, {
    kind: 'block',
    action: 'blocked',
    subject: subjectOf(block),
    before: null,
    after: { long },
  });
  await note(parts, scope, block, `Blocked ${blockedWhom(block)} ${long}: ${reason}`);
  return answerOf(block);
}

/** All that stand, the newest first, for an admin. */
export async function listBlocks(parts: BlockParts, scope: StaffScope): Promise<BlockAnswer[]> {
  requireAdmin(scope);
  return (await parts.blocks.list(scope.tenantId, parts.clock.now())).map(answerOf);
}

/** They may chat again, on every node within two seconds. An agent lifts what they blocked themselves: `FORBIDDEN` otherwise. */
export async function liftBlock(parts: BlockParts, scope: StaffScope, blockId: string): Promise<void> {
  const standing = await parts.blocks.list(scope.tenantId, parts.clock.now());
  const isOwn = standing.find(({ id }) => id === blockId)?.by.id === scope.principal.id;
  if (scope.principal.role === 'agent' && !isOwn) throw new HubError('FORBIDDEN');
  const block = await parts.blocks.remove(scope.tenantId, blockId);
  if (block === null) throw new HubError('NOT_FOUND');
  parts.blocklist.changed(scope.tenantId);
  await recordChange(parts, scope, {
    kind: 'block',
    action: 'lifted',
    subject: subjectOf(block),
    before: null,
    after: null,
  });
  await note(parts, scope, block, `Lifted the block of ${blockedWhom(block)}.`);
}

const subjectOf = ({ kind, shown }: Pick<Block, 'kind' | 'shown'>): string =>
  kind === 'visitor' ? shown : `one visitor’s address (${addressShown(shown)})`;

/** Whoever opens the conversation sees why nothing comes any more. */
async function note(parts: BlockParts, scope: StaffScope, { id, conversationId }: Block, text: string): Promise<void> {
  const onceKey = `${id}:${parts.clock.now()}:${text.slice(0, 7)}`;
  const draft = { type: 'note-created', data: { text }, actor: actorOf(scope), onceKey } as const;
  await parts.appender.append({ tenantId: scope.tenantId, conversationId }, draft);
}
