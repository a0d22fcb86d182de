import type { Cited, LeadAnalysis } from '../../../src/contract/rest/reports.ts';
import LeadActions from '../../shared/components/lead/LeadActions.tsx';
import { confidenceWords, severityLabels } from '../../shared/labels/reports.ts';
import { DeskLink } from '../DeskLink.tsx';
import { linkToLine } from '../route.ts';

interface AnalyzedProps {
  /** Of the section that it stands in. */
  title: string;
  leadId: string;
  analysis: LeadAnalysis;
}

const cite = (evidence: readonly Cited[]) => evidence.map((one) => <Line key={`${one.log} ${one.seq}`} line={one} />);

/** The fields of a lead summary, below the words of their section. */
export function Analyzed({ title, leadId, analysis }: AnalyzedProps) {
  const { confidence, actions, risks, opportunities } = analysis;
  if (title === 'Summary') return <p className="report-confidence">{confidenceWords(confidence)}</p>;
  if (title === 'Actions' && actions.length > 0) return <LeadActions leadId={leadId} actions={actions} cite={cite} />;
  if (title === 'Risks' && risks.length > 0)
    return (
      <ul className="report-risks">
        {risks.map(({ text, severity, mitigation, evidence }) => (
          <li key={text}>
            <bdi>{text}</bdi>
            <small>
              <span className={`level-${severity}`}>{severityLabels[severity]}</span>
              <span>{mitigation}</span>
              {cite(evidence)}
            </small>
          </li>
        ))}
      </ul>
    );
  if (title === 'Opportunities' && opportunities.length > 0)
    return (
      <ul className="report-risks">
        {opportunities.map(({ text, value, evidence }) => (
          <li key={text}>
            <bdi>{text}</bdi>
            <small>
              <span>{value === null ? 'Value not known' : `Value: ${value}`}</span>
              {cite(evidence)}
            </small>
          </li>
        ))}
      </ul>
    );
  return null;
}

function Line({ line: { conversationId, log, seq } }: { line: Cited }) {
  const isPublic = log.startsWith('public:');
  return (
    <DeskLink className="link" to={linkToLine(conversationId, isPublic ? 'public' : 'internal', seq)}>
      {isPublic ? `Message ${seq}` : `Team line ${seq}`}
    </DeskLink>
  );
}
