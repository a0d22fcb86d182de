import { HubError } from '../../../kernel/hubError.ts';
import { newId } from '../../../kernel/ids.ts';
import type { StaffScope } from '../../identity/model.ts';
import { type AssignDeps, assignConversation } from './assignConversation.ts';
import type { SpeakerStore } from './ports.ts';

type HandOnDeps = AssignDeps & { conversations: Pick<SpeakerStore, 'listOwned'> };

const atOnce = 100;
/** Nobody holds more than this: a bound, so that a conversation that keeps coming back cannot keep it going. */
const mostPages = 50;

/**
 * Gives every open conversation of a person to nobody: where they were speaking, it waits for a person. How many that
 * were; again is harmless.
 */
export async function handOnConversations(deps: HandOnDeps, scope: StaffScope, userId: string): Promise<number> {
  let handedOn = 0;
  for (let pages = 0; pages < mostPages; pages += 1) {
    const open = await deps.conversations.listOwned(scope.tenantId, userId, atOnce);
    if (open.length === 0) break;
    for (const { id } of open) handedOn += (await giveToNobody(deps, scope, id)) ? 1 : 0;
  }
  return handedOn;
}

async function giveToNobody(deps: HandOnDeps, scope: StaffScope, conversationId: string): Promise<boolean> {
  try {
    await assignConversation(deps, scope, { commandId: newId(), bodyHash: '' }, { conversationId, owner: null });
    return true;
  } catch (error) {
    // Closed, or given to somebody else, while this came by.
    if (error instanceof HubError && error.code === 'CONFLICT') return false;
    throw error;
  }
}
