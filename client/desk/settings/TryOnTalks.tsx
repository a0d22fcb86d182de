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
    ? 'No card: the home was looked at, or it was passed on.'
    : facts.map(({ words }) => words).join(' ');

/** Which answers of the last talks a change would alter, before it is saved. */
export function TryOnTalks({ change }: { change(): KnowledgeTrial }) {
  const trying = useSaving();
  const [answer, setAnswer] = useState<TrialAnswer | null>(null);
  return (
    <section aria-label="Try on my last 50 talks">
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
        Try on my last 50 talks
      </Button>
      <div role="status">{answer === null ? null : <p className="settings-quiet">{sumOf(answer)}</p>}</div>
      {answer === null ? null : (
        <ul className="settings-list">
          {answer.changes.slice(0, shown).map(({ conversationId, at, question, before, after }) => (
            <li key={`${conversationId} ${at} ${question}`}>
              <strong>{question}</strong>
              <p>Then: {wordsOf(before)}</p>
              <p>With this: {wordsOf(after)}</p>
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
  const of = `${questions} ${questions === 1 ? 'question' : 'questions'} in ${talks} ${talks === 1 ? 'talk' : 'talks'}`;
  const more = changes.length > shown ? `, the first ${shown} below` : '';
  const rest = complete ? '' : ' There may be more: not everything was looked at.';
  if (changes.length === 0) return `No answer would change, of ${of}.${rest}`;
  return `${changes.length} ${changes.length === 1 ? 'answer' : 'answers'} would change, of ${of}${more}.${rest}`;
}
