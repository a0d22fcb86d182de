import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Report, ReportSection } from '../../../src/contract/rest/reports.ts';
import { Icon } from '../../shared/components/Icon.tsx';
import { Notice } from '../../shared/components/Notice.tsx';
import { UserMenu } from '../../shared/components/UserMenu.tsx';
import { useAfter } from '../../shared/components/useAfter.ts';
import { useLoaded } from '../../shared/components/useLoaded.ts';
import { beforeWords, periodWords, valueWords } from '../../shared/labels/reports.ts';
import { exactTime } from '../../shared/labels/times.ts';
import { DeskLink } from '../DeskLink.tsx';
import { Analyzed } from './Analyzed.tsx';

/** One report, to be read on the screen and on paper. */
export function ReportPage({ id }: { id: string }) {
  const late = useAfter(200);
  const { data: report, refusal, reload } = useLoaded('GET /reports/:id', { params: { id } });
  return (
    <div className="people">
      <header className="column-head">
        <DeskLink className="people-back" to="/desk/reports">
          <Icon name="back" /> Reports
        </DeskLink>
        <h1 className="person-name">{report?.title ?? 'Report'}</h1>
        {report === null ? null : (
          <Button variant="default" size="sm" title="Also saves it as a PDF" onClick={() => window.print()}>
            Print
          </Button>
        )}
        <UserMenu />
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long report is scrolled by the keyboard */}
      <main className="people-body" tabIndex={0}>
        {report !== null ? (
          <Sheet report={report} />
        ) : refusal?.code === 'NOT_FOUND' ? (
          <Notice title="Report not found" text="It may have been deleted, or the link may be wrong." />
        ) : refusal ? (
          <Notice title="This report didn’t load" text={refusal.message}>
            <Button size="sm" onClick={reload}>
              Try again
            </Button>
          </Notice>
        ) : late ? (
          <div className="skeleton people-skeleton" aria-hidden="true">
            <i style={{ width: '60%' }} />
            <i style={{ width: '80%' }} />
            <i style={{ width: '70%' }} />
          </div>
        ) : null}
      </main>
    </div>
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
