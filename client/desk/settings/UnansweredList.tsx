import { Button } from '@mantine/core';
import type { UnansweredQuestion } from '../../../src/contract/rest/knowledge.ts';
import { useSaving } from '../../shared/components/useLoaded.ts';
import { clockTime, dayInSentence, exactTime } from '../../shared/labels/times.ts';
import { goTo } from '../route.ts';
import { SaveLine } from './parts.tsx';

/** The questions that nobody could answer; one press makes a card of one. */
export function UnansweredList(props: {
  questions: readonly UnansweredQuestion[];
  mayWrite: boolean;
  onChanged(): void;
  onMakeCard(question: UnansweredQuestion): void;
}) {
  const { questions, mayWrite, onChanged, onMakeCard } = props;
  const saving = useSaving();
  if (questions.length === 0) return null;
  return (
    <section aria-label="Unanswered questions">
      <h3>Unanswered questions</h3>
      <ul className="settings-list">
        {questions.map((asked) => (
          <li key={asked.id}>
            <div className="settings-item">
              <div>
                <strong>{asked.question}</strong>
                <p>
                  {asked.times === 1 ? 'Asked once' : `Asked ${asked.times} times`}, most recently{' '}
                  <time dateTime={asked.at} title={exactTime(asked.at)}>
                    {dayInSentence(asked.at)} at {clockTime(asked.at)}
                  </time>{' '}
                  ·{' '}
                  <a
                    className="link"
                    href={`/desk/c/${asked.conversationId}`}
                    onClick={(event) => {
                      if (event.metaKey || event.ctrlKey || event.shiftKey) return;
                      event.preventDefault();
                      goTo(asked.conversationId);
                    }}
                  >
                    Conversation
                  </a>
                </p>
              </div>
              {mayWrite ? (
                <div className="settings-row">
                  <Button
                    variant="default"
                    aria-label={`Create card: ${asked.question}`}
                    onClick={() => onMakeCard(asked)}
                  >
                    Create card
                  </Button>
                  <Button
                    variant="subtle"
                    aria-label={`No card needed: ${asked.question}`}
                    onClick={async () => {
                      if (await saving.run('DELETE /knowledge/unanswered/:id', { params: { id: asked.id } }))
                        onChanged();
                    }}
                  >
                    No card needed
                  </Button>
                </div>
              ) : null}
            </div>
          </li>
        ))}
      </ul>
      {saving.state === 'failed' ? <SaveLine saving={saving} /> : null}
    </section>
  );
}
