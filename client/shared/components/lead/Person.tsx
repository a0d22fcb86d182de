import type { LeadAnswer } from '../../../../src/contract/rest/leads.ts';
import type { RecordName } from '../../../../src/contract/vocabulary.ts';
import { shortTime } from '../../labels/times.ts';
import type { ConversationFacts } from '../../state/conversationFacts.ts';
import type { FindEntry } from '../../state/evidenceQuotes.ts';
import { SlotRow } from './SlotRow.tsx';

const earlierShown = 3;

interface PersonProps {
  conversationId: string;
  lead: LeadAnswer | null;
  facts: ConversationFacts;
  find: FindEntry;
  readOnly: boolean;
}

/** The person beyond ways to reach them: their preferences, and their earlier visits. Nothing is shown if none of it is known. */
export function Person({ conversationId, lead, facts, find, readOnly }: PersonProps) {
  const said = facts.qualification?.data.slots ?? {};
  const slotOf = (name: RecordName) => said[name] ?? lead?.fields[name];
  const known = (['limits', 'bestTime', 'contactBy'] as const).filter(
    (name) => (slotOf(name)?.state ?? 'unknown') !== 'unknown',
  );
  const earlier = (lead?.conversations ?? []).filter((one) => one.conversationId !== conversationId);
  const merged = lead?.merged ?? [];
  if (known.length + earlier.length + merged.length === 0) return null;
  return (
    <section className="rail-section">
      <header>
        <h2>Person</h2>
      </header>
      <ul className="slots">
        {known.map((name) => (
          <SlotRow
            key={name}
            conversationId={conversationId}
            name={name}
            slot={slotOf(name)}
            askNext={false}
            isMissing={false}
            find={find}
            readOnly={readOnly}
            correction={facts.corrections.get(name)}
          />
        ))}
      </ul>
      {earlier.length > 0 ? (
        <ul className="person-earlier" aria-label="Earlier conversations">
          {earlier.slice(0, earlierShown).map((one) => (
            <li key={one.conversationId}>
              Visited {shortTime(one.lastAt)}:{' '}
              <a className="link" href={`/desk/c/${encodeURIComponent(one.conversationId)}`}>
                {one.listingTitle
                  ? `looked at ${one.listingTitle}`
                  : (one.lastText?.slice(0, 60) ?? 'earlier conversation')}
              </a>
            </li>
          ))}
          {earlier.length > earlierShown ? <li>and {earlier.length - earlierShown} more</li> : null}
        </ul>
      ) : null}
      {merged.length > 0 ? (
        <p className="person-note">
          {mergedWords(merged)}.{' '}
          {merged.some(({ by }) => by !== 'identity') ? 'A typed phone number or email doesn’t prove who it is.' : ''}
        </p>
      ) : null}
    </section>
  );
}

const byWords = { identity: 'site sign-in', phone: 'phone number', email: 'email' } as const;
const mergedWords = (merged: LeadAnswer['merged']): string => {
  const by = [...new Set(merged.map((one) => byWords[one.by]))].join(' and ');
  return `${merged.length + 1} visitors, matched as one person by ${by}`;
};
