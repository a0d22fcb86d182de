import { ActionIcon } from '@mantine/core';
import { useState } from 'react';
import type { Slot } from '../../../../src/contract/log/parts.ts';
import type { RecordName } from '../../../../src/contract/vocabulary.ts';
import { slotLabel } from '../../labels/slots.ts';
import { exactTime, shortTime } from '../../labels/times.ts';
import { valueWordsOf } from '../../labels/values.ts';
import type { Correction } from '../../state/conversationFacts.ts';
import type { FindEntry } from '../../state/evidenceQuotes.ts';
import { Icon } from '../Icon.tsx';
import { Quotes } from '../Quotes.tsx';
import { useFocusBack } from '../useFocusBack.ts';
import { SlotEdit } from './SlotEdit.tsx';

interface SlotRowProps {
  conversationId: string;
  name: RecordName;
  slot: Slot | undefined;
  askNext: boolean;
  isMissing: boolean;
  find: FindEntry;
  correction: Correction | undefined;
  readOnly: boolean;
  /** A fact that does not fit this value. */
  note?: string | null;
}

/** One fact: its name, what was said, and a way to correct it. */
export function SlotRow({
  conversationId,
  name,
  slot,
  askNext,
  isMissing,
  find,
  correction,
  readOnly,
  note,
}: SlotRowProps) {
  const [editing, setEditing] = useState(false);
  const correct = useFocusBack<HTMLButtonElement>(!editing);
  const state = slot?.state ?? 'unknown';
  const value = state === 'answered' ? valueWordsOf(name, slot?.value) : null;
  return (
    <li className={`slot ${state}`}>
      <span className="slot-mark" role="img" aria-label={state === 'answered' ? 'known' : state}>
        {state === 'answered' ? <Icon name="check" size={13} /> : state === 'declined' ? '–' : ''}
      </span>
      <div className="slot-body">
        <span className="slot-name">{slotLabel(name)}</span>
        {editing ? (
          <SlotEdit conversationId={conversationId} name={name} words={value ?? ''} onDone={() => setEditing(false)} />
        ) : (
          <>
            {value === null ? (
              <span className="slot-value none">
                {state === 'declined' ? (
                  slot && slot.evidence.length > 0 ? (
                    'Declined to say'
                  ) : (
                    'Asked twice, no answer'
                  )
                ) : askNext ? (
                  <b className="ask-next">Ask next</b>
                ) : isMissing ? (
                  'To ask'
                ) : (
                  '—'
                )}
              </span>
            ) : (
              <span className="slot-value">{value}</span>
            )}
            {note ? <strong className="slot-forbids">{note}</strong> : null}
            {slot?.before && state !== 'unknown' ? (
              <span className="slot-words rail-note" title={exactTime(slot.before.at)}>
                Known since {shortTime(slot.before.at)}, from an earlier conversation
              </span>
            ) : null}
            {correction && JSON.stringify(correction.value) === JSON.stringify(slot?.value ?? null) ? (
              <span className="slot-words rail-note" title={exactTime(correction.at)}>
                Set by {correction.by}, {shortTime(correction.at)} · was{' '}
                {valueWordsOf(name, correction.before) ?? 'unknown'}
              </span>
            ) : null}
            {slot && state !== 'unknown' && slot.evidence.length > 0 ? (
              <span className="slot-words">
                <Quotes evidence={slot.evidence} find={find} most={2} />
              </span>
            ) : null}
          </>
        )}
      </div>
      {editing || readOnly ? null : (
        <ActionIcon
          ref={correct}
          variant="subtle"
          color="gray"
          size={26}
          aria-label={`Correct ${slotLabel(name)}`}
          onClick={() => setEditing(true)}
        >
          <Icon name="edit" size={14} />
        </ActionIcon>
      )}
    </li>
  );
}
