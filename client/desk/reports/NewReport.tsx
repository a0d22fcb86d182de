import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { type ReportKind, reportKinds } from '../../../src/contract/reportFigures.ts';
import { useSaving } from '../../shared/components/useLoaded.ts';
import { reportKindLabels } from '../../shared/labels/reports.ts';
import { goToPath, linkToReport } from '../route.ts';

const kinds = reportKinds.filter((kind) => kind !== 'lead');

/** Asks for a report of the team; without days it is about the last seven whole ones. */
export function NewReport() {
  const [kind, setKind] = useState<ReportKind>('weekly');
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const { state, refusal, run } = useSaving();
  const hasPeriod = kind !== 'pipeline';

  async function submit(event: FormEvent) {
    event.preventDefault();
    const days = hasPeriod ? { ...(from === '' ? {} : { from }), ...(to === '' ? {} : { to }) } : {};
    const made = await run('POST /reports', { body: { kind, ...days } });
    if (made) goToPath(linkToReport(made.reportId));
  }

  return (
    <form className="people-bar reports-new" onSubmit={(event) => void submit(event)}>
      <NativeSelect
        aria-label="Kind of report"
        value={kind}
        onChange={(event) => setKind(event.currentTarget.value as ReportKind)}
        data={kinds.map((one) => ({ value: one, label: reportKindLabels[one] }))}
      />
      {hasPeriod ? (
        <>
          <TextInput
            type="date"
            aria-label="First day"
            title="Without days: the last seven whole ones"
            value={from}
            onChange={(event) => setFrom(event.currentTarget.value)}
          />
          <TextInput
            type="date"
            aria-label="Last day"
            title="Without days: the last seven whole ones"
            value={to}
            onChange={(event) => setTo(event.currentTarget.value)}
          />
        </>
      ) : null}
      <Button type="submit" size="sm" loading={state === 'saving'}>
        New report
      </Button>
      <p role="status">
        {refusal === null
          ? hasPeriod && from === '' && to === ''
            ? 'The last seven days, without today'
            : ''
          : refusal.field === 'from' || refusal.field === 'to'
            ? 'Choose days up to today, at most 92.'
            : refusal.message}
      </p>
    </form>
  );
}
