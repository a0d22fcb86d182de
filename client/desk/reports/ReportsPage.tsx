import '../people/people.css';
import './reports.css';
import { useReportId } from '../route.ts';
import { ReportPage } from './ReportPage.tsx';
import { ReportsList } from './ReportsList.tsx';

/** The reports of the brokerage: those that were made as a list, or one to read and print. */
export default function ReportsPage() {
  const reportId = useReportId();
  return reportId === null ? <ReportsList /> : <ReportPage key={reportId} id={reportId} />;
}
