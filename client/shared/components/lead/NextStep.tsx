import { restfulReasons } from '../../../../src/contract/teamVocabulary.ts';
import type { Mode } from '../../../../src/contract/values.ts';
import type { QuestionName, RecordName } from '../../../../src/contract/vocabulary.ts';
import { inSentence } from '../../labels/inSentence.ts';
import { needLabels } from '../../labels/needs.ts';
import { reasonLabel } from '../../labels/reasons.ts';
import { asks, namesIn } from '../../labels/slots.ts';
import { stageLabel } from '../../labels/stages.ts';
import type { ConversationFacts } from '../../state/conversationFacts.ts';

interface NextStepProps {
  facts: Pick<ConversationFacts, 'turn' | 'qualification' | 'modeReason'>;
  mode: Mode;
  owner: { id: string; name: string } | null;
  me: string;
}

/** Why something is asked for that is no fact of the deal. */
const why: Partial<Record<QuestionName | RecordName, string>> = {
  first: 'because they want both',
  timeOfDay: 'to find a time',
  day: 'to find a time',
  slot: 'to book one of the times offered',
  whichHome: 'because they mentioned more than one',
  callNumber: 'because a call needs one',
  allMessages: 'because they ruled out one way to be contacted',
  showing: 'because the law requires it before a showing',
  represented: 'because they mentioned having one',
  still: 'because they came from an earlier conversation',
  repairs: 'so the agent comes prepared',
  authority: 'so the agent comes prepared',
  contact: 'so the team can reach them',
  name: 'so the team can reach them',
  bestTime: 'so the team can reach them',
  mayCall: 'because calls and texts need their consent',
};

/** Jorge's question and its reason; null when no question stands. A question that the team answered by hand gives way to the next one. */
function askWords({ turn, qualification }: NextStepProps['facts']): string | null {
  const { slots = {}, missing = [] } = qualification?.data ?? {};
  const stands = turn?.data.nextQuestion;
  if (stands === undefined) return null;
  const isAnswered = namesIn(slots).some((name) => name === stands && slots[name]?.state === 'answered');
  const question = isAnswered ? missing.find((name) => slots[name]?.state !== 'declined') : stands;
  if (question === undefined) return null;
  const reason = why[question] ?? (missing.some((name) => name === question) ? 'because that’s still missing' : '');
  const joint = reason === '' ? '' : reason.startsWith('because') ? ', ' : ' ';
  return `${asks(question)}${joint}${reason}.`;
}

/** Jorge's next step and its reason, in one line. */
export function nextWords({ facts, mode, owner, me }: NextStepProps): string {
  if (mode === 'closed') return 'Nothing. The conversation is closed.';
  if (mode === 'human')
    return `Jorge stays silent while ${owner === null || owner.id === me ? 'you answer' : `${owner.name} answers`}.`;
  const { turn, modeReason } = facts;
  const asked = askWords(facts);
  if (mode === 'waiting') {
    if (modeReason && restfulReasons.has(modeReason))
      return `${needLabels.none}: ${inSentence(reasonLabel(modeReason))}.`;
    const waits = `Jorge is waiting for a person${modeReason ? `: ${inSentence(reasonLabel(modeReason))}` : ''}.`;
    return asked === null ? waits : `${waits} Until then, he ${asked}`;
  }
  if (turn === null) return 'Jorge greets the visitor after their first message.';
  if (asked === null) {
    const stage = stageLabel(turn.data.to);
    return `Jorge is waiting for the visitor: ${stage.endsWith('?') ? stage : `${inSentence(stage)}.`}`;
  }
  return `Jorge ${asked}`;
}

export function NextStep(props: NextStepProps) {
  return (
    <p className="rail-next">
      <b>Next:</b> {nextWords(props)}
    </p>
  );
}
