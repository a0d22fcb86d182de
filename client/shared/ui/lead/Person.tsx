import type { LeadAnswer } from '../../../../src/contract/rest.ts';
import type { ConversationFacts } from '../../state/conversationFacts.ts';
import type { FindEntry } from '../../state/evidenceWords.ts';
import { shortTime } from '../times.ts';
import type { LiveConversation, OpenConversation } from '../useConversation.ts';
import { useLive } from '../useLive.ts';
import { noCallsWords, saidOn } from './noCallsWords.ts';
import { personSlots } from './personSlots.ts';
import { SlotRow } from './SlotRow.tsx';
import { useLead } from './useLead.ts';

const alwaysShown = new Set<string>(['name', 'phone', 'email']);
const earlierShown = 3;
const agreementsShown = 5;

const internalHead = (state: OpenConversation): number => state.logs.internal?.entries.at(-1)?.seq ?? 0;

interface PersonProps {
  live: LiveConversation;
  leadId: string | undefined;
  facts: ConversationFacts;
  find: FindEntry;
  readOnly?: boolean;
}

/** Who it is: how to reach them, what they agreed to and forbade, and when they were here before. */
export function Person({ live, leadId, facts, find, readOnly = false }: PersonProps) {
  const lead = useLead(leadId, useLive(live, internalHead));
  const said = facts.qualification?.data.slots ?? {};
  const slotOf = (name: string) => said[name] ?? lead?.fields[name];
  const shown = personSlots.filter((name) => alwaysShown.has(name) || (slotOf(name)?.state ?? 'unknown') !== 'unknown');
  return (
    <section className="rail-section">
      <header>
        <h2>Contact</h2>
      </header>
      {lead ? <Warnings lead={lead} /> : null}
      <ul className="slots">
        {shown.map((name) => (
          <SlotRow
            key={name}
            conversationId={live.conversationId}
            name={name}
            slot={slotOf(name)}
            askNext={false}
            isMissing={false}
            find={find}
            readOnly={readOnly}
            correction={facts.corrections.get(name)}
            note={name === 'phone' && lead ? noCallsWords(lead) : null}
          />
        ))}
      </ul>
      {lead ? <Agreed consents={lead.consents} /> : null}
      {lead ? <Earlier lead={lead} now={live.conversationId} /> : null}
    </section>
  );
}

const wayWords = { call: 'calls', text: 'texts', email: 'e-mails' } as const;
type Way = keyof typeof wayWords;

/** "calls, texts or e-mails" */
const listed = (ways: readonly Way[], last: string): string => {
  const words = ways.map((way) => wayWords[way]);
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
};
const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

function Warnings({ lead }: { lead: LeadAnswer }) {
  const standing = lead.suppressions.filter(({ closed }) => !closed);
  // What is ruled out most of all is told with its own words.
  const stopped = standing.toSorted((a, b) => b.channels.length - a.channels.length)[0];
  const lifted = lead.suppressed.length === 0 ? lead.suppressions.find(({ closed }) => closed) : undefined;
  const deletion = lead.deletionRequests.find(({ closed }) => !closed);
  return (
    <>
      {lead.suppressed.length > 0 ? (
        <p className="person-warning">
          <strong>No {listed(lead.suppressed, 'or')}.</strong>{' '}
          {stopped ? (
            <>
              Said so on {saidOn(stopped.at)}: “{stopped.said.slice(0, 120)}”.{' '}
              {stopped.channels.length === 3 ? 'START lifts it.' : ''}
            </>
          ) : null}
        </p>
      ) : null}
      {lifted?.closed ? (
        <p className="person-note">
          Had opted out, came back with “{lifted.closed.by.slice(0, 60)}”, {shortTime(lifted.closed.at)}.
        </p>
      ) : null}
      {deletion ? (
        <p className="person-warning">
          <strong>Wants their data deleted.</strong> Confirm by {dayOf(deletion.confirmBy)}, answer by{' '}
          {dayOf(deletion.answerBy)}.
        </p>
      ) : null}
    </>
  );
}

const dayFormat = new Intl.DateTimeFormat(undefined, {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});
const dayOf = (day: string): string => dayFormat.format(new Date(`${day}T00:00:00Z`));

/** Consents to one address by one message are one line, with the words that were on the screen. */
function Agreed({ consents }: { consents: LeadAnswer['consents'] }) {
  const lines = new Map<string, LeadAnswer['consents']>();
  for (const one of consents) {
    const key = [one.at, one.to].join('|');
    lines.set(key, [...(lines.get(key) ?? []), one]);
  }
  if (lines.size === 0) return null;
  return (
    <ul className="person-consents">
      {[...lines].slice(0, agreementsShown).map(([key, same]) => {
        const [first] = same;
        if (!first) return null;
        const ways = listed(
          same.map(({ kind }) => kind),
          'and',
        );
        return (
          <li key={key} className={first.closed ? 'ended' : undefined}>
            <details>
              <summary>
                {first.closed ? 'No longer agrees to' : 'Agreed to'} {ways}
              </summary>
              <p>
                {first.to}, {shortTime(first.at)}.{' '}
                {first.shown ? (
                  <>Shown: “{first.shown.text}”</>
                ) : (
                  'Asked for it of their own accord; no words were shown, so texts and automated calls are not covered.'
                )}{' '}
                Wrote: “{first.said.slice(0, 200)}”
              </p>
            </details>
          </li>
        );
      })}
    </ul>
  );
}

/** When they were here before, and by what other records they are known. */
function Earlier({ lead, now }: { lead: LeadAnswer; now: string }) {
  const earlier = lead.conversations.filter(({ conversationId }) => conversationId !== now);
  if (earlier.length === 0 && lead.merged.length === 0) return null;
  return (
    <>
      {earlier.length > 0 ? (
        <ul className="person-earlier" aria-label="Earlier conversations">
          {earlier.slice(0, earlierShown).map(({ conversationId, lastAt, listingTitle, lastText }) => (
            <li key={conversationId}>
              Was here {shortTime(lastAt)}:{' '}
              <a className="link" href={`/desk/c/${encodeURIComponent(conversationId)}`}>
                {listingTitle ? `looked at ${listingTitle}` : (lastText?.slice(0, 60) ?? 'earlier conversation')}
              </a>
            </li>
          ))}
          {earlier.length > earlierShown ? <li>and {earlier.length - earlierShown} times before</li> : null}
        </ul>
      ) : null}
      {lead.merged.length > 0 ? (
        <p className="person-note">
          {capital(mergedWords(lead.merged))}.{' '}
          {lead.merged.some(({ by }) => by !== 'identity') ? 'A typed number or address is no proof of who it is.' : ''}
        </p>
      ) : null}
    </>
  );
}

const byWords = { identity: 'the site’s sign-in', phone: 'the phone number', email: 'the e-mail' } as const;
const mergedWords = (merged: LeadAnswer['merged']): string => {
  const by = [...new Set(merged.map((one) => byWords[one.by]))].join(' and ');
  return `${merged.length + 1} visitors, taken for one person by ${by}`;
};
