import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useSaving } from '../../shared/components/useLoaded.ts';

type Language = 'en' | 'es';
const languages = [
  { value: 'en', label: 'English' },
  { value: 'es', label: 'Spanish' },
];

/** Shows what Jorge would tell a visitor of the home's page. */
export function AskOfHome({ listingId }: { listingId: string }) {
  const saving = useSaving();
  const [text, setText] = useState('');
  const [language, setLanguage] = useState<Language>('en');
  const [told, setTold] = useState<string[] | null>(null);
  return (
    <section className="person-card" aria-label="Ask as a visitor">
      <h2>Ask as a visitor</h2>
      <form
        className="home-ask"
        onSubmit={async (event) => {
          event.preventDefault();
          const answer = await saving.run('POST /listings/:id/ask', {
            params: { id: listingId },
            body: { text, language },
          });
          setTold(answer?.sentences ?? null);
        }}
      >
        <TextInput
          label="Question"
          placeholder="how old is the roof"
          maxLength={1_000}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <div className="home-line">
          <SegmentedControl
            aria-label="Answer language"
            data={languages}
            value={language}
            onChange={(value) => setLanguage(value === 'es' ? 'es' : 'en')}
          />
          <Button
            type="submit"
            size="sm"
            variant="default"
            disabled={text.trim() === ''}
            loading={saving.state === 'saving'}
          >
            Ask
          </Button>
        </div>
        <div role="status">
          {told !== null ? (
            <blockquote className="home-told" lang={language}>
              {told.join(' ')}
            </blockquote>
          ) : null}
          {saving.state === 'failed' ? <p className="homes-fault">{saving.refusal?.message}</p> : null}
        </div>
        <p className="home-quiet">Answers use what’s saved. This doesn’t start a conversation, and nothing is kept.</p>
      </form>
    </section>
  );
}
