import { HubError } from '../../../kernel/hubError.ts';
import type { Scope } from '../../identity/model.ts';
import type { Conversation } from '../model.ts';

/** `CONFLICT`, in words that tell the team who holds the conversation or that it is over. Visitors read nothing of the team. */
export function conflictOf(scope: Scope, conversation: Pick<Conversation, 'mode' | 'owner'> | null): HubError {
  if (scope.principal.kind === 'visitor' || conversation === null) return new HubError('CONFLICT');
  const { mode, owner } = conversation;
  if (mode === 'closed') return new HubError('CONFLICT', { says: 'This conversation is closed.' });
  if (owner === null || owner.id === scope.principal.id) return new HubError('CONFLICT');
  return new HubError('CONFLICT', { says: `${owner.name} is handling this conversation.` });
}
