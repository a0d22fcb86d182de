import type { BrokerageSettings } from '../../../contract/rest/settings.ts';
import { tagLimits } from '../../../contract/tagLimits.ts';
import { HubError } from '../../../kernel/hubError.ts';
import type { StaffScope } from '../../identity/model.ts';
import { type CommandRef, commandOrigin, systemActor } from '../actors.ts';
import { findConversation } from '../findConversation.ts';
import type { Appender, Place } from '../log/appendEntry.ts';
import { isErased } from '../log/withoutWords.ts';
import type { ConversationStore, EntryStore } from '../ports.ts';
import { boardRowOf } from './boardRowOf.ts';
import { rowNow } from './bringForward.ts';
import { tagsByRules } from './tagsByRules.ts';

export interface TagDeps {
  conversations: Pick<ConversationStore, 'find'>;
  entries: Pick<EntryStore, 'read'>;
  appender: Pick<Appender, 'append'>;
  /** The brokerage's list and rules. */
  settingsOf(tenantId: string): Promise<{ settings: Pick<BrokerageSettings, 'tags' | 'tagRules'> }>;
}

/**
 * Sets tags of the brokerage's list on a conversation and removes others; a tag already so is left as it is. Resolves to the ids
 * that it has then.
 * @throws HubError `NOT_FOUND`, also for a tag to set that is not on the list; `QUOTA_EXCEEDED` when it would have more than ten
 */
export async function tagConversation(
  deps: TagDeps,
  scope: StaffScope,
  command: CommandRef,
  { conversationId, add, remove }: { conversationId: string; add: readonly string[]; remove: readonly string[] },
): Promise<string[]> {
  const { tenantId } = scope;
  const conversation = await findConversation(deps.conversations, scope, conversationId);
  const { tags: list } = (await deps.settingsOf(tenantId)).settings;
  const named = (id: string) => ({ id, name: list.find((one) => one.id === id)?.name ?? '' });
  if (add.some((id) => !list.some((one) => one.id === id))) throw new HubError('NOT_FOUND', { field: 'add' });
  const { tags: before } = await rowNow(deps, conversation);
  // A tag that the brokerage removed from its list is shown nowhere, so it makes room.
  const gone = before.filter((id) => remove.includes(id) || !list.some((one) => one.id === id));
  const kept = before.filter((id) => !gone.includes(id));
  const added = [...new Set(add)].filter((id) => !kept.includes(id) && !remove.includes(id));
  const after = [...kept, ...added];
  if (after.length > tagLimits.each) throw new HubError('QUOTA_EXCEEDED', { field: 'add' });
  if (added.length + before.filter((id) => remove.includes(id)).length > 0)
    await deps.appender.append(
      { tenantId, conversationId },
      {
        type: 'tags-changed',
        data: { added: added.map(named), removed: gone.map(named) },
        ...commandOrigin(scope, command, 'tags'),
      },
    );
  return after;
}

/**
 * Sets the tags that the brokerage's rules say, by how the row stands with everything that its logs hold. Each at most once for a
 * conversation, and never one that somebody took off.
 */
export async function tagByRules(deps: TagDeps, { tenantId, conversationId }: Place): Promise<void> {
  const { tags: list, tagRules } = (await deps.settingsOf(tenantId)).settings;
  if (tagRules.length === 0) return;
  const found = await deps.conversations.find(tenantId, conversationId);
  if (found === null || isErased(found)) return;
  const row = await rowNow(deps, found);
  const told = boardRowOf({ ...found, board: { ...found.board, ...row } });
  const open = tagsByRules(tagRules, told).filter((id) => !row.tags.includes(id) && !row.tagsDecided.includes(id));
  const room = Math.max(0, tagLimits.each - row.tags.length);
  for (const { id, name } of open.flatMap((one) => list.find(({ id }) => id === one) ?? []).slice(0, room))
    await deps.appender.append(
      { tenantId, conversationId },
      {
        type: 'tags-changed',
        data: { added: [{ id, name }], removed: [], byRule: true },
        actor: systemActor,
        onceKey: `tag-rule:${conversationId}:${id}`,
      },
    );
}
