import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Fact } from '../../../src/contract/readings.ts';
import { useSaving } from '../../shared/components/useLoaded.ts';
import { cardLanguageOf, cardLanguages } from './CardForm.tsx';
import { SaveLine } from './parts.tsx';

/** Shows what Jorge would answer a visitor who asks this, with the sources. */
export function AskAsVisitor() {
  const saving = useSaving();
  const [text, setText] = useState('');
  const [language, setLanguage] = useState<'en' | 'es'>('en');
  const [cards, setCards] = useState<Fact[] | null>(null);
  return (
    <form
      className="settings-form boxed"
      aria-label="Ask as a visitor"
      onSubmit={async (event) => {
        event.preventDefault();
        const answer = await saving.run('POST /knowledge/ask', { body: { text, language } });
        if (!answer) return;
        saving.clear();
        setCards(answer.cards);
      }}
    >
      <TextInput
        label="Ask as a visitor"
        placeholder="what are closing costs"
        maxLength={1_000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className="settings-row">
        <SegmentedControl
          aria-label="Answer language"
          data={cardLanguages}
          value={language}
          onChange={(value) => setLanguage(cardLanguageOf(value))}
        />
        <Button type="submit" size="sm" disabled={text.trim() === ''} loading={saving.state === 'saving'}>
          Ask
        </Button>
      </div>
      <div role="status">
        {cards?.length === 0 ? (
          <p className="settings-quiet">
            No card answers this. Jorge would check the home’s details or pass the question to your team.
          </p>
        ) : null}
        {cards?.map(({ id, words, source, asOf }) => (
          <div key={id}>
            <p>{words}</p>
            <p className="settings-quiet">
              {source}
              {asOf === undefined ? null : `, as of ${asOf}`}
            </p>
          </div>
        ))}
      </div>
      {saving.state === 'failed' ? <SaveLine saving={saving} /> : null}
    </form>
  );
}
