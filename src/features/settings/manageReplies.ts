import type { SavedReplyAnswer } from '../../contract/rest/savedReplies.ts';
import { settingsLimits } from '../../contract/rest/settingsLimits.ts';
import { HubError } from '../../kernel/hubError.ts';
import { newId } from '../../kernel/ids.ts';
import type { StaffScope } from '../identity/model.ts';
import type { SavedReply } from './model.ts';
import type { SavedReplyStore } from './ports.ts';
import { type RecordDeps, recordChange } from './recordChange.ts';
import { requireAdmin } from './rules.ts';

export interface RepliesDeps extends RecordDeps {
  replies: SavedReplyStore;
}

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
export async function listReplies(deps: Pick<RepliesDeps, 'replies'>, scope: StaffScope): Promise<SavedReplyAnswer[]> {
  const [team, own] = await Promise.all([
    deps.replies.list(scope.tenantId, null),
    deps.replies.list(scope.tenantId, scope.principal.id),
  ]);
  return [...team, ...own].map(replyOf);
}

/**
 * Adds a reply of one's own, or for an admin one of the team's.
 * @throws HubError QUOTA_EXCEEDED: there are as many as may be
 */
export async function addReply(
  deps: RepliesDeps,
  scope: StaffScope,
  words: ReplyWords & { for: 'team' | 'me' },
): Promise<SavedReplyAnswer> {
  const isTeams = words.for === 'team';
  if (isTeams) requireAdmin(scope);
  const ownerId = isTeams ? null : scope.principal.id;
  const most = isTeams ? settingsLimits.teamReplies : settingsLimits.ownReplies;
  if ((await deps.replies.list(scope.tenantId, ownerId)).length >= most) throw new HubError('QUOTA_EXCEEDED');
  const reply: SavedReply = {
    id: newId(),
    tenantId: scope.tenantId,
    ownerId,
    title: words.title,
    text: words.text,
    createdAt: deps.clock.now(),
  };
  await deps.replies.add(reply);
  await recordTeams(deps, scope, 'added', null, reply);
  return replyOf(reply);
}

/**
 * Changes a reply.
 * @throws HubError NOT_FOUND, also for another person's own
 */
export async function changeReply(
  deps: RepliesDeps,
  scope: StaffScope,
  replyId: string,
  words: ReplyWords,
): Promise<SavedReplyAnswer> {
  const before = await replyToChange(deps, scope, replyId);
  await deps.replies.change(scope.tenantId, replyId, words);
  const after = { ...before, ...words };
  await recordTeams(deps, scope, 'changed', before, after);
  return replyOf(after);
}

/**
 * Removes a reply.
 * @throws HubError NOT_FOUND, also for another person's own
 */
export async function removeReply(deps: RepliesDeps, scope: StaffScope, replyId: string): Promise<void> {
  const before = await replyToChange(deps, scope, replyId);
  await deps.replies.remove(scope.tenantId, replyId);
  await recordTeams(deps, scope, 'removed', before, null);
}

/**
 * Reads a reply that this person may change; another person's own counts as not there.
 * @throws HubError NOT_FOUND
 */
async function replyToChange(
  deps: Pick<RepliesDeps, 'replies'>,
  scope: StaffScope,
  replyId: string,
): Promise<SavedReply> {
  const reply = await deps.replies.find(scope.tenantId, replyId);
  if (!reply || (reply.ownerId !== null && reply.ownerId !== scope.principal.id)) throw new HubError('NOT_FOUND');
  if (reply.ownerId === null) requireAdmin(scope);
  return reply;
}

/** Records a change of the team's replies; a person's own are nobody else's matter. */
async function recordTeams(
  deps: RecordDeps,
  scope: StaffScope,
  action: 'added' | 'changed' | 'removed',
  before: SavedReply | null,
  after: SavedReply | null,
): Promise<void> {
  const reply = after ?? before;
  if (reply?.ownerId !== null) return;
  const told = (one: SavedReply | null) => one && { title: one.title, text: one.text };
  const change = { before: told(before), after: told(after) };
  await recordChange(deps, scope, { kind: 'reply', action, subject: reply.title, ...change });
}
