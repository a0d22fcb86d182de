import { ActionIcon } from '@mantine/core';
import { useState } from 'react';
import type { Slot } from '../../../../src/contract/log/parts.ts';
import type { LeadAnswer } from '../../../../src/contract/rest/leads.ts';
import { slotLabel } from '../../labels/slots.ts';
import { calendarDay, exactTime, shortTime } from '../../labels/times.ts';
import { valueWordsOf } from '../../labels/values.ts';
import type { ConversationFacts } from '../../state/conversationFacts.ts';
import { type FindEntry, quotesOf } from '../../state/evidenceQuotes.ts';
import { telOf } from '../../state/linksIn.ts';
import { useEvidence } from '../EvidenceContext.tsx';
import { Icon } from '../Icon.tsx';
import { useCommand, useToast } from '../Toast.tsx';
import { useFocusBack } from '../useFocusBack.ts';
import { Consent } from './Consent.tsx';
import { noCallsLabel } from './noCallsLabel.ts';
import { SlotEdit } from './SlotEdit.tsx';

interface ContactProps {
  conversationId: string;
  lead: LeadAnswer | null;
  /** The name by which the hub knows them, where none was said. */
  knownName: string | undefined;
  facts: ConversationFacts;
  find: FindEntry;
  readOnly: boolean;
}

/** The lead's name and ways to reach them, to press and to copy, with their consents. */
export function Contact({ conversationId, lead, knownName, facts, find, readOnly }: ContactProps) {
  const said = facts.qualification?.data.slots ?? {};
  const deletion = lead?.deletionRequests.find(({ closed }) => !closed);
  const forbids = (way: 'call' | 'email') => lead?.suppressed.includes(way) ?? false;
  const run = useCommand();
  const startCall = (number: string) => void run('call-start', { conversationId, direction: 'outbound', number });
  const shared = { conversationId, facts, find, readOnly };
  return (
    <section className="contact" aria-label="Contact">
      <ul>
        <Way
          {...shared}
          name="name"
          slot={said.name ?? lead?.fields.name}
          known={lead?.name ?? knownName}
          href={null}
          note={null}
        />
        <Way
          {...shared}
          name="phone"
          slot={said.phone ?? lead?.fields.phone}
          href={forbids('call') ? null : telOf}
          {...(readOnly ? {} : { onPress: startCall })}
          note={lead && noCallsLabel(lead)}
        />
        <Way
          {...shared}
          name="email"
          slot={said.email ?? lead?.fields.email}
          href={forbids('email') ? null : (email) => `mailto:${email}`}
          note={forbids('email') ? 'No emails' : null}
        />
      </ul>
      {lead ? <Consent lead={lead} /> : null}
      {deletion ? (
        <p className="person-warning">
          <strong>Deletion request.</strong> Confirm by {calendarDay(deletion.confirmBy)}, respond by{' '}
          {calendarDay(deletion.answerBy)}.
        </p>
      ) : null}
    </section>
  );
}

const icons = { name: 'person', phone: 'phone', email: 'mail' } as const;
const nothing = { name: 'No name yet', phone: 'No phone yet', email: 'No email yet' } as const;

interface WayProps extends Pick<ContactProps, 'conversationId' | 'facts' | 'find' | 'readOnly'> {
  name: keyof typeof icons;
  slot: Slot | undefined;
  /** The value that is known without their saying it. */
  known?: string | undefined;
  /** The address behind the value; null where it is not to be pressed. */
  href: ((value: string) => string) | null;
  /** Done as well when it is pressed. */
  onPress?(value: string): void;
  /** Why it may not be used. */
  note: string | null;
}

function Way({ conversationId, facts, find, readOnly, name, slot, known, href, note, onPress }: WayProps) {
  const [editing, setEditing] = useState(false);
  const pencil = useFocusBack<HTMLButtonElement>(!editing);
  const { mark } = useEvidence();
  const toast = useToast();
  const value = slot?.state === 'answered' ? valueWordsOf(name, slot.value) : (known ?? null);
  const evidence = slot ? [...quotesOf(slot.evidence, find).values()][0] : undefined;
  const correction = facts.corrections.get(name);
  const label = slotLabel(name);
  if (editing)
    return (
      <li>
        <Icon name={icons[name]} size={15} />
        <SlotEdit conversationId={conversationId} name={name} words={value ?? ''} onDone={() => setEditing(false)} />
      </li>
    );
  const copy = (words: string) =>
    // Only a page of https, or of this machine, may write to the clipboard.
    (navigator.clipboard?.writeText(words) ?? Promise.reject(new Error('no clipboard'))).then(
      () => toast(`${label} copied.`),
      () => toast(`Copy it manually: ${words}`),
    );
  return (
    <li className={`contact-${name}`}>
      <Icon name={icons[name]} size={15} />
      <div className="contact-value">
        {value === null ? (
          <span className="none">{slot?.state === 'declined' ? `${label}: declined to say` : nothing[name]}</span>
        ) : href === null ? (
          <span>{value}</span>
        ) : (
          <a href={href(value)} onClick={onPress && (() => onPress(value))}>
            {value}
          </a>
        )}
        {note && value !== null ? <strong className="slot-forbids">{note}</strong> : null}
        {correction && value !== null && JSON.stringify(correction.value) === JSON.stringify(slot?.value) ? (
          <small title={exactTime(correction.at)}>
            Set by {correction.by}, {shortTime(correction.at)} · was{' '}
            {valueWordsOf(name, correction.before) ?? 'unknown'}
          </small>
        ) : slot?.before && value !== null ? (
          <small title={exactTime(slot.before.at)}>Known since {shortTime(slot.before.at)}</small>
        ) : null}
      </div>
      {evidence ? (
        <ActionIcon
          variant="subtle"
          color="gray"
          size={26}
          aria-label={`Show where they said it: ${label}`}
          onClick={() => mark(evidence)}
        >
          <Icon name="talk" size={14} />
        </ActionIcon>
      ) : null}
      {value === null || name === 'name' ? null : (
        <ActionIcon
          variant="subtle"
          color="gray"
          size={26}
          aria-label={`Copy ${label}`}
          onClick={() => void copy(value)}
        >
          <Icon name="copy" size={14} />
        </ActionIcon>
      )}
      {readOnly ? null : (
        <ActionIcon
          ref={pencil}
          variant="subtle"
          color="gray"
          size={26}
          aria-label={`Correct ${label}`}
          onClick={() => setEditing(true)}
        >
          <Icon name="edit" size={14} />
        </ActionIcon>
      )}
    </li>
  );
}
