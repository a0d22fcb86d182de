import type { LeadAnswer } from '../../../../src/contract/rest/leads.ts';
import { shortTime } from '../../labels/times.ts';
import { consentChip, listedWays } from './consentChip.ts';
import { saidOn } from './noCallsLabel.ts';

const agreementsShown = 5;

/** What they agreed to and forbade, as one quiet chip that opens into their words. */
export function Consent({ lead }: { lead: LeadAnswer }) {
  const { tone, words } = consentChip(lead);
  const standing = lead.suppressions.filter(({ closed }) => !closed);
  // The opt-out that closes most channels is quoted in the visitor’s words.
  const stopped = standing.toSorted((a, b) => b.channels.length - a.channels.length)[0];
  const lifted = lead.suppressed.length === 0 ? lead.suppressions.find(({ closed }) => closed) : undefined;
  const agreements = agreementsOf(lead.consents);
  const isBare = stopped === undefined && !lifted?.closed && agreements.length === 0;
  if (isBare) return <p className={`consent-chip ${tone}`}>{words}</p>;
  return (
    <details className="consent">
      <summary className={`consent-chip ${tone}`}>{words}</summary>
      {stopped ? (
        <p>
          Said so on {saidOn(stopped.at)}: “{stopped.said.slice(0, 120)}”.
          {stopped.channels.length === 3 ? ' START lifts it.' : ''}
        </p>
      ) : null}
      {lifted?.closed ? (
        <p>
          Had opted out, came back with “{lifted.closed.by.slice(0, 60)}”, {shortTime(lifted.closed.at)}.
        </p>
      ) : null}
      {agreements.map(({ key, first, ways }) => (
        <p key={key} className={first.closed ? 'ended' : undefined}>
          {first.closed ? 'No longer agrees to' : 'Agreed to'} {listedWays(ways, 'and')}: {first.to},{' '}
          {shortTime(first.at)}.{' '}
          {first.shown ? (
            <>Shown: “{first.shown.text}”</>
          ) : (
            'Asked for it of their own accord; no words were shown, so texts and automated calls are not covered.'
          )}{' '}
          Wrote: “{first.said.slice(0, 200)}”
        </p>
      ))}
    </details>
  );
}

type Agreement = LeadAnswer['consents'][number];
/** Consents to one address by one message are one line. */
function agreementsOf(consents: readonly Agreement[]): { key: string; first: Agreement; ways: Agreement['kind'][] }[] {
  const lines = new Map<string, { key: string; first: Agreement; ways: Agreement['kind'][] }>();
  for (const one of consents) {
    const key = [one.at, one.to].join('|');
    const line = lines.get(key);
    if (line) line.ways.push(one.kind);
    else lines.set(key, { key, first: one, ways: [one.kind] });
  }
  return [...lines.values()].slice(0, agreementsShown);
}
