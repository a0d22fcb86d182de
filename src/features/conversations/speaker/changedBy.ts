import { HubError } from '../../../kernel/hubError.ts';
import type { Scope } from '../../identity/model.ts';
import { type CommandRef, commandOrigin } from '../actors.ts';
import type { ChangedBy, Conversation, MadeBy } from '../model.ts';

/** How a store marks a change that a command makes: by the key of the line that will say so. */
export function madeBy(scope: Scope, command: CommandRef, line: 'speaker' | 'assignment'): MadeBy {
  return { key: commandOrigin(scope, command, line).onceKey, bodyHash: command.bodyHash };
}

/**
 * The change of speaker that this command has made already, as long as no other came after it; null otherwise.
 * @throws HubError `COMMAND_REUSED` when it was the same command with another body
 */
export const speakerChangeBy = (conversation: Conversation, by: MadeBy): ChangedBy | null =>
  ifBy(conversation, conversation.speakerBy, by);

/**
 * The same for a change of the owner alone, where the speaker stayed.
 * @throws HubError `COMMAND_REUSED` when it was the same command with another body
 */
export const ownerChangeBy = (conversation: Conversation, by: MadeBy): ChangedBy | null =>
  ifBy(conversation, conversation.ownerBy, by);

function ifBy({ fence }: Conversation, made: ChangedBy | null | undefined, by: MadeBy): ChangedBy | null {
  if (!made || made.key !== by.key || made.fence !== fence) return null;
  if (made.bodyHash !== by.bodyHash) throw new HubError('COMMAND_REUSED');
  return made;
}
