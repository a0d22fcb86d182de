import { Button, FileButton, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { ImportAnswer, MadeInvite } from '../../../src/contract/rest/invites.ts';
import { settingsLimits } from '../../../src/contract/rest/settingsLimits.ts';
import { useSaving } from '../../shared/components/useLoaded.ts';
import { SaveLine } from './parts.tsx';

/** A list of people as CSV: all of them are invited, or none and every row that is wrong is named. */
export function ImportForm({ onMade, onCancel }: { onMade(invites: MadeInvite[]): void; onCancel(): void }) {
  const saving = useSaving();
  const [csv, setCsv] = useState('');
  const [problems, setProblems] = useState<ImportAnswer['problems']>([]);
  return (
    <form
      className="settings-form boxed"
      onSubmit={async (event) => {
        event.preventDefault();
        const answer = await saving.run('POST /people/import', { body: { csv } });
        saving.clear();
        if (!answer) return;
        setProblems(answer.problems);
        if (answer.problems.length === 0) onMade(answer.invites);
      }}
    >
      <Textarea
        label="People"
        description={`Columns: email, name, role. Up to ${settingsLimits.importRows} rows. No one is invited until every row is valid.`}
        placeholder={'email,name,role\nkim@brokerage.com,Kim Ortiz,agent'}
        autosize
        minRows={5}
        maxRows={14}
        maxLength={settingsLimits.importChars}
        value={csv}
        onChange={(event) => setCsv(event.currentTarget.value)}
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
        <Button type="submit" size="sm" disabled={csv.trim() === ''} loading={saving.state === 'saving'}>
          Invite all
        </Button>
        <FileButton accept=".csv,text/csv" onChange={async (file) => file && setCsv(await file.text())}>
          {(props) => (
            <Button variant="default" size="sm" {...props}>
              Choose a file
            </Button>
          )}
        </FileButton>
        <Button variant="subtle" size="sm" onClick={onCancel}>
          Cancel
        </Button>
      </div>
      <SaveLine saving={saving} />
    </form>
  );
}
