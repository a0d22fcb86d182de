import { sha256 } from '../../kernel/ids.ts';
import { type CommandRef, lineKeyOf } from '../conversations/actors.ts';
import type { EntryStore } from '../conversations/ports.ts';
import type { Proposal } from './model.ts';

/** The proposal is the command: approved again after a crash it is the same message, and the same task. */
export const commandOf = ({ id, draft: { text } }: Pick<Proposal, 'id' | 'draft'>): CommandRef => ({
  commandId: id,
  bodyHash: sha256(text),
});

export const outcomeOf = ({ way }: Pick<Proposal, 'way'>): 'sent' | 'tasked' =>
  way === 'sms' || way === 'email' ? 'sent' : 'tasked';

/** What an approval by this person did, by the last line that it leaves in the log; null where it isn't done, or not all of it. */
export async function carriedOut(
  entries: Pick<EntryStore, 'findOnce'>,
  proposal: Proposal,
  approverId: string,
): Promise<'sent' | 'tasked' | null> {
  const outcome = outcomeOf(proposal);
  const line = outcome === 'sent' ? 'message' : 'task-changed';
  return (await entries.findOnce(lineKeyOf(approverId, proposal.id, line))) === null ? null : outcome;
}
