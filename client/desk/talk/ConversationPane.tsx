import { Button, VisuallyHidden } from '@mantine/core';
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Attachment } from '../../../src/contract/files.ts';
import { useBoard } from '../../shared/components/BoardContext.tsx';
import { Composer, type ComposerHandle } from '../../shared/components/composer/Composer.tsx';
import type { OutgoingMessage } from '../../shared/components/composer/useOutbox.ts';
import { useUnsent } from '../../shared/components/composer/useUnsent.ts';
import { EvidenceProvider, useEvidence } from '../../shared/components/EvidenceContext.tsx';
import { useHub } from '../../shared/components/HubContext.tsx';
import { Known, type KnownTab, knownTabs } from '../../shared/components/lead/Known.tsx';
import { Notice } from '../../shared/components/Notice.tsx';
import { useSession } from '../../shared/components/SessionContext.ts';
import { useCommand, useToast } from '../../shared/components/Toast.tsx';
import { Talk, talkOf, teamOf } from '../../shared/components/talk/Talk.tsx';
import { TalkSkeleton } from '../../shared/components/talk/TalkSkeleton.tsx';
import { TranslationProvider } from '../../shared/components/talk/Translation.tsx';
import { Unsent } from '../../shared/components/talk/Unsent.tsx';
import { useAfter } from '../../shared/components/useAfter.ts';
import { type LiveConversation, useConversation } from '../../shared/components/useConversation.ts';
import { useFindEntry } from '../../shared/components/useFindEntry.ts';
import { useLive } from '../../shared/components/useLive.ts';
import { useNow } from '../../shared/components/useNow.ts';
import type { Outbox } from '../../shared/connection/outbox.ts';
import { blockedUntil } from '../../shared/labels/blocks.ts';
import { botLabels, whoIs } from '../../shared/labels/names.ts';
import { followUpWords } from '../../shared/labels/needs.ts';
import { flagWords, restWords } from '../../shared/labels/reasons.ts';
import { stageLabel } from '../../shared/labels/stages.ts';
import { shortTime, untilTime } from '../../shared/labels/times.ts';
import { isSnoozed } from '../../shared/state/boardView.ts';
import { newestCall, transcriptOf } from '../../shared/state/callOf.ts';
import { conversationFacts } from '../../shared/state/conversationFacts.ts';
import { textOf } from '../../shared/state/evidenceQuotes.ts';
import { heldReplyOf } from '../../shared/state/heldReply.ts';
import { homeOfTalk } from '../../shared/state/homeOfTalk.ts';
import { scheduledOf } from '../../shared/state/scheduledOf.ts';
import { wrapUpOf } from '../../shared/state/wrapUpOf.ts';
import { ColumnEdge } from '../ColumnEdge.tsx';
import { CallBar } from '../call/CallBar.tsx';
import { SaidNow } from '../call/SaidNow.tsx';
import { useHeard } from '../call/useHeard.ts';
import { WhisperCard } from '../call/WhisperCard.tsx';
import { WrapUp } from '../call/WrapUp.tsx';
import { SuggestionCard } from '../coach/SuggestionCard.tsx';
import { FoldedRail } from '../lead/FoldedRail.tsx';
import { goTo, lineWasShown, useOpenLine } from '../route.ts';
import { WriteScript } from '../scripts/WriteScript.tsx';
import type { Layout } from '../useLayout.ts';
import { usePersistedState } from '../usePersistedState.ts';
import { WriteAboutHome } from '../write/WriteAboutHome.tsx';
import { HeldReplyCard } from './HeldReplyCard.tsx';
import { MisreadSheet } from './MisreadSheet.tsx';
import { Scheduled } from './Scheduled.tsx';
import { TalkHead } from './TalkHead.tsx';
import { useBlocks } from './useBlocks.ts';
import { useViewers, ViewersContext } from './Viewers.tsx';

const Ask = lazy(() => import('../coach/Ask.tsx'));

interface PaneProps {
  conversationId: string;
  layout: Layout;
  outbox: Outbox<OutgoingMessage>;
  /** On a phone: whether the facts are shown instead of the talk. */
  showFacts: boolean;
  /** Whether the menu that closes the conversation is open. */
  closing: boolean;
  onClosing(on: boolean): void;
  onClosed(): void;
  rail: { width: number; scale: number; onWidth(width: number): void };
}

const noTags: readonly string[] = [];
/** Calls that a browser remembers to be wrapped up. */
const mostWrapped = 200;

/** The open conversation: the talk with its composer, and the rail of what is known. */
export function ConversationPane(props: PaneProps) {
  const viewers = useViewers(props.conversationId);
  const live = useConversation(props.conversationId);
  return (
    <EvidenceProvider>
      <ViewersContext value={viewers}>
        {live ? <Opened {...props} live={live} /> : <main className="talk-pane" />}
      </ViewersContext>
    </EvidenceProvider>
  );
}

function Opened(props: PaneProps & { live: LiveConversation }) {
  const { conversationId, layout, outbox, showFacts, live } = props;
  const { user } = useSession();
  const hub = useHub();
  const run = useCommand();
  const toast = useToast();
  const late = useAfter(200);
  const now = useNow(30_000);
  const talk = useLive(live, talkOf);
  const team = useLive(live, teamOf);
  const answer = useLive(live, (state) => state.answer);
  const refusal = useLive(live, (state) => (state.phase === 'refused' ? state.refusal : null));
  const row = useLive(useBoard(), (state) => state.rows.get(conversationId));
  const facts = useMemo(() => conversationFacts(talk, team), [talk, team]);
  const call = useMemo(() => newestCall(team), [team]);
  const onCall = call?.ended === null ? call : null;
  const heard = useHeard(onCall !== null && transcriptOf(onCall) === 'on' ? onCall.callId : null, team);
  const scheduled = useMemo(() => scheduledOf(team), [team]);
  const held = useMemo(() => heldReplyOf(talk, team), [talk, team]);
  const find = useFindEntry(live);
  const [showAll, setShowAll] = usePersistedState(`jorge-hub.show-all.${user.id}`, false);
  const [tab, setTab] = usePersistedState<string>(`jorge-hub.rail-tab.${user.id}`, 'lead' satisfies KnownTab);
  const [wrapped, setWrapped] = usePersistedState<string>(`jorge-hub.wrapped.${user.id}`, '');
  const [factsOpen, setFactsOpen] = useState(false);
  const composer = useRef<ComposerHandle>(null);
  const edited = useRef<string | null>(null);

  const [misread, setMisread] = useState<number | null>(null);
  const unsent = useUnsent(outbox, conversationId, talk);

  const onSeen = useCallback(
    (seq: number) => {
      // A lost mark is made again with the next message.
      if (hub.status === 'live') hub.send('read-mark', { conversationId, seq }).catch(() => undefined);
    },
    [hub, conversationId],
  );

  const blocks = useBlocks(conversationId, team);

  const line = useOpenLine();
  const { mark } = useEvidence();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the entry comes with the logs
  useEffect(() => {
    const entry = line && find(`${line.log}:${conversationId}`, line.seq);
    if (!entry) return;
    mark({ log: entry.log, seq: entry.seq, start: 0, end: textOf(entry)?.length ?? 0 });
    lineWasShown();
  }, [line, find, mark, conversationId, talk, team]);

  if (refusal) {
    return (
      <main className="talk-pane">
        <Notice
          alone={layout === 'phone'}
          title={refusal.code === 'NOT_FOUND' ? 'Conversation not found' : 'This conversation didn’t open'}
          text={refusal.code === 'NOT_FOUND' ? 'The link may be old or belong to another team.' : refusal.message}
        >
          {refusal.code === 'NOT_FOUND' ? (
            <Button size="sm" onClick={() => goTo(null)}>
              Back to the inbox
            </Button>
          ) : (
            <Button size="sm" onClick={live.reopen}>
              Try again
            </Button>
          )}
        </Notice>
      </main>
    );
  }
  if (!answer && talk.length === 0)
    return (
      <main className="talk-pane">
        <VisuallyHidden>
          <h1>Conversation</h1>
        </VisuallyHidden>
        {late ? <TalkSkeleton /> : null}
      </main>
    );

  const leadId = row?.lead.id ?? answer?.lead.id;
  const homeId = homeOfTalk(talk, facts, answer?.listingId);
  const mode = facts.mode ?? row?.mode ?? answer?.mode ?? 'bot';
  const owner = facts.owner !== undefined ? facts.owner : (row?.owner ?? answer?.owner ?? null);
  // Suggested replies are of no use to an agent who may not reply: their composer takes only notes.
  const callBy = call?.by ?? (call?.isTold ? null : (owner?.id ?? null));
  const toWrapUp =
    call?.ended != null && mode !== 'closed' && callBy === user.id && !wrapped.split(' ').includes(call.callId);
  const mayReply = user.role !== 'agent' || mode !== 'human' || owner === null || owner.id === user.id;
  const name = whoIs(row ?? { lead: answer?.lead ?? { id: '' } });
  const bot = facts.bot ?? row?.bot ?? answer?.bot;
  const left = mode !== 'closed' && row?.visitorLeftAt;
  const aside = mode !== 'closed' && row !== undefined && isSnoozed(row, now);
  const about = [
    aside && row.snoozedUntil && `Snoozed until ${untilTime(row.snoozedUntil)}`,
    left && `Left ${shortTime(left)}. They’ll see replies when they return`,
    row?.lead.name && row.listingTitle,
    bot && botLabels[bot],
    row && stageLabel(row.stage),
  ].filter(Boolean);

  const send = (text: string, attachments: Attachment[] = []): boolean => {
    if (!outbox.add({ conversationId, text, ...(attachments.length > 0 ? { attachments } : {}) })) {
      toast('Too many messages are waiting. Try again when the connection is back.');
      return false;
    }
    if (edited.current) void run('suggestion-answer', { suggestionId: edited.current, action: 'edited', text });
    edited.current = null;
    return true;
  };

  const offeredWords =
    row?.offered && (row.offered.id === user.id ? 'offered to you' : `offered to ${row.offered.name}`);
  const known = (
    <Known
      live={live}
      facts={facts}
      find={find}
      row={row}
      mode={mode}
      owner={owner}
      me={user.id}
      tab={knownTabs.find((one) => one === tab) ?? 'lead'}
      onTab={setTab}
      homeActions={({ listingId }) => <WriteAboutHome home={listingId} lead={leadId} talk={conversationId} />}
      ask={
        <Suspense>
          <Ask live={live} facts={facts} find={find} />
        </Suspense>
      }
      write={(id) => (
        <section className="rail-section">
          <WriteScript
            leadId={id}
            {...(mode === 'closed' || !mayReply ? {} : { onInsert: (text) => composer.current?.insert(text) })}
          />
        </section>
      )}
    />
  );
  const nowCard =
    mode === 'closed' || !mayReply ? null : mode !== 'bot' && held !== null ? (
      <HeldReplyCard
        held={held}
        takesOver={mode === 'waiting'}
        onSend={send}
        onEdit={(text) => composer.current?.insert(text)}
      />
    ) : (
      <SuggestionCard
        live={live}
        facts={facts}
        find={find}
        leadId={leadId}
        onPhone={onCall !== null || row?.channel === 'call'}
        onUse={(text) => composer.current?.insert(text)}
        onEdit={(text, suggestionId) => {
          edited.current = suggestionId;
          composer.current?.insert(text);
        }}
      />
    );
  const next = facts.qualification?.data.missing[0];
  return (
    <>
      <main className="talk-pane" hidden={layout === 'phone' && showFacts}>
        <TalkHead
          conversationId={conversationId}
          name={name}
          about={about.join(' · ')}
          mode={mode}
          bot={bot}
          owner={owner}
          priority={row?.priority}
          tags={row?.tags ?? noTags}
          aside={aside}
          blocks={blocks}
          showAll={showAll}
          onShowAll={setShowAll}
          back={layout === 'phone'}
          closing={props.closing}
          onClosing={props.onClosing}
          onClosed={props.onClosed}
        />
        {onCall === null || mode === 'closed' ? null : (
          <CallBar
            key={onCall.callId}
            call={onCall}
            conversationId={conversationId}
            leadId={leadId}
            isFree={callBy === null}
            isOthers={user.role === 'agent' && callBy !== null && callBy !== user.id}
          />
        )}
        {call?.ended && toWrapUp ? (
          <WrapUp
            key={call.callId}
            conversationId={conversationId}
            callId={call.callId}
            durationMs={call.ended.durationMs}
            wrapUp={wrapUpOf(call.callId, team)}
            find={find}
            onDone={() => setWrapped([...wrapped.split(' '), call.callId].slice(-mostWrapped).join(' '))}
          />
        ) : null}
        {onCall === null ? null : (
          <>
            <WhisperCard team={team} startedAt={onCall.startedAt} />
            {nowCard}
          </>
        )}
        {layout === 'folded' ? (
          <FoldedRail open={factsOpen} onOpen={setFactsOpen} facts={facts} next={next}>
            {known}
          </FoldedRail>
        ) : null}
        <TranslationProvider live={live} language={row?.language ?? 'en'} team={team}>
          <Talk
            live={live}
            me={user.id}
            leadName={row?.lead.name ?? answer?.lead.name ?? (row?.channel === 'call' ? 'Caller' : 'Visitor')}
            showAll={showAll}
            onMisread={setMisread}
            withComposer
            onSeen={onSeen}
            unsentCount={unsent.length + scheduled.length + heard.length}
            unsent={
              <>
                <SaidNow heard={heard} leadName={row?.lead.name ?? 'The caller'} />
                {unsent.map((item) => (
                  <Unsent
                    key={`sent:${item.commandId}`}
                    item={item}
                    onRetry={outbox.retry}
                    onDiscard={outbox.discard}
                  />
                ))}
                {scheduled.map((message) => (
                  <Scheduled
                    key={message.scheduledId}
                    conversationId={conversationId}
                    message={message}
                    onEdit={(text) => composer.current?.insert(text)}
                  />
                ))}
              </>
            }
          />
        </TranslationProvider>
        <MisreadSheet
          conversationId={conversationId}
          opened={misread !== null}
          seq={misread}
          onClose={() => setMisread(null)}
        />
        {onCall === null ? nowCard : null}
        <Composer
          ref={composer}
          live={live}
          mode={mode}
          reason={mode === 'waiting' ? (offeredWords ?? (row && flagWords(row)[0]) ?? null) : null}
          rests={row === undefined ? null : restWords(row)}
          due={row === undefined ? null : followUpWords(row, now)}
          offeredToMe={row?.offered?.id === user.id}
          blocked={blocks[0] === undefined ? null : blockedUntil(blocks[0].until)}
          optedOut={row?.flags.some(({ kind }) => kind === 'opted-out') ?? false}
          owner={owner}
          about={{ visitor: row?.lead.name ?? answer?.lead.name ?? null, listing: row?.listingTitle ?? null }}
          onSend={send}
          tools={
            homeId === undefined || mode === 'closed' ? null : (
              <WriteAboutHome home={homeId} lead={leadId} talk={conversationId} asTool />
            )
          }
          takesReplies={row?.channel !== 'call'}
          takesFiles={row === undefined || row.channel === 'widget'}
          onLater={async (text, at) => {
            const isTaken = (await run('message-schedule', { conversationId, text, at })) !== null;
            if (isTaken) toast(`Scheduled for ${untilTime(at)}.`);
            return isTaken;
          }}
        />
      </main>
      {layout === 'wide' || (layout === 'phone' && showFacts) ? (
        <aside className="rail" aria-label="Details">
          <header className="column-head">
            <h2>Details</h2>
            <span className="only-team">Only your team sees this</span>
          </header>
          {known}
          {layout === 'wide' ? (
            <ColumnEdge label="Details width" least={280} most={560} grows="left" {...props.rail} />
          ) : null}
        </aside>
      ) : null}
    </>
  );
}
