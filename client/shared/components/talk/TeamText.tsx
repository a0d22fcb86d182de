import { ActionIcon, Button, Menu, Textarea } from '@mantine/core';
import { memo, useRef, useState } from 'react';
import type { Entry, EntryData } from '../../../../src/contract/log/entry.ts';
import type { Evidence } from '../../../../src/contract/values.ts';
import { clockTime, exactTime } from '../../labels/times.ts';
import type { NoteState } from '../../state/talkLines.ts';
import { useMentions } from '../composer/useMentions.tsx';
import { Icon } from '../Icon.tsx';
import { useCommand } from '../Toast.tsx';
import { useClock } from '../useNow.ts';
import { Words } from './Words.tsx';

/** As the hub takes them. */
const maxChars = 4_000;

/** A note or a whisper: always open, on the team's own ground. */
export const TeamText = memo(function TeamText(props: {
  entry: Entry<'note-created' | 'whisper-created'>;
  note: NoteState;
  /** Null on the wall, where notes are read only. */
  me: string | null;
  marked: Evidence | null;
}) {
  const { entry, me, note } = props;
  const [isEditing, setIsEditing] = useState(false);
  const isWhisper = entry.type === 'whisper-created';
  const by = entry.actor.id === me ? 'You' : (entry.actor.name ?? 'A colleague');
  const expiresAt = isWhisper ? entry.data.expiresAt : undefined;
  const isOver = useClock((now) => expiresAt !== undefined && Date.parse(expiresAt) <= now);
  const title = isWhisper
    ? `${by} whispered to ${readerOf(entry.data, me)}`
    : by === 'You'
      ? 'Your note'
      : `Note by ${by}`;
  return (
    <section
      className={`team-words ${isWhisper ? 'whisper' : 'note'}${isOver ? ' over' : ''}${props.marked ? ' marked' : ''}`}
      data-entry={`${entry.log}#${entry.seq}`}
    >
      <header>
        <Icon name={isWhisper ? 'whisper' : 'lock'} size={14} />
        <b>{title}</b>
        <span className="only-team">Only your team sees this</span>
        <time dateTime={entry.at} title={exactTime(entry.at)}>
          {clockTime(entry.at)}
        </time>
        {isWhisper || me === null ? null : (
          <NoteMenu
            entry={entry}
            pinned={note.pinned}
            isMine={entry.actor.id === me}
            onEdit={() => setIsEditing(true)}
          />
        )}
      </header>
      {isEditing ? (
        <NoteEditor entry={entry} text={note.text} onDone={() => setIsEditing(false)} />
      ) : (
        <p>
          <Words text={note.text} />
        </p>
      )}
      {note.editedAt || note.pinned ? (
        <p className="under-message" title={note.editedAt ? exactTime(note.editedAt) : undefined}>
          {[note.pinned && 'Pinned', note.editedAt && `Edited ${clockTime(note.editedAt)}`].filter(Boolean).join(' · ')}
        </p>
      ) : null}
      {expiresAt ? (
        <p className="under-message" title={exactTime(expiresAt)}>
          {isOver ? 'Ended' : 'Until'} {clockTime(expiresAt)}
        </p>
      ) : null}
    </section>
  );
});

interface NoteMenuProps {
  entry: Entry;
  pinned: boolean;
  isMine: boolean;
  onEdit(): void;
}

function NoteMenu({ entry, pinned, isMine, onEdit }: NoteMenuProps) {
  const run = useCommand();
  const { conversationId, seq } = entry;
  return (
    <Menu position="bottom-end" width={160}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={24} aria-label="More for this note">
          <Icon name="more" size={14} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => void run('note-change', { conversationId, seq, pinned: !pinned })}>
          {pinned ? 'Unpin' : 'Pin'}
        </Menu.Item>
        {isMine ? <Menu.Item onClick={onEdit}>Edit</Menu.Item> : null}
      </Menu.Dropdown>
    </Menu>
  );
}

function NoteEditor({ entry, text, onDone }: { entry: Entry; text: string; onDone(): void }) {
  const run = useCommand();
  const [draft, setDraft] = useState(text);
  const [busy, setBusy] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  const mentions = useMentions(draft, area, setDraft);
  async function save() {
    if (draft.trim() === text) return onDone();
    setBusy(true);
    const { conversationId, seq } = entry;
    const done = await run('note-change', { conversationId, seq, text: draft, ...mentions.mentionsIn(draft) });
    setBusy(false);
    if (done !== null) onDone();
  }
  return (
    <div className="note-editor">
      {mentions.list}
      <Textarea
        ref={area}
        {...mentions.field}
        aria-label="Note text"
        autosize
        autoFocus
        maxRows={8}
        maxLength={maxChars}
        value={draft}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (mentions.takesKey(event)) return;
          if (event.key === 'Escape') onDone();
          if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) void save();
        }}
      />
      <Button
        size="compact-sm"
        variant="default"
        loading={busy}
        disabled={draft.trim() === ''}
        onClick={() => void save()}
      >
        Save
      </Button>
      <Button size="compact-sm" variant="subtle" onClick={onDone}>
        Cancel
      </Button>
    </div>
  );
}

/** The intended reader of a whisper; the whole team sees it, so it has to say for whom it is. */
function readerOf({ to, reader }: Partial<EntryData<'whisper-created'>>, me: string | null): string {
  if (to === 'bot') return 'Jorge';
  if (reader === undefined) return 'whoever answers';
  return reader.id === me ? 'you' : reader.name;
}
