import { Button } from '@mantine/core';
import { useState } from 'react';
import type { UnansweredQuestion } from '../../../src/contract/rest/knowledge.ts';
import { Notice } from '../../shared/components/Notice.tsx';
import { useSession } from '../../shared/components/SessionContext.ts';
import { useLoaded } from '../../shared/components/useLoaded.ts';
import { clockTime, dayInSentence, exactTime } from '../../shared/labels/times.ts';
import { AskAsVisitor } from './AskAsVisitor.tsx';
import { CardForm } from './CardForm.tsx';
import { CardsImport } from './CardsImport.tsx';
import { Section } from './parts.tsx';
import { UnansweredList } from './UnansweredList.tsx';

type Edited =
  | { kind: 'card'; id: string }
  | { kind: 'new'; from: UnansweredQuestion | null }
  | { kind: 'import' }
  | null;

/** Jorge's knowledge beyond your homes: cards of your own, questions that nobody could answer, and a place to try it. */
export function KnowledgeSection() {
  const { user } = useSession();
  const loaded = useLoaded('GET /knowledge');
  const open = useLoaded('GET /knowledge/unanswered');
  const [edited, setEdited] = useState<Edited>(null);
  const mayWrite = user.role !== 'agent';
  const close = () => {
    setEdited(null);
    loaded.reload();
    open.reload();
  };
  return (
    <Section
      title="Knowledge"
      about="Jorge uses this for questions beyond your homes. He already knows how buying and selling work in Texas and what’s under About you. Add what only you know. Supervisors and admins can edit this."
      loaded={loaded}
    >
      {({ items }) => (
        <>
          <AskAsVisitor />
          <UnansweredList
            questions={open.data?.items ?? []}
            mayWrite={mayWrite}
            onChanged={open.reload}
            onMakeCard={(from) => setEdited({ kind: 'new', from })}
          />
          {edited?.kind === 'new' ? <CardForm card={null} from={edited.from} onDone={close} /> : null}
          {edited?.kind === 'import' ? <CardsImport onDone={close} /> : null}
          {mayWrite && edited === null ? (
            <div className="settings-row">
              <Button size="sm" onClick={() => setEdited({ kind: 'new', from: null })}>
                Add a card
              </Button>
              <Button variant="default" size="sm" onClick={() => setEdited({ kind: 'import' })}>
                Import
              </Button>
            </div>
          ) : null}
          {items.length === 0 && edited === null ? (
            <Notice
              title="No cards yet"
              text="Each card has a question, worded the way people ask it, and Jorge’s answer."
            />
          ) : null}
          <ul className="settings-list">
            {items.map((card) => (
              <li key={card.id}>
                {edited?.kind === 'card' && edited.id === card.id ? (
                  <CardForm card={card} from={null} onDone={close} />
                ) : (
                  <div className="settings-item">
                    <div>
                      <strong>{card.questions.join(' · ')}</strong>
                      <p className="reply-text">{card.answer}</p>
                      <p>
                        {card.audience === 'staff' ? 'Team only, ' : ''}
                        {card.by.name},{' '}
                        <time dateTime={card.at} title={exactTime(card.at)}>
                          {dayInSentence(card.at)} at {clockTime(card.at)}
                        </time>
                      </p>
                    </div>
                    {mayWrite ? (
                      <Button
                        variant="default"
                        aria-label={`Edit: ${card.questions[0]}`}
                        onClick={() => setEdited({ kind: 'card', id: card.id })}
                      >
                        Edit
                      </Button>
                    ) : null}
                  </div>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}
