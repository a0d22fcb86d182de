import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Report, ReportSection } from '../../../src/contract/rest/reports.ts';
import { useLoaded } from '../../shared/components/useLoaded.ts';
import { beforeWords, periodWords, valueWords } from '../../shared/labels/reports.ts';
import { exactTime } from '../../shared/labels/times.ts';
import { LoadedPage } from '../LoadedPage.tsx';
import { Analyzed } from './Analyzed.tsx';

/** One report, to be read on the screen and on paper. */
export function ReportPage({ id }: { id: string }) {
  const loaded = useLoaded('GET /reports/:id', { params: { id } });
  return (
    <LoadedPage
      back={{ to: '/desk/reports', words: 'Reports' }}
      title={loaded.data?.title ?? 'Report'}
      loaded={loaded}
      missing={{ title: 'Report not found', text: 'It may have been deleted, or the link may be wrong.' }}
      failed="This report didn’t load"
      tools={
        <Button variant="default" size="sm" title="Also saves it as a PDF" onClick={() => window.print()}>
          Print
        </Button>
      }
    >
      {(report) => <Sheet report={report} />}
    </LoadedPage>
  );
}

function Sheet({ report }: { report: Report }) {
  const when = periodWords(report);
  return (
    <article className="report">
      <header>
        <p className="report-title">{report.title}</p>
        <p>{[when, report.timeZone.replaceAll('_', ' ')].filter((part) => part !== null).join(' · ')}</p>
        <p>
          Made {exactTime(report.createdAt)} by {report.by.name}
        </p>
        {report.complete ? null : <p className="report-cut">There was too much to read: only the newest is counted.</p>}
      </header>
      {report.sections.map((section) => (
        <Section key={section.title} section={section}>
          {report.analysis && report.leadId ? (
            <Analyzed title={section.title} leadId={report.leadId} analysis={report.analysis} />
          ) : null}
        </Section>
      ))}
    </article>
  );
}

function Section({
  section: { title, text, basis, figures },
  children,
}: {
  section: ReportSection;
  children: ReactNode;
}) {
  const isCompared = figures.some(({ before }) => before !== undefined);
  return (
    <section className="person-card">
      <h2>
        {title} {basis === 'model' ? <span>written by Claude from these figures</span> : null}
      </h2>
      <p>{text}</p>
      {children}
      {figures.length === 0 ? null : (
        <table>
          <thead>
            <tr>
              <th scope="col">Figure</th>
              <th scope="col">Value</th>
              {isCompared ? <th scope="col">Before</th> : null}
              <th scope="col">Source</th>
            </tr>
          </thead>
          <tbody>
            {figures.map((figure, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a report never changes, and two figures may have one name
              <tr key={at}>
                <th scope="row">
                  <bdi>{figure.name}</bdi>
                </th>
                <td>
                  <bdi>{valueWords(figure)}</bdi>
                </td>
                {isCompared ? <td>{beforeWords(figure)}</td> : null}
                <td>{figure.source}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
