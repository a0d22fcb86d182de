import { Button, SegmentedControl, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { CardRequest, KnowledgeCard, UnansweredQuestion } from '../../../src/contract/rest/knowledge.ts';
import { settingsLimits } from '../../../src/contract/rest/settingsLimits.ts';
import { useSaving } from '../../shared/components/useLoaded.ts';
import type { Refusal } from '../../shared/connection/refusal.ts';
import { fieldFault } from './fieldFault.ts';
import { SaveLine } from './parts.tsx';
import { TryOnTalks } from './TryOnTalks.tsx';

export const cardLanguages = [
  { value: 'en', label: 'English' },
  { value: 'es', label: 'Spanish' },
];
const cardAudiences = [
  { value: 'visitor', label: 'Visitors and team' },
  { value: 'staff', label: 'Team only' },
];
export const cardLanguageOf = (value: string): 'en' | 'es' => (value === 'es' ? 'es' : 'en');

const cardRefusal = ({ code, field }: Refusal): string | null => {
  if (code !== 'VALIDATION_FAILED') return null;
  return field?.startsWith('questions')
    ? `Enter 1 to ${settingsLimits.cardQuestions} questions of up to ${settingsLimits.cardQuestionChars} characters each.`
    : 'The answer is missing or too long.';
};

/** The form of a card, new or to be changed; a card that is made from an open question answers it. */
export function CardForm(props: { card: KnowledgeCard | null; from: UnansweredQuestion | null; onDone(): void }) {
  const { card, from, onDone } = props;
  const saving = useSaving();
  const [questions, setQuestions] = useState(card?.questions.join('\n') ?? from?.question ?? '');
  const [answer, setAnswer] = useState(card?.answer ?? '');
  const [language, setLanguage] = useState(card?.language ?? 'en');
  const [audience, setAudience] = useState(card?.audience ?? 'visitor');
  const isForTeam = audience === 'staff';
  const wordsOf = (): CardRequest => {
    const lines = questions.split('\n').map((line) => line.trim());
    return { questions: lines.filter((line) => line !== ''), answer, language, audience };
  };
  return (
    <form
      className="settings-form boxed"
      aria-label={card === null ? 'New card' : 'Card'}
      onSubmit={async (event) => {
        event.preventDefault();
        const words = wordsOf();
        const done = card
          ? await saving.run('PUT /knowledge/:id', { params: { id: card.id }, body: words })
          : await saving.run('POST /knowledge', { body: from === null ? words : { ...words, answers: from.id } });
        if (done) onDone();
      }}
    >
      <Textarea
        label="Questions"
        description="One per line, as people type them. Two or three wordings work better than one."
        placeholder={'Do you manage rentals?\ncan you rent out my house for me'}
        autosize
        minRows={2}
        maxRows={10}
        value={questions}
        error={fieldFault(saving, 'questions', cardRefusal)}
        onChange={(event) => setQuestions(event.currentTarget.value)}
      />
      <Textarea
        label={isForTeam ? 'Answer for the coach' : 'Jorge’s answer'}
        description={
          isForTeam
            ? 'For the coach and for answers to agents. Visitors never see this.'
            : from === null
              ? 'In your own words. Include only what’s true for everyone who asks.'
              : 'In your own words. Include only what’s true for everyone who asks. Jorge sends it to the visitor who asked last.'
        }
        autosize
        minRows={3}
        maxRows={12}
        maxLength={settingsLimits.cardChars}
        value={answer}
        error={fieldFault(saving, 'answer', cardRefusal)}
        onChange={(event) => setAnswer(event.currentTarget.value)}
      />
      <SegmentedControl
        aria-label="Card language"
        data={cardLanguages}
        value={language}
        onChange={(value) => setLanguage(cardLanguageOf(value))}
      />
      <SegmentedControl
        aria-label="Audience"
        data={cardAudiences}
        value={audience}
        onChange={(value) => setAudience(value === 'staff' ? 'staff' : 'visitor')}
      />
      <div className="settings-row">
        <Button type="submit" size="sm" loading={saving.state === 'saving'}>
          Save
        </Button>
        <Button variant="default" size="sm" onClick={onDone}>
          Cancel
        </Button>
        {card ? (
          <Button
            variant="subtle"
            color="red"
            size="sm"
            onClick={async () => {
              if (await saving.run('DELETE /knowledge/:id', { params: { id: card.id } })) onDone();
            }}
          >
            Delete
          </Button>
        ) : null}
      </div>
      <SaveLine saving={saving} words={cardRefusal} marks={['questions', 'answer']} />
      <TryOnTalks change={() => ({ card: wordsOf(), ...(card === null ? {} : { replaces: card.id }) })} />
    </form>
  );
}
