import type { LeadAnswer } from '../../../../src/contract/rest/leads.ts';
import { shortTime } from '../../labels/times.ts';
import { consentChip, listedWays } from './consentChip.ts';
import { saidOn } from './noCallsLabel.ts';

const agreementsShown = 5;

/** The lead's consents and opt-outs, as one quiet chip that opens into their words. */
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
          They asked us to stop on {saidOn(stopped.at)}: “{stopped.said.slice(0, 120)}”
          {stopped.channels.length === 3 ? ' They can send START to opt back in.' : ''}
        </p>
      ) : null}
      {lifted?.closed ? (
        <p>
          Opted out earlier, then back in with “{lifted.closed.by.slice(0, 60)}”, {shortTime(lifted.closed.at)}.
        </p>
      ) : null}
      {agreements.map(({ key, first, ways }) => (
        <p key={key} className={first.closed ? 'ended' : undefined}>
          {first.closed ? 'No longer agrees to' : 'Agreed to'} {listedWays(ways, 'and')}: {first.to},{' '}
          {shortTime(first.at)}.{' '}
          {first.shown ? (
            <>They saw: “{first.shown.text}”</>
          ) : (
            'They asked on their own without seeing a consent notice, so texts and automated calls aren’t covered.'
          )}{' '}
          They wrote: “{first.said.slice(0, 200)}”
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
