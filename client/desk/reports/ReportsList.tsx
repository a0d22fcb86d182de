import type { ReportsAnswer } from '../../../src/contract/rest/reports.ts';
import { Mark } from '../../shared/components/Mark.tsx';
import { Notice } from '../../shared/components/Notice.tsx';
import { NotLoaded } from '../../shared/components/NotLoaded.tsx';
import { useSession } from '../../shared/components/SessionContext.ts';
import { UserMenu } from '../../shared/components/UserMenu.tsx';
import { callRest } from '../../shared/connection/callRest.ts';
import { periodWords } from '../../shared/labels/reports.ts';
import { exactTime, shortTime } from '../../shared/labels/times.ts';
import { DeskLink } from '../DeskLink.tsx';
import { PageSkeleton } from '../PageSkeleton.tsx';
import { linkToReport } from '../route.ts';
import { ShowMore } from '../ShowMore.tsx';
import { pageSize, useFoundPages } from '../useFoundPages.ts';
import { NewReport } from './NewReport.tsx';
import { ReportSchedules } from './ReportSchedules.tsx';

type Row = ReportsAnswer['items'][number];

/** The reports that were made, the newest first; supervisors make new ones here, and schedule them. */
export function ReportsList() {
  const { session, user } = useSession();
  const found = useFoundPages<Row>(
    '',
    (cursor) =>
      callRest(session, 'GET /reports', { query: { limit: pageSize, ...(cursor === undefined ? {} : { cursor }) } }),
    ({ reportId }) => reportId,
  );
  const { items, refusal, reload } = found;
  return (
    <div className="people">
      <header className="column-head">
        <Mark size={24} />
        <h1>Reports</h1>
        <span className="column-head-note" />
        {user.role === 'agent' ? null : (
          <DeskLink className="people-back" to="/desk/experiments">
            Coaching experiments
          </DeskLink>
        )}
        <UserMenu />
      </header>
      <main className="people-main">
        {user.role === 'agent' ? null : <NewReport />}
        <div className="people-body">
          {user.role === 'agent' ? null : <ReportSchedules />}
          {refusal ? (
            <NotLoaded title="The list didn’t load" why={refusal.message} onRetry={reload} />
          ) : items === null ? (
            <PageSkeleton />
          ) : items.length === 0 ? (
            <Notice title="No reports yet" text="Each report you make is kept here, with the source of every figure." />
          ) : (
            <ul className="reports" aria-label="Reports">
              {items.map((row) => (
                <li key={row.reportId}>
                  <DeskLink to={linkToReport(row.reportId)}>
                    <b className="clip">{row.title}</b>
                    <span className="clip">
                      {[periodWords(row), `by ${row.by.name}`].filter((part) => part !== null).join(' · ')}
                    </span>
                    <time dateTime={row.createdAt} title={exactTime(row.createdAt)}>
                      {shortTime(row.createdAt)}
                    </time>
                  </DeskLink>
                </li>
              ))}
            </ul>
          )}
          <ShowMore found={found} />
        </div>
      </main>
    </div>
  );
}
