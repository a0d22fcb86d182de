import { Button, FileButton, SegmentedControl, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { CardImport, CardImportAnswer } from '../../../src/contract/rest/knowledge.ts';
import { settingsLimits } from '../../../src/contract/rest/settingsLimits.ts';
import { useSaving } from '../../shared/components/useLoaded.ts';
import { cardLanguageOf, cardLanguages } from './CardForm.tsx';
import { SaveLine } from './parts.tsx';

const forms: { value: CardImport['form']; label: string; hint: string }[] = [
  { value: 'text', label: 'Pasted text', hint: 'Each question ends with a question mark, followed by its answer.' },
  { value: 'markdown', label: 'Markdown', hint: 'Each ## heading is a question, followed by its answer.' },
  { value: 'csv', label: 'CSV', hint: 'Two columns: question, answer.' },
];

/** Many cards at once: all of them, or none and every place that is wrong is named. */
export function CardsImport({ onDone }: { onDone(): void }) {
  const saving = useSaving();
  const [text, setText] = useState('');
  const [form, setForm] = useState<CardImport['form']>('text');
  const [language, setLanguage] = useState<'en' | 'es'>('en');
  const [problems, setProblems] = useState<CardImportAnswer['problems']>([]);
  return (
    <form
      className="settings-form boxed"
      aria-label="Import cards"
      onSubmit={async (event) => {
        event.preventDefault();
        const answer = await saving.run('POST /knowledge/import', { body: { text, form, language } });
        if (!answer) return;
        saving.clear();
        setProblems(answer.problems);
        if (answer.problems.length === 0) onDone();
      }}
    >
      <SegmentedControl
        aria-label="Format"
        data={forms.map(({ value, label }) => ({ value, label }))}
        value={form}
        onChange={(value) => setForm(forms.find((one) => one.value === value)?.value ?? 'text')}
      />
      <Textarea
        label="Questions and answers"
        description={`${forms.find(({ value }) => value === form)?.hint} Nothing is imported until every problem is fixed.`}
        autosize
        minRows={6}
        maxRows={16}
        maxLength={settingsLimits.cardImportChars}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <SegmentedControl
        aria-label="Card language"
        data={cardLanguages}
        value={language}
        onChange={(value) => setLanguage(cardLanguageOf(value))}
      />
      {problems.length > 0 ? (
        <ul className="import-problems" role="alert">
          {problems.map(({ line, problem }) => (
            <li key={`${line} ${problem}`}>
              Line {line}: {problem}
            </li>
          ))}
        </ul>
      ) : null}
      <div className="settings-row">
        <Button type="submit" size="sm" disabled={text.trim() === ''} loading={saving.state === 'saving'}>
          Add all
        </Button>
        <FileButton accept=".csv,.md,.txt" onChange={async (file) => file && setText(await file.text())}>
          {(props) => (
            <Button variant="default" size="sm" {...props}>
              Choose a file
            </Button>
          )}
        </FileButton>
        <Button variant="subtle" size="sm" onClick={onDone}>
          Cancel
        </Button>
      </div>
      <SaveLine saving={saving} />
    </form>
  );
}
