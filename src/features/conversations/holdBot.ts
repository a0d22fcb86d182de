import type { StaffScope } from '../identity/model.ts';
import type { Conversation, Hold } from './model.ts';
import type { ConversationParts } from './parts.ts';

/** So long Jorge waits after a keystroke of a person who is about to answer. */
export const holdMs = 20_000;
/** However long they write: then Jorge may answer for `holdMs`, so that an abandoned draft never silences him. */
export const longestHoldMs = 120_000;

type Held = Pick<Conversation, 'mode' | 'hold'>;
const maySpeak = ({ mode }: Held): boolean => mode === 'bot' || mode === 'waiting';

/** The hold as it stands: null where none does, or where Jorge would not speak anyhow. */
export const holdOf = (conversation: Held, now: number): Hold | null =>
  conversation.hold !== null && conversation.hold.until > now && maySpeak(conversation) ? conversation.hold : null;

/** The hold after one more keystroke. It goes on from the one before, over a short pause too, whoever that was. */
export function afterKeystroke(before: Hold | null, by: Hold['by'], now: number): Hold {
  const since = before !== null && now < before.until + holdMs ? before.since : now;
  return { by, since, until: Math.min(now + holdMs, since + longestHoldMs) };
}

/** Somebody of the team begins to write, or goes on: Jorge takes no turn until then, on any node. Null where he does not speak. */
export async function holdBot(
  parts: Pick<ConversationParts, 'conversations' | 'clock'>,
  scope: StaffScope,
  conversation: Conversation,
): Promise<Hold | null> {
  if (!maySpeak(conversation)) return null;
  const { id, name } = scope.principal;
  const hold = afterKeystroke(conversation.hold, { id, name }, parts.clock.now());
  const changed = await parts.conversations.changeHold(scope.tenantId, conversation.id, hold);
  return changed && holdOf(changed, parts.clock.now());
}

/** Whoever held Jorge writes no longer. The conversation when that let him go; null when they did not hold him. */
export async function letBotGo(
  parts: Pick<ConversationParts, 'conversations' | 'clock'>,
  scope: StaffScope,
  conversationId: string,
): Promise<Conversation | null> {
  const conversation = await parts.conversations.find(scope.tenantId, conversationId);
  if (conversation === null || holdOf(conversation, parts.clock.now())?.by.id !== scope.principal.id) return null;
  return parts.conversations.changeHold(scope.tenantId, conversationId, null);
}
