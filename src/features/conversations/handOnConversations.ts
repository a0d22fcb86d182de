import { HubError } from '../../kernel/hubError.ts';
import { newId } from '../../kernel/ids.ts';
import type { StaffScope } from '../identity/model.ts';
import { assignConversation } from './organise.ts';
import type { ConversationParts } from './parts.ts';

const atOnce = 100;
/** Nobody holds more than this: a bound, so that a conversation that keeps coming back cannot keep it going. */
const mostPages = 50;

/**
 * Gives every open conversation of a person to nobody: where they were speaking, it waits for a person. How many that
 * were; again is harmless.
 */
export async function handOnConversations(
  parts: ConversationParts,
  scope: StaffScope,
  userId: string,
): Promise<number> {
  let handedOn = 0;
  for (let pages = 0; pages < mostPages; pages += 1) {
    const { items } = await parts.conversations.list(scope.tenantId, {
      filter: { mine: true },
      me: userId,
      closed: false,
      limit: atOnce,
      now: parts.clock.now(),
    });
    if (items.length === 0) break;
    for (const { id } of items) handedOn += (await giveToNobody(parts, scope, id)) ? 1 : 0;
  }
  return handedOn;
}

async function giveToNobody(parts: ConversationParts, scope: StaffScope, conversationId: string): Promise<boolean> {
  try {
    await assignConversation(parts, scope, conversationId, { commandId: newId(), bodyHash: '' }, null);
    return true;
  } catch (error) {
    // Closed, or given to somebody else, while this came by.
    if (error instanceof HubError && error.code === 'CONFLICT') return false;
    throw error;
  }
}
