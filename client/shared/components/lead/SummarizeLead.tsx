import { Button } from '@mantine/core';
import { useState } from 'react';
import { useSaving } from '../useLoaded.ts';

/** Has a summary of a lead made, and leads to it. */
export function SummarizeLead({ leadId }: { leadId: string }) {
  const { state, refusal, run } = useSaving();
  const [made, setMade] = useState<string | null>(null);
  return (
    <div className="summarize-lead">
      <Button
        size="xs"
        variant="default"
        loading={state === 'saving'}
        onClick={async () => {
          const report = await run('POST /reports', { body: { kind: 'lead', leadId } });
          if (report) setMade(report.reportId);
        }}
      >
        Summarize this lead
      </Button>
      <span role="status">
        {refusal ? (
          refusal.message
        ) : made === null || state === 'saving' ? null : (
          <a className="link" href={`/desk/reports/${encodeURIComponent(made)}`}>
            Open the summary
          </a>
        )}
      </span>
    </div>
  );
}
