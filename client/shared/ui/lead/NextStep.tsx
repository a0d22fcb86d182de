import type { Mode } from '../../../../src/contract/values.ts';
import type { ConversationFacts } from '../../state/conversationFacts.ts';
import { asksFor } from '../teamWords.ts';
import { reasonName, stageName } from '../words.ts';

interface NextStepProps {
  facts: Pick<ConversationFacts, 'turn' | 'qualification' | 'modeReason'>;
  mode: Mode;
  owner: { id: string; name: string } | null;
  me: string;
}

/** What Jorge does next, and why, in one line. */
export function nextWords({ facts, mode, owner, me }: NextStepProps): string {
  if (mode === 'closed') return 'Nothing: the conversation is closed.';
  if (mode === 'human')
    return `Jorge is silent while ${owner === null || owner.id === me ? 'you answer' : `${owner.name} answers`}.`;
  if (mode === 'waiting')
    return `Jorge waits for a person${facts.modeReason ? `: ${reasonName(facts.modeReason).toLowerCase()}` : ''}.`;
  const { turn, qualification } = facts;
  if (turn === null) return 'Jorge greets the visitor after their first message.';
  const { nextQuestion, to } = turn.data;
  if (nextQuestion === undefined) return `Jorge waits for the visitor: ${stageName(to).toLowerCase()}.`;
  const isMissing = qualification?.data.missing.includes(nextQuestion) ?? false;
  return `Asks for ${asksFor(nextQuestion)}${isMissing ? ', because that is missing' : ''}.`;
}

export function NextStep(props: NextStepProps) {
  return (
    <p className="rail-next">
      <b>Next:</b> {nextWords(props)}
    </p>
  );
}
