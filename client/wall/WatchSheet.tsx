import { ActionIcon, Button, Menu } from '@mantine/core';
import { type ComponentProps, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import type { Attachment } from '../../src/contract/files.ts';
import type { BoardRow } from '../../src/contract/socket/board.ts';
import { useBoard } from '../shared/components/BoardContext.tsx';
import { Composer, type ComposerHandle } from '../shared/components/composer/Composer.tsx';
import type { OutgoingMessage } from '../shared/components/composer/useOutbox.ts';
import { useUnsent } from '../shared/components/composer/useUnsent.ts';
import { EvidenceProvider } from '../shared/components/EvidenceContext.tsx';
import { useHub } from '../shared/components/HubContext.tsx';
import { Icon } from '../shared/components/Icon.tsx';
import { Known, type KnownTab } from '../shared/components/lead/Known.tsx';
import { ModeLine } from '../shared/components/ModeLine.tsx';
import { NotLoaded } from '../shared/components/NotLoaded.tsx';
import { useSession } from '../shared/components/SessionContext.ts';
import { StreamText } from '../shared/components/StreamText.tsx';
import { useCommand, useToast } from '../shared/components/Toast.tsx';
import { Talk, talkOf, teamOf } from '../shared/components/talk/Talk.tsx';
import { TalkSkeleton } from '../shared/components/talk/TalkSkeleton.tsx';
import { Unsent } from '../shared/components/talk/Unsent.tsx';
import { useAfter } from '../shared/components/useAfter.ts';
import { type LiveConversation, type OpenConversation, useConversation } from '../shared/components/useConversation.ts';
import { useFindEntry } from '../shared/components/useFindEntry.ts';
import { useIsPhone } from '../shared/components/useIsPhone.ts';
import { useLive } from '../shared/components/useLive.ts';
import { useNow } from '../shared/components/useNow.ts';
import { newCommandId } from '../shared/connection/newCommandId.ts';
import type { Outbox } from '../shared/connection/outbox.ts';
import { basisLabels, botLabels, whoIs } from '../shared/labels/names.ts';
import { followUpWords } from '../shared/labels/needs.ts';
import { flagWords, restWords } from '../shared/labels/reasons.ts';
import { stageLabel } from '../shared/labels/stages.ts';
import { conversationFacts } from '../shared/state/conversationFacts.ts';
import type { StreamView } from '../shared/state/streamView.ts';
import { Whisper } from './Whisper.tsx';

interface WatchSheetProps {
  conversationId: string;
  outbox: Outbox<OutgoingMessage>;
  /** Jorge answers with a model, which takes whispers. */
  jorgeListens: boolean;
  onClose(): void;
}

/** Watches one conversation beside the wall. The visitor and the agent see no trace of it; the audit does. */
export function WatchSheet({ conversationId, outbox, jorgeListens, onClose }: WatchSheetProps) {
  const live = useConversation(conversationId);
  const row = useLive(useBoard(), (state) => state.rows.get(conversationId));
  useMonitor(conversationId);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) onClose();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [onClose]);
  const about = row ? [row.bot && botLabels[row.bot], stageLabel(row.stage)].filter(Boolean).join(' · ') : '';
  // Beside the wall it is an aside; on a phone it is all there is.
  const alone = useIsPhone();
  return (
    <section className="sheet" role={alone ? 'main' : 'complementary'} aria-label="Watching a conversation">
      <header className="column-head talk-head">
        <div className="talk-head-who">
          <h2 className="clip" aria-level={alone ? 1 : 2}>
            {row ? whoIs(row) : 'Conversation'}
          </h2>
          <p className="clip">{about}</p>
        </div>
        <ActionIcon variant="subtle" color="gray" size={32} aria-label="Stop watching" onClick={onClose}>
          <Icon name="close" size={18} />
        </ActionIcon>
      </header>
      <EvidenceProvider>
        {live ? <Watched live={live} row={row} outbox={outbox} jorgeListens={jorgeListens} /> : null}
      </EvidenceProvider>
    </section>
  );
}

interface WatchedProps {
  live: LiveConversation;
  row: BoardRow | undefined;
  outbox: Outbox<OutgoingMessage>;
  jorgeListens: boolean;
}

function Watched({ live, row, outbox, jorgeListens }: WatchedProps) {
  const { user } = useSession();
  const { conversationId } = live;
  const late = useAfter(200);
  const now = useNow(30_000);
  const talk = useLive(live, talkOf);
  const team = useLive(live, teamOf);
  const answer = useLive(live, (state) => state.answer);
  const refusal = useLive(live, (state) => (state.phase === 'refused' ? state.refusal : null));
  const facts = useMemo(() => conversationFacts(talk, team), [talk, team]);
  const find = useFindEntry(live);
  const [part, setPart] = useState<'talk' | 'known'>('talk');
  const [tab, setTab] = useState<KnownTab>('lead');
  const unsent = useUnsent(outbox, conversationId, talk);
  const toast = useToast();

  if (refusal) {
    return <NotLoaded title="This conversation didn’t open" why={refusal.message} onRetry={live.reopen} />;
  }
  if (!answer && talk.length === 0) return late ? <TalkSkeleton /> : null;
  const mode = facts.mode ?? row?.mode ?? answer?.mode ?? 'bot';
  const owner = facts.owner !== undefined ? facts.owner : (row?.owner ?? answer?.owner ?? null);
  const mine = owner?.id === user.id;
  const answers = mine && mode === 'human';
  const onPhone = row?.channel === 'call';
  // On the phone, Jorge says nothing that a whisper could guide.
  const heeds = jorgeListens && !onPhone;
  const reassign = mode === 'closed' ? null : <Reassign conversationId={conversationId} ownerId={owner?.id ?? null} />;
  const send = (text: string, attachments: Attachment[]): boolean => {
    if (outbox.add({ conversationId, text, ...(attachments.length > 0 ? { attachments } : {}) })) return true;
    toast('Too many messages are waiting. Try again when the connection is back.');
    return false;
  };
  return (
    <>
      {answers ? null : (
        <ModeLine
          conversationId={conversationId}
          mode={mode}
          owner={owner}
          reason={mode === 'waiting' ? ((row && flagWords(row)[0]) ?? null) : null}
          rests={row ? restWords(row) : null}
          due={row ? followUpWords(row, now) : null}
          onPhone={onPhone}
        >
          {reassign}
        </ModeLine>
      )}
      <div className="sheet-tabs">
        <fieldset className="tabs" aria-label="View">
          <button type="button" aria-pressed={part === 'talk'} onClick={() => setPart('talk')}>
            Chat
          </button>
          <button type="button" aria-pressed={part === 'known'} onClick={() => setPart('known')}>
            Details
          </button>
        </fieldset>
        {answers ? (
          <>
            <a className="link" href={`/desk/c/${encodeURIComponent(conversationId)}`}>
              Answer at the desk
            </a>
            {reassign}
          </>
        ) : null}
      </div>
      {part === 'talk' ? (
        <Talk
          live={live}
          me={user.id}
          leadName={row?.lead.name ?? answer?.lead.name ?? 'Visitor'}
          showAll
          withComposer={answers}
          unsentCount={unsent.length}
          unsent={unsent.map((item) => (
            <Unsent key={`sent:${item.commandId}`} item={item} onRetry={outbox.retry} onDiscard={outbox.discard} />
          ))}
        />
      ) : (
        <Known
          live={live}
          facts={facts}
          find={find}
          row={row}
          mode={mode}
          owner={owner}
          me={user.id}
          tab={tab}
          onTab={setTab}
          readOnly
        />
      )}
      <Coaching live={live} />
      {answers ? (
        <AnswerHere
          live={live}
          mode={mode}
          reason={null}
          offeredToMe={false}
          optedOut={row?.flags.some(({ kind }) => kind === 'opted-out') ?? false}
          owner={owner}
          about={{ visitor: row?.lead.name ?? answer?.lead.name ?? null, listing: row?.listingTitle ?? null }}
          onSend={send}
          takesReplies={!onPhone}
          takesFiles={row === undefined || row.channel === 'widget'}
        />
      ) : mode === 'closed' || (mine && !heeds) ? null : (
        <Whisper
          conversationId={conversationId}
          agentName={owner?.name ?? null}
          mine={mine}
          jorgeListens={heeds}
          onPhone={onPhone}
        />
      )}
    </>
  );
}

/** After a takeover on the wall the supervisor answers here: the composer gets the focus. */
function AnswerHere(props: Omit<ComponentProps<typeof Composer>, 'ref'>) {
  const composer = useRef<ComposerHandle>(null);
  useEffect(() => composer.current?.focus(), []);
  return <Composer ref={composer} {...props} />;
}

const runningCoach = (state: OpenConversation): string => {
  const isOpenCoach = (stream: StreamView) => stream.kind === 'coach' && stream.state === 'open';
  const stream = [...state.streams.values()].filter(isOpenCoach).at(-1);
  return stream ? `${stream.streamId}|${stream.basis}` : '';
};

/** The coach's advice to the agent at this moment. */
function Coaching({ live }: { live: LiveConversation }) {
  const [streamId, basis] = useLive(live, runningCoach).split('|');
  if (!streamId) return null;
  return (
    <section className="coaching" aria-label="Coach">
      <header>
        <Icon name="spark" size={14} /> <b>Shown to the agent</b>
        <span className="basis">{basisLabels[basis === 'model' ? 'model' : 'rules']}</span>
      </header>
      <p>
        <StreamText live={live} streamId={streamId} />
      </p>
    </section>
  );
}

function Reassign({ conversationId, ownerId }: { conversationId: string; ownerId: string | null }): ReactNode {
  const { user } = useSession();
  const run = useCommand();
  const people = useLive(useBoard(), (state) => state.people);
  const others = [...people.values()].filter(
    (one) => one.id !== user.id && one.id !== ownerId && one.status !== 'offline',
  );
  const assign = (to: string | null) => void run('conversation-assign', { conversationId, to });
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <Button variant="default" size="compact-sm">
          Reassign
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {others.map((one) => (
          <Menu.Item key={one.id} onClick={() => assign(one.id)}>
            {one.name}
            {one.status === 'away' ? ' (on a break)' : ''}
          </Menu.Item>
        ))}
        {others.length === 0 ? <Menu.Label>No colleagues online</Menu.Label> : null}
        <Menu.Divider />
        {ownerId === user.id ? null : <Menu.Item onClick={() => assign(user.id)}>To me</Menu.Item>}
        {ownerId === null ? null : <Menu.Item onClick={() => assign(null)}>Unassign</Menu.Item>}
      </Menu.Dropdown>
    </Menu>
  );
}

/** Tells the hub, and so the audit, that somebody is watching, for as long as they do; again after a reconnect. */
function useMonitor(conversationId: string): void {
  const hub = useHub();
  useEffect(() => {
    const send = (name: 'monitor-start' | 'monitor-stop') => {
      if (hub.status !== 'live') return;
      const sent =
        name === 'monitor-start'
          ? hub.send(name, { commandId: newCommandId(), conversationId, mode: 'silent', reason: 'Opened on the wall' })
          : hub.send(name, { commandId: newCommandId(), conversationId });
      // The watch itself is refused or allowed by `conversation-open`; this only records it.
      sent.catch(() => undefined);
    };
    send('monitor-start');
    const stop = hub.onStatus((status) => status === 'live' && send('monitor-start'));
    return () => {
      stop();
      send('monitor-stop');
    };
  }, [hub, conversationId]);
}
