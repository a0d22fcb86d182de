import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Fact } from '../../../src/contract/readings.ts';
import type { KnowledgeTrial, TrialAnswer } from '../../../src/contract/rest/knowledge.ts';
import { useSaving } from '../../shared/components/useLoaded.ts';
import { goTo } from '../route.ts';
import { SaveLine } from './parts.tsx';

const shown = 20;
const wordsOf = (facts: readonly Fact[]): string =>
  facts.length === 0
    ? 'No card. Jorge checked the home’s details or passed the question to your team.'
    : facts.map(({ words }) => words).join(' ');

/** Which answers of the last talks a change would alter, before it is saved. */
export function TryOnTalks({ change }: { change(): KnowledgeTrial }) {
  const trying = useSaving();
  const [answer, setAnswer] = useState<TrialAnswer | null>(null);
  return (
    <section aria-label="Test on my last 50 conversations">
      <Button
        variant="default"
        size="sm"
        loading={trying.state === 'saving'}
        onClick={async () => {
          setAnswer(null);
          const found = await trying.run('POST /knowledge/try', { body: change() });
          if (!found) return;
          trying.clear();
          setAnswer(found);
        }}
      >
        Test on my last 50 conversations
      </Button>
      <div role="status">{answer === null ? null : <p className="settings-quiet">{sumOf(answer)}</p>}</div>
      {answer === null ? null : (
        <ul className="settings-list">
          {answer.changes.slice(0, shown).map(({ conversationId, at, question, before, after }) => (
            <li key={`${conversationId} ${at} ${question}`}>
              <strong>{question}</strong>
              <p>Before: {wordsOf(before)}</p>
              <p>Now: {wordsOf(after)}</p>
              <p>
                <a
                  className="link"
                  href={`/desk/c/${conversationId}`}
                  onClick={(event) => {
                    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
                    event.preventDefault();
                    goTo(conversationId);
                  }}
                >
                  Conversation
                </a>
              </p>
            </li>
          ))}
        </ul>
      )}
      {trying.state === 'failed' ? <SaveLine saving={trying} /> : null}
    </section>
  );
}

function sumOf({ talks, questions, changes, complete }: TrialAnswer): string {
  const of = `${questions} ${questions === 1 ? 'question' : 'questions'} in ${talks} ${talks === 1 ? 'conversation' : 'conversations'}`;
  const more = changes.length > shown ? ` (the first ${shown} are below)` : '';
  const rest = complete ? '' : ' There may be more. Not everything was checked.';
  if (changes.length === 0) return `Out of ${of}, no answers would change.${rest}`;
  return `Out of ${of}, ${changes.length} ${changes.length === 1 ? 'answer' : 'answers'} would change${more}.${rest}`;
}
