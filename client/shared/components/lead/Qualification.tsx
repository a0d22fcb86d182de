import { Button } from '@mantine/core';
import { useState } from 'react';
import type { RecordName } from '../../../../src/contract/vocabulary.ts';
import { basisLabels } from '../../labels/names.ts';
import { namesIn } from '../../labels/slots.ts';
import { valueWordsOf } from '../../labels/values.ts';
import type { ConversationFacts } from '../../state/conversationFacts.ts';
import type { FindEntry } from '../../state/evidenceQuotes.ts';
import type { HomeConflict } from '../../state/homeConflicts.ts';
import { Icon } from '../Icon.tsx';
import { StreamText } from '../StreamText.tsx';
import { useCommand } from '../Toast.tsx';
import type { LiveConversation, OpenConversation } from '../useConversation.ts';
import { useLive } from '../useLive.ts';
import { personSlots } from './personSlots.ts';
import { SlotRow } from './SlotRow.tsx';

const isOfPerson = (name: string): boolean => (personSlots as readonly string[]).includes(name);

const reading = (state: OpenConversation): string => {
  const stream = [...state.streams.values()].filter((one) => one.kind === 'qualify').at(-1);
  if (!stream || (stream.state === 'ended' && stream.end?.status !== 'done')) return '';
  return [stream.streamId, stream.state, stream.basis].join('|');
};

const conflictWords = (conflict: HomeConflict | undefined): string | null =>
  conflict === undefined ? null : `This home: ${valueWordsOf(conflict.slot, conflict.home)}`;

const doubtWords = (doubt: { says: string } | undefined): string | null =>
  doubt === undefined ? null : `Check this. They may mean: ${doubt.says}`;

interface QualificationProps {
  live: LiveConversation;
  facts: ConversationFacts;
  find: FindEntry;
  readOnly: boolean;
  /** Wishes that the home of the talk does not meet. */
  conflicts: readonly HomeConflict[];
}

/** The qualification of the lead, as a checklist: each value with the words it came from. */
export function Qualification({ live, facts, find, readOnly, conflicts }: QualificationProps) {
  const run = useCommand();
  const [busy, setBusy] = useState(false);
  const [streamId, state, basis] = useLive(live, reading).split('|');
  const data = facts.qualification?.data;
  const missing = (data?.missing ?? []).filter((name) => data?.slots[name]?.state !== 'declined');
  // Known slots first in the order they are kept, then those to ask, in the order of asking.
  const names = data ? [...new Set([...namesIn(data.slots), ...missing])].filter((name) => !isOfPerson(name)) : [];
  const heldValue = (name: RecordName) => data?.slots[name]?.value;
  // Which of two wishes comes first is news only where there are two.
  const isSaidAlready = (name: RecordName) => name === 'first' && heldValue('first') === heldValue('intent');
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
            {missing.length === 0 ? 'Nothing left to ask' : `${missing.length} left to ask`}
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
            Update
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
              note={
                doubtWords(data.contradictions?.find(({ slot }) => slot === name)) ??
                conflictWords(conflicts.find(({ slot }) => slot === name))
              }
            />
          ))}
        </ul>
      ) : (
        <p className="rail-nothing">The lead’s budget, timeline, and area will appear here.</p>
      )}
      {streamId ? (
        <p className="rail-reading">
          <span className="basis">{basisLabels[basis === 'model' ? 'model' : 'rules']}</span>{' '}
          <StreamText live={live} streamId={streamId} />
          {state === 'open' ? '…' : ''}
        </p>
      ) : null}
    </section>
  );
}
