import type { Clock } from '../../../kernel/clock.ts';
import type { StaffScope } from '../../identity/model.ts';
import type { Conversation, Hold } from '../model.ts';
import type { ConversationStore } from '../ports.ts';
import type { SpeakerStore } from './ports.ts';

export interface HoldDeps {
  conversations: Pick<ConversationStore, 'find'> & Pick<SpeakerStore, 'changeHold'>;
  clock: Clock;
}

export interface LetGoDeps extends HoldDeps {
  turns: { request(tenantId: string, conversationId: string, at: number): void };
}

/** How long Jorge waits after a keystroke of a person who is about to answer. */
export const holdMs = 20_000;
/** The longest hold, however long they write: then Jorge may answer for `holdMs`, so that an abandoned draft never silences him. */
export const longestHoldMs = 120_000;

type Holdable = Pick<Conversation, 'mode' | 'hold'>;
const maySpeak = ({ mode }: Holdable): boolean => mode === 'bot' || mode === 'waiting';

/** The hold as it stands: null where none does, or where Jorge would not speak anyhow. One that would last too long was set by a clock that was wrong. */
export const holdOf = (conversation: Holdable, now: number): Hold | null => {
  const { hold } = conversation;
  const stands = hold !== null && hold.until > now && hold.until <= now + longestHoldMs;
  return stands && maySpeak(conversation) ? hold : null;
};

/** The hold after one more keystroke. It continues the hold before it, over a short pause too, also one of another person. */
export function afterKeystroke(before: Hold | null, by: Hold['by'], now: number): Hold {
  const since = before !== null && now < before.until + holdMs ? before.since : now;
  return { by, since, until: Math.min(now + holdMs, since + longestHoldMs) };
}

/** Somebody of the team begins to write, or goes on: Jorge takes no turn until then, on any node. Null where he does not speak. */
export async function holdBot(deps: HoldDeps, scope: StaffScope, conversation: Conversation): Promise<Hold | null> {
  if (!maySpeak(conversation)) return null;
  const { id, name } = scope.principal;
  const hold = afterKeystroke(conversation.hold, { id, name }, deps.clock.now());
  const changed = await deps.conversations.changeHold(scope.tenantId, conversation.id, hold);
  return changed && holdOf(changed, deps.clock.now());
}

/** The person who held Jorge stopped writing: he answers what came meanwhile. Returns the conversation, or null when they did not hold him. */
export async function letBotGo(
  deps: LetGoDeps,
  scope: StaffScope,
  conversationId: string,
): Promise<Conversation | null> {
  const conversation = await deps.conversations.find(scope.tenantId, conversationId);
  if (conversation === null || holdOf(conversation, deps.clock.now())?.by.id !== scope.principal.id) return null;
  const freed = await deps.conversations.changeHold(scope.tenantId, conversationId, null);
  deps.turns.request(scope.tenantId, conversationId, deps.clock.now());
  return freed;
}
