import type { SavedReplyAnswer } from '../../contract/settings.ts';
import { settingsLimits } from '../../contract/settingsLimits.ts';
import { HubError } from '../../kernel/hubError.ts';
import { newId } from '../../kernel/ids.ts';
import type { StaffScope } from '../identity/model.ts';
import type { SavedReply } from './model.ts';
import type { SettingsParts } from './ports.ts';
import { recordChange } from './recordChange.ts';
import { requireAdmin } from './rules.ts';

interface ReplyWords {
  title: string;
  text: string;
}

const replyOf = ({ id, title, text, ownerId }: SavedReply): SavedReplyAnswer => ({
  id,
  title,
  text,
  for: ownerId === null ? 'team' : 'me',
});

/** The team's saved replies, then one's own. */
export async function listReplies(parts: SettingsParts, scope: StaffScope): Promise<SavedReplyAnswer[]> {
  const [team, own] = await Promise.all([
    parts.replies.list(scope.tenantId, null),
    parts.replies.list(scope.tenantId, scope.principal.id),
  ]);
  return [...team, ...own].map(replyOf);
}

/** One's own, or for an admin one of the team's. `QUOTA_EXCEEDED` when there are as many as may be. */
export async function addReply(
  parts: SettingsParts,
  scope: StaffScope,
  words: ReplyWords & { for: 'team' | 'me' },
): Promise<SavedReplyAnswer> {
  const isTeams = words.for === 'team';
  if (isTeams) requireAdmin(scope);
  const ownerId = isTeams ? null : scope.principal.id;
  const most = isTeams ? settingsLimits.teamReplies : settingsLimits.ownReplies;
  if ((await parts.replies.list(scope.tenantId, ownerId)).length >= most) throw new HubError('QUOTA_EXCEEDED');
  const reply: SavedReply = {
    id: newId(),
    tenantId: scope.tenantId,
    ownerId,
    title: words.title,
    text: words.text,
    createdAt: parts.clock.now(),
  };
  await parts.replies.add(reply);
  await recordTeams(parts, scope, 'added', null, reply);
  return replyOf(reply);
}

export async function changeReply(
  parts: SettingsParts,
  scope: StaffScope,
  replyId: string,
  words: ReplyWords,
): Promise<SavedReplyAnswer> {
  const before = await replyToChange(parts, scope, replyId);
  await parts.replies.change(scope.tenantId, replyId, words);
  const after = { ...before, ...words };
  await recordTeams(parts, scope, 'changed', before, after);
  return replyOf(after);
}

export async function removeReply(parts: SettingsParts, scope: StaffScope, replyId: string): Promise<void> {
  const before = await replyToChange(parts, scope, replyId);
  await parts.replies.remove(scope.tenantId, replyId);
  await recordTeams(parts, scope, 'removed', before, null);
}

/** Another person's own is as if it were not there. */
async function replyToChange(parts: SettingsParts, scope: StaffScope, replyId: string): Promise<SavedReply> {
  const reply = await parts.replies.find(scope.tenantId, replyId);
  if (!reply || (reply.ownerId !== null && reply.ownerId !== scope.principal.id)) throw new HubError('NOT_FOUND');
  if (reply.ownerId === null) requireAdmin(scope);
  return reply;
}

/** What one keeps for oneself is nobody else's matter. */
async function recordTeams(
  parts: SettingsParts,
  scope: StaffScope,
  action: 'added' | 'changed' | 'removed',
  before: SavedReply | null,
  after: SavedReply | null,
): Promise<void> {
  const reply = after ?? before;
  if (reply?.ownerId !== null) return;
  const told = (one: SavedReply | null) => one && { title: one.title, text: one.text };
  const change = { before: told(before), after: told(after) };
  await recordChange(parts, scope, { kind: 'reply', action, subject: reply.title, ...change });
}
