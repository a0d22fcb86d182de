import { Button, Textarea } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react';
import type { Mode } from '../../../../src/contract/values.ts';
import { withoutSent } from '../../state/withoutSent.ts';
import { ModeLine } from '../ModeLine.tsx';
import { useSession } from '../SessionContext.ts';
import { useCommand } from '../Tell.tsx';
import type { LiveConversation } from '../useConversation.ts';
import { keepDraft, readDraft, withSuggestion } from './drafts.ts';
import { fillReply } from './savedReplies.ts';
import { useSlash } from './useSlash.tsx';
import { mayBeHeld, useWriters, writersWords } from './useWriters.ts';
import { useWriting } from './useWriting.ts';

export interface ComposerHandle {
  /** Puts suggested words into the reply, below what is there already; it can be undone until the next key. */
  insert(text: string): void;
  focus(): void;
}

interface ComposerProps {
  live: LiveConversation;
  mode: Mode;
  reason: string | null;
  /** Why nobody owes a word, where it waits for none. */
  rests?: string | null;
  owner: { id: string; name: string } | null;
  /** Who and what the talk is about, for saved replies. */
  about: { visitor: string | null; listing: string | null };
  /** False when the outbox is full. */
  onSend(text: string): boolean;
  /** It waits for me to take it, or to leave it to a colleague. */
  offeredToMe: boolean;
  /** They asked for no more messages: the hub refuses a reply until they write again. */
  optedOut: boolean;
  /** How long they are kept out of the chat: "until it is lifted". Null while they are not. */
  blocked?: string | null;
  /** What stands beside the keys of the composer in place of the hint, where there are no keys. */
  children?: ReactNode;
  ref: Ref<ComposerHandle>;
}

const maxChars = 4_000;

/** The reply or a note. Who is answering stands above it in words, with the one thing to do about it. */
export function Composer({
  live,
  mode,
  reason,
  rests = null,
  owner,
  about,
  onSend,
  offeredToMe,
  optedOut,
  blocked = null,
  children,
  ref,
}: ComposerProps) {
  const { user } = useSession();
  const { conversationId } = live;
  const run = useCommand();
  const [draft, setDraft] = useState(() => readDraft(localStorage, user.id, conversationId));
  const [kind, setKind] = useState<'reply' | 'note'>('reply');
  const [undo, setUndo] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  const writers = useWriters(live, user.id);
  const writing = useWriting(conversationId);

  const isOthers = mode === 'human' && owner !== null && owner.id !== user.id;
  const mayReply = mode !== 'closed' && (!isOthers || user.role !== 'agent');
  const shownKind = mayReply ? kind : 'note';
  const text = draft[shownKind];
  /** Nothing of what was pasted is cut off: who wrote it decides what goes. */
  const isTooLong = text.trim().length > maxChars;
  const slash = useSlash(shownKind === 'reply' ? text : '', (reply, brokerage) => {
    const values = {
      visitor: about.visitor ?? 'there',
      agent: user.name,
      listing: about.listing ?? 'this home',
      brokerage,
    };
    setUndo(null);
    setDraft({ ...draft, reply: fillReply(reply.text, values) });
    area.current?.focus();
  });

  useEffect(() => {
    const timer = setTimeout(() => keepDraft(localStorage, user.id, conversationId, draft), 150);
    return () => clearTimeout(timer);
  }, [draft, user.id, conversationId]);
  // A page that goes away does not wait for the timer.
  useEffect(() => {
    const keep = () => keepDraft(localStorage, user.id, conversationId, draft);
    window.addEventListener('pagehide', keep);
    return () => {
      window.removeEventListener('pagehide', keep);
      keep();
    };
  }, [draft, user.id, conversationId]);

  useImperativeHandle(
    ref,
    () => ({
      insert(suggested) {
        setKind('reply');
        setUndo(draft.reply);
        setDraft({ ...draft, reply: withSuggestion(draft.reply, suggested) });
        area.current?.focus();
      },
      focus: () => area.current?.focus(),
    }),
    [draft],
  );

  function write(value: string) {
    setUndo(null);
    setDraft({ ...draft, [shownKind]: value });
    if (shownKind === 'reply') writing.wrote(value !== '');
  }

  async function submit() {
    const words = text.trim();
    if (words === '' || isTooLong || busy) return;
    setUndo(null);
    if (shownKind === 'reply') {
      if (onSend(words)) setDraft({ ...draft, reply: '' });
      writing.wrote(false);
      return;
    }
    setBusy(true);
    if (await run('note-add', { conversationId, text: words }))
      setDraft((now) => ({ ...now, note: withoutSent(now.note, text) }));
    setBusy(false);
    // The button that was pressed lost it. Whoever is elsewhere by now stays there.
    if (document.activeElement === document.body) area.current?.focus();
  }

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (slash.takesKey(event)) return;
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing || event.altKey) return;
    event.preventDefault();
    void submit();
  }

  const placeholder =
    shownKind === 'note'
      ? 'A note for your team'
      : mode === 'bot'
        ? 'Write to answer yourself: Jorge then stops'
        : 'Write a reply';
  return (
    <form
      className={`composer ${shownKind}`}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <ModeLine
        mode={mode}
        reason={reason}
        rests={rests}
        owner={owner}
        offeredToMe={offeredToMe}
        conversationId={conversationId}
        words={writersWords(writers, mode)}
      >
        {writers.hold?.mine && mayBeHeld(mode) ? (
          <Button variant="default" size="compact-sm" onClick={writing.letGo}>
            Let Jorge answer
          </Button>
        ) : null}
        {offeredToMe && mode === 'waiting' ? (
          <Button
            variant="default"
            size="compact-sm"
            onClick={() => void run('conversation-assign', { conversationId, to: null })}
          >
            Pass on
          </Button>
        ) : null}
      </ModeLine>
      {optedOut && shownKind === 'reply' && mode !== 'closed' ? (
        <p className="composer-warning">
          They asked for no more messages. Here you may answer once they write again; calls, texts and e-mails stay off.
        </p>
      ) : null}
      {blocked !== null && shownKind === 'reply' && mode !== 'closed' ? (
        <p className="composer-warning">
          This visitor is blocked {blocked}. They read what you write here only once they are let in again.
        </p>
      ) : null}
      {isTooLong ? (
        <p className="composer-warning" role="status">
          A message holds {maxChars.toLocaleString()} characters, this one has {text.trim().length.toLocaleString()}.
        </p>
      ) : null}
      {slash.list}
      <Textarea
        ref={area}
        {...slash.field}
        autosize
        minRows={2}
        maxRows={8}
        aria-label={shownKind === 'note' ? 'Note for your team' : 'Reply'}
        placeholder={placeholder}
        value={text}
        onChange={(event) => write(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <div className="composer-foot">
        <fieldset className="tabs" aria-label="What to write">
          <button
            type="button"
            aria-pressed={shownKind === 'reply'}
            disabled={!mayReply}
            onClick={() => setKind('reply')}
          >
            Reply
          </button>
          <button type="button" aria-pressed={shownKind === 'note'} onClick={() => setKind('note')}>
            Note
          </button>
        </fieldset>
        {undo === null ? (
          (children ?? (
            <span className="composer-hint">
              {shownKind === 'note' ? 'Only your team sees this' : 'Enter sends, / opens saved replies'}
            </span>
          ))
        ) : (
          <button
            type="button"
            className="link"
            onClick={() => {
              setDraft({ ...draft, reply: undo });
              setUndo(null);
            }}
          >
            Undo the suggestion
          </button>
        )}
        <Button type="submit" size="sm" disabled={text.trim() === '' || isTooLong} loading={busy}>
          {shownKind === 'note' ? 'Add note' : 'Send'}
        </Button>
      </div>
    </form>
  );
}
