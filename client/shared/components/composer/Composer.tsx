import { ActionIcon, Button, Textarea } from '@mantine/core';
import {
  type KeyboardEvent,
  lazy,
  type ReactNode,
  type Ref,
  Suspense,
  useEffect,
  useImperativeHandle,
  useRef,
  useState,
} from 'react';
import type { Attachment } from '../../../../src/contract/files.ts';
import type { Mode } from '../../../../src/contract/values.ts';
import { pickable } from '../../files/judgeFile.ts';
import { withoutSent } from '../../state/withoutSent.ts';
import { Icon } from '../Icon.tsx';
import { ModeLine, useMayTakeOver } from '../ModeLine.tsx';
import { useSession } from '../SessionContext.ts';
import { useCommand } from '../Toast.tsx';
import type { LiveConversation } from '../useConversation.ts';
import { useIsPhone } from '../useIsPhone.ts';
import { ChosenList } from './ChosenList.tsx';
import { keepDraft, readDraft, withSuggestion } from './drafts.ts';
import { useChosenFiles } from './useChosenFiles.ts';
import { useDroppedFiles } from './useDroppedFiles.ts';
import { useMentions } from './useMentions.tsx';
import { useSlash } from './useSlash.tsx';
import { mayBeHeld, useWriters, writersWords } from './useWriters.ts';
import { useWriting } from './useWriting.ts';

const LaterSheet = lazy(() => import('./LaterSheet.tsx'));

export interface ComposerHandle {
  /** Puts suggested words into the reply, below what is there already; it can be undone until the next key. */
  insert(text: string): void;
  focus(): void;
}

interface ComposerProps {
  live: LiveConversation;
  mode: Mode;
  reason: string | null;
  /** Why nobody owes an answer, where it waits for none. */
  rests?: string | null;
  due?: string | null;
  owner: { id: string; name: string } | null;
  /** Visitor and home of the talk, for saved replies. */
  about: { visitor: string | null; listing: string | null };
  /** False when the outbox is full. */
  onSend(text: string, attachments: Attachment[]): boolean;
  /** Other tools for a reply, beside it. */
  tools?: ReactNode;
  /** A call takes no written replies: only notes. */
  takesReplies?: boolean;
  /** Only the chat of a page carries files. */
  takesFiles: boolean;
  /** Has it sent at a time, as ISO 8601; whether that was taken. Absent where nothing is sent later. */
  onLater?(text: string, at: string): Promise<boolean>;
  /** It waits for me to take it, or to leave it to a colleague. */
  offeredToMe: boolean;
  /** They opted out: the hub refuses a reply until they write again. */
  optedOut: boolean;
  /** Until when they are blocked, in words: "until it is lifted". Null while they are not. */
  blocked?: string | null;
  ref: Ref<ComposerHandle>;
}

const maxChars = 4_000;

/** The reply or a note. A line above it says who is answering, with the one thing to do about it. */
export function Composer({
  live,
  mode,
  reason,
  rests = null,
  due = null,
  owner,
  about,
  onSend,
  tools = null,
  takesReplies = true,
  takesFiles,
  onLater,
  offeredToMe,
  optedOut,
  blocked = null,
  ref,
}: ComposerProps) {
  const { user } = useSession();
  const { conversationId } = live;
  const run = useCommand();
  const [draft, setDraft] = useState(() => readDraft(localStorage, user.id, conversationId));
  const latest = useRef(draft);
  latest.current = draft;
  const [kind, setKind] = useState<'reply' | 'note'>('reply');
  const [undo, setUndo] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [asksWhen, setAsksWhen] = useState(false);
  const isPhone = useIsPhone();
  const area = useRef<HTMLTextAreaElement>(null);
  const writers = useWriters(live, user.id);
  const writing = useWriting(conversationId);
  const mayTakeOver = useMayTakeOver(mode, owner);

  const isOthers = mode === 'human' && owner !== null && owner.id !== user.id;
  const mayReply = takesReplies && mode !== 'closed' && (!isOthers || user.role !== 'agent');
  const shownKind = mayReply ? kind : 'note';
  const text = draft[shownKind];
  const files = useChosenFiles(conversationId);
  const picker = useRef<HTMLInputElement>(null);
  const mayAttach = takesFiles && shownKind === 'reply';
  const isDropping = useDroppedFiles(mayAttach, files.add);
  /** Pasted text is never cut off: its author decides what to delete. */
  const isTooLong = text.trim().length > maxChars;
  const isEmpty = text.trim() === '' && !(mayAttach && files.ready.length > 0);
  const cannotSend = isEmpty || isTooLong || (mayAttach && files.isBusy);
  const slash = useSlash(
    shownKind === 'reply' ? text : '',
    { visitor: about.visitor ?? 'there', agent: user.name, listing: about.listing ?? 'this home' },
    (filled) => {
      setUndo(draft.reply);
      setDraft({ ...draft, reply: filled });
      area.current?.focus();
    },
  );

  const mentions = useMentions(shownKind === 'note' ? text : null, area, write);

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

  function takeBack(before: string) {
    setDraft({ ...draft, reply: before });
    setUndo(null);
  }

  function write(value: string) {
    setUndo(null);
    setDraft({ ...draft, [shownKind]: value });
    if (shownKind === 'reply') writing.wrote(value !== '');
  }

  async function submit() {
    const words = text.trim();
    if (cannotSend || busy) return;
    setUndo(null);
    if (shownKind === 'reply') {
      if (onSend(words, mayAttach ? files.ready : [])) {
        setDraft({ ...draft, reply: '' });
        files.clear();
      }
      writing.wrote(false);
      return;
    }
    setBusy(true);
    if (await run('note-add', { conversationId, text: words, ...mentions.mentionsIn(words) })) {
      const rest = withoutSent(latest.current.note, text);
      setDraft((now) => ({ ...now, note: rest }));
      // A person who is already writing the next note stays with notes.
      if (rest === '') setKind('reply');
    }
    setBusy(false);
    // The pressed button lost the focus. A person who has moved elsewhere by now stays there.
    if (document.activeElement === document.body) area.current?.focus();
  }

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (slash.takesKey(event) || mentions.takesKey(event)) return;
    if (undo !== null && event.key === 'z' && (event.ctrlKey || event.metaKey) && !event.shiftKey) {
      event.preventDefault();
      takeBack(undo);
      return;
    }
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing || event.altKey) return;
    event.preventDefault();
    void submit();
  }

  const placeholder =
    shownKind === 'note'
      ? 'Write a note for your team'
      : mode === 'bot'
        ? 'Write a reply to take over from Jorge'
        : 'Write a reply';
  return (
    <form
      className={`composer ${shownKind}${isEmpty && shownKind === 'reply' && files.chosen.length === 0 ? ' idle' : ''}${isDropping ? ' dropping' : ''}`}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <ModeLine
        mode={mode}
        reason={reason}
        rests={rests}
        due={due}
        owner={owner}
        offeredToMe={offeredToMe}
        onPhone={!takesReplies}
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
            Decline
          </Button>
        ) : null}
      </ModeLine>
      {optedOut && shownKind === 'reply' && mode !== 'closed' ? (
        <p className="composer-warning">
          They opted out of messages. You can reply here once they write again; calls, texts, and emails stay off.
        </p>
      ) : null}
      {blocked !== null && shownKind === 'reply' && mode !== 'closed' ? (
        <p className="composer-warning">
          This visitor is blocked {blocked}. They’ll see what you write only after they’re unblocked.
        </p>
      ) : null}
      {isTooLong ? (
        <p className="composer-warning" role="status">
          Messages can have up to {maxChars.toLocaleString()} characters. This one has{' '}
          {text.trim().length.toLocaleString()}.
        </p>
      ) : null}
      {slash.list}
      {mentions.list}
      {mayAttach ? <ChosenList chosen={files.chosen} onRemove={files.remove} /> : null}
      <Textarea
        ref={area}
        {...slash.field}
        {...mentions.field}
        autosize
        minRows={isPhone ? 1 : 2}
        maxRows={8}
        aria-label={shownKind === 'note' ? 'Note for your team' : 'Reply'}
        placeholder={placeholder}
        value={text}
        onChange={(event) => write(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onPaste={(event) => {
          const pasted = [...event.clipboardData.files];
          if (!mayAttach || pasted.length === 0) return;
          event.preventDefault();
          files.add(pasted);
        }}
      />
      <div className="composer-foot">
        <fieldset className="tabs" aria-label="Message type">
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
        {mayAttach ? (
          <>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={32}
              aria-label="Attach a photo or PDF"
              title="Attach a photo or PDF"
              onClick={() => picker.current?.click()}
            >
              <Icon name="clip" size={18} />
            </ActionIcon>
            <input
              ref={picker}
              type="file"
              accept={pickable}
              multiple
              hidden
              onChange={(event) => {
                files.add([...(event.currentTarget.files ?? [])]);
                event.currentTarget.value = '';
              }}
            />
          </>
        ) : null}
        {shownKind === 'reply' ? tools : null}
        {undo === null ? (
          <span className="composer-hint">
            {shownKind === 'note'
              ? 'Only your team sees this. Type @ to mention a colleague.'
              : isDropping
                ? 'Drop to attach'
                : 'Enter to send, / for saved replies'}
          </span>
        ) : (
          <button type="button" className="link" title="Ctrl+Z" onClick={() => takeBack(undo)}>
            Undo
          </button>
        )}
        {onLater && shownKind === 'reply' && text.trim() !== '' && !isTooLong ? (
          <ActionIcon
            variant="subtle"
            color="gray"
            size={32}
            aria-label="Send later"
            title="Send later"
            onClick={() => setAsksWhen(true)}
          >
            <Icon name="clock" size={18} />
          </ActionIcon>
        ) : null}
        <Button
          type="submit"
          size="sm"
          // One solid button: where the talk can be taken over, that is the first thing to do.
          variant={mayTakeOver ? 'default' : 'filled'}
          disabled={cannotSend}
          loading={busy}
        >
          {shownKind === 'note' ? 'Add note' : 'Send'}
        </Button>
      </div>
      {onLater && asksWhen ? (
        <Suspense>
          <LaterSheet
            text={text.trim()}
            onClose={() => setAsksWhen(false)}
            onLater={async (words, at) => {
              const isTaken = await onLater(words, at);
              if (isTaken) setDraft({ ...latest.current, reply: withoutSent(latest.current.reply, text) });
              return isTaken;
            }}
          />
        </Suspense>
      ) : null}
    </form>
  );
}
