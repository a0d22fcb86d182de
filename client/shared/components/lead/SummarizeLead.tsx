import { Button } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import type { Report } from '../../../../src/contract/rest/reports.ts';
import { useSaving } from '../useLoaded.ts';

/** Loaded when there is something to recommend. */
const LeadActions = lazy(() => import('./LeadActions.tsx'));

/** Has a summary of a lead made, leads to it, and shows what it recommends. */
export function SummarizeLead({ leadId }: { leadId: string }) {
  const { state, refusal, run } = useSaving();
  const [made, setMade] = useState<Report | null>(null);
  const actions = made?.analysis?.actions ?? [];
  return (
    <div className="summarize-lead">
      <Button
        size="xs"
        variant="default"
        loading={state === 'saving'}
        onClick={async () => {
          const report = await run('POST /reports', { body: { kind: 'lead', leadId } });
          if (report) setMade(report);
        }}
      >
        Summarize this lead
      </Button>
      <span role="status">
        {refusal ? (
          refusal.message
        ) : made === null || state === 'saving' ? null : (
          <a className="link" href={`/desk/reports/${encodeURIComponent(made.reportId)}`}>
            Open the summary
          </a>
        )}
      </span>
      {actions.length === 0 ? null : (
        <Suspense>
          <LeadActions leadId={leadId} actions={actions} />
        </Suspense>
      )}
    </div>
  );
}
