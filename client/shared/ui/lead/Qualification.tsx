import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ConversationFacts } from '../../state/conversationFacts.ts';
import type { FindEntry } from '../../state/evidenceWords.ts';
import { Icon } from '../Icon.tsx';
import { StreamText } from '../StreamText.tsx';
import { useCommand } from '../Tell.tsx';
import type { LiveConversation, OpenConversation } from '../useConversation.ts';
import { useLive } from '../useLive.ts';
import { basisName } from '../words.ts';
import { personSlots } from './personSlots.ts';
import { SlotRow } from './SlotRow.tsx';

const isOfPerson = (name: string): boolean => (personSlots as readonly string[]).includes(name);

const reading = (state: OpenConversation): string => {
  const stream = [...state.streams.values()].filter((one) => one.kind === 'qualify').at(-1);
  if (!stream || (stream.state === 'ended' && stream.end?.status !== 'done')) return '';
  return [stream.streamId, stream.state, stream.basis].join('|');
};

interface QualificationProps {
  live: LiveConversation;
  facts: ConversationFacts;
  find: FindEntry;
  readOnly?: boolean;
}

/** What there is to know of the lead, as a checklist: each value with the words it came from. */
export function Qualification({ live, facts, find, readOnly = false }: QualificationProps) {
  const run = useCommand();
  const [busy, setBusy] = useState(false);
  const [streamId, state, basis] = useLive(live, reading).split('|');
  const data = facts.qualification?.data;
  const missing = (data?.missing ?? []).filter((name) => data?.slots[name]?.state !== 'declined');
  // What is known first in the order it is kept, then what to ask, in the order of asking.
  const names = data ? [...new Set([...Object.keys(data.slots), ...missing])].filter((name) => !isOfPerson(name)) : [];
  const heldValue = (name: string) => data?.slots[name]?.value;
  // Which of two wishes comes first is news only where there are two.
  const isSaidAlready = (name: string) => name === 'first' && heldValue('first') === heldValue('intent');
  const known = names.filter((name) => (data?.slots[name]?.state ?? 'unknown') !== 'unknown' && !isSaidAlready(name));
  const unknown = [
    ...missing,
    ...names.filter((name) => data?.slots[name]?.state === 'unknown' && !missing.includes(name)),
  ];

  const read = async () => {
    setBusy(true);
    await run('qualify-start', { conversationId: live.conversationId });
    setBusy(false);
  };

  return (
    <section className="rail-section">
      <header>
        <h2>Qualification</h2>
        {data ? (
          <span className="rail-note">
            {missing.length === 0 ? 'Nothing left to ask' : `${missing.length} still to ask`}
          </span>
        ) : null}
        {readOnly ? null : (
          <Button
            variant="default"
            size="compact-xs"
            leftSection={<Icon name="again" size={12} />}
            loading={busy}
            onClick={() => void read()}
          >
            Read again
          </Button>
        )}
      </header>
      {data ? (
        <ul className="slots">
          {[...known, ...unknown].map((name) => (
            <SlotRow
              key={name}
              conversationId={live.conversationId}
              name={name}
              slot={data.slots[name]}
              askNext={name === missing[0]}
              isMissing={missing.includes(name)}
              find={find}
              correction={facts.corrections.get(name)}
              readOnly={readOnly}
            />
          ))}
        </ul>
      ) : (
        <p className="rail-nothing">What the lead says about budget, timeline and area is gathered here.</p>
      )}
      {streamId ? (
        <p className="rail-reading">
          <span className="basis">{basisName[basis === 'model' ? 'model' : 'rules']}</span>{' '}
          <StreamText live={live} streamId={streamId} />
          {state === 'open' ? '…' : ''}
        </p>
      ) : null}
    </section>
  );
}
