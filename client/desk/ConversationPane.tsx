import { Button, VisuallyHidden } from '@mantine/core';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Outbox } from '../shared/connection/outbox.ts';
import { appointmentsOf } from '../shared/state/appointmentsOf.ts';
import { isSnoozed } from '../shared/state/boardView.ts';
import { conversationFacts } from '../shared/state/conversationFacts.ts';
import { textOf } from '../shared/state/evidenceWords.ts';
import { heldReplyOf } from '../shared/state/heldReply.ts';
import { homeOfTalk } from '../shared/state/homeOfTalk.ts';
import { useBoard } from '../shared/ui/BoardContext.tsx';
import { Composer, type ComposerHandle } from '../shared/ui/composer/Composer.tsx';
import type { OutgoingMessage } from '../shared/ui/composer/useOutbox.ts';
import { useUnsent } from '../shared/ui/composer/useUnsent.ts';
import { EvidenceProvider, useEvidence } from '../shared/ui/EvidenceContext.tsx';
import { useHub } from '../shared/ui/HubContext.tsx';
import { Appointments } from '../shared/ui/lead/Appointments.tsx';
import { Handoff } from '../shared/ui/lead/Handoff.tsx';
import { Home } from '../shared/ui/lead/Home.tsx';
import { handoffCardOf } from '../shared/ui/lead/handoffCard.ts';
import { NextStep } from '../shared/ui/lead/NextStep.tsx';
import { Person } from '../shared/ui/lead/Person.tsx';
import { Qualification } from '../shared/ui/lead/Qualification.tsx';
import { Score } from '../shared/ui/lead/Score.tsx';
import { Notice } from '../shared/ui/Notice.tsx';
import { useNow } from '../shared/ui/now.ts';
import { useSession } from '../shared/ui/SessionContext.ts';
import { useCommand, useTell } from '../shared/ui/Tell.tsx';
import { Talk, talkOf, teamOf } from '../shared/ui/talk/Talk.tsx';
import { TalkSkeleton } from '../shared/ui/talk/TalkSkeleton.tsx';
import { Unsent } from '../shared/ui/talk/Unsent.tsx';
import { shortTime, untilTime } from '../shared/ui/times.ts';
import { useAfter } from '../shared/ui/useAfter.ts';
import { type LiveConversation, useConversation } from '../shared/ui/useConversation.ts';
import { useFindEntry } from '../shared/ui/useFindEntry.ts';
import { useLive } from '../shared/ui/useLive.ts';
import { botName, flagWords, restWords, stageName, whoIs } from '../shared/ui/words.ts';
import { Ask } from './Ask.tsx';
import { blockedUntil } from './blockWords.ts';
import { CloseMenu } from './CloseMenu.tsx';
import { ColumnEdge } from './ColumnEdge.tsx';
import { FoldedRail } from './FoldedRail.tsx';
import { Held } from './Held.tsx';
import { MisreadSheet } from './MisreadSheet.tsx';
import { Now } from './Now.tsx';
import { goTo, lineWasShown, useOpenLine } from './route.ts';
import { TalkHead } from './TalkHead.tsx';
import { useBlocks } from './useBlocks.ts';
import { useKept } from './useKept.ts';
import type { Layout } from './useLayout.ts';

interface PaneProps {
  conversationId: string;
  layout: Layout;
  outbox: Outbox<OutgoingMessage>;
  /** On a phone: whether the facts are shown instead of the talk. */
  showFacts: boolean;
  /** Whether it is being asked how the conversation ended. */
  closing: boolean;
  onClosing(on: boolean): void;
  onClosed(): void;
  rail: { width: number; scale: number; onWidth(width: number): void };
}

/** The open conversation: the talk with its composer, and the rail of what is known. */
export function ConversationPane(props: PaneProps) {
  const live = useConversation(props.conversationId);
  return (
    <EvidenceProvider>{live ? <Opened {...props} live={live} /> : <main className="talk-pane" />}</EvidenceProvider>
  );
}

function Opened(props: PaneProps & { live: LiveConversation }) {
  const { conversationId, layout, outbox, showFacts, live } = props;
  const { user } = useSession();
  const hub = useHub();
  const run = useCommand();
  const tell = useTell();
  const late = useAfter(200);
  const now = useNow(30_000);
  const talk = useLive(live, talkOf);
  const team = useLive(live, teamOf);
  const answer = useLive(live, (state) => state.answer);
  const refusal = useLive(live, (state) => (state.phase === 'refused' ? state.refusal : null));
  const row = useLive(useBoard(), (state) => state.rows.get(conversationId));
  const facts = useMemo(() => conversationFacts(talk, team), [talk, team]);
  const held = useMemo(() => heldReplyOf(talk, team), [talk, team]);
  const find = useFindEntry(live);
  const [talkOnly, setTalkOnly] = useKept(`jorge-hub.talk-only.${user.id}`, false);
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
          title={refusal.code === 'NOT_FOUND' ? 'There is no such conversation' : 'This conversation did not open'}
          text={refusal.code === 'NOT_FOUND' ? 'The link may be old, or of another team.' : refusal.message}
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

  const mode = facts.mode ?? row?.mode ?? answer?.mode ?? 'bot';
  const owner = facts.owner !== undefined ? facts.owner : (row?.owner ?? answer?.owner ?? null);
  // What to say is of no use to an agent who may not say it: the composer takes their notes only.
  const mayReply = user.role !== 'agent' || mode !== 'human' || owner === null || owner.id === user.id;
  const name = whoIs(row ?? { lead: answer?.lead ?? { id: '' } });
  const bot = facts.bot ?? row?.bot ?? answer?.bot;
  const left = mode !== 'closed' && row?.visitorLeftAt;
  const aside = mode !== 'closed' && row !== undefined && isSnoozed(row, now);
  const about = [
    aside && row.snoozedUntil && `Put aside until ${untilTime(row.snoozedUntil)}`,
    left && `Left ${shortTime(left)}, sees it on return`,
    row?.lead.name && row.listingTitle,
    bot && botName[bot],
    row && stageName(row.stage),
  ].filter(Boolean);

  const send = (text: string): boolean => {
    if (!outbox.add({ conversationId, text })) {
      tell('Too many messages are waiting. Send again when the connection is back.');
      return false;
    }
    if (edited.current) void run('suggestion-answer', { suggestionId: edited.current, action: 'edited', text });
    edited.current = null;
    return true;
  };

  const offeredWords =
    row?.offered && (row.offered.id === user.id ? 'offered to you' : `offered to ${row.offered.name}`);
  const handoff = handoffCardOf({ talk, team, facts, mode });
  const homeId = homeOfTalk(talk, facts, answer?.listingId);
  const rail = (
    <>
      <NextStep facts={facts} mode={mode} owner={owner} me={user.id} />
      {handoff === null ? null : <Handoff card={handoff} find={find} />}
      <Appointments
        conversationId={conversationId}
        appointments={appointmentsOf(talk)}
        slots={facts.qualification?.data.slots ?? {}}
        readOnly={mode === 'closed'}
      />
      {homeId === undefined ? null : <Home listingId={homeId} cameFrom={row?.listingTitle} />}
      <Person live={live} leadId={answer?.lead.id ?? row?.lead.id} facts={facts} find={find} />
      <Qualification live={live} facts={facts} find={find} />
      <Score facts={facts} find={find} row={row} />
      <Ask live={live} facts={facts} find={find} />
    </>
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
          aside={aside}
          blocks={blocks}
          talkOnly={talkOnly}
          onTalkOnly={setTalkOnly}
          back={layout === 'phone'}
          closing={props.closing}
          onClosing={props.onClosing}
          onClosed={props.onClosed}
        />
        {layout === 'folded' ? (
          <FoldedRail open={factsOpen} onOpen={setFactsOpen} facts={facts} next={next}>
            {rail}
          </FoldedRail>
        ) : null}
        <Talk
          live={live}
          me={user.id}
          leadName={row?.lead.name ?? answer?.lead.name ?? 'Visitor'}
          talkOnly={talkOnly}
          onMisread={setMisread}
          withComposer
          onSeen={onSeen}
          unsentCount={unsent.length}
          unsent={unsent.map((item) => (
            <Unsent key={`sent:${item.commandId}`} item={item} onRetry={outbox.retry} onDiscard={outbox.discard} />
          ))}
        />
        <MisreadSheet
          conversationId={conversationId}
          opened={misread !== null}
          seq={misread}
          onClose={() => setMisread(null)}
        />
        {mode === 'closed' ? null : mode !== 'bot' && held !== null ? (
          <Held
            held={held}
            takesOver={mode === 'waiting'}
            onSend={send}
            onEdit={(text) => composer.current?.insert(text)}
          />
        ) : !mayReply ? null : (
          <Now
            live={live}
            facts={facts}
            find={find}
            onUse={(text) => composer.current?.insert(text)}
            onEdit={(text, suggestionId) => {
              edited.current = suggestionId;
              composer.current?.insert(text);
            }}
          />
        )}
        <Composer
          ref={composer}
          live={live}
          mode={mode}
          reason={mode === 'waiting' ? (offeredWords ?? (row && flagWords(row)[0]) ?? null) : null}
          rests={row === undefined ? null : restWords(row)}
          offeredToMe={row?.offered?.id === user.id}
          blocked={blocks[0] === undefined ? null : blockedUntil(blocks[0].until)}
          optedOut={row?.flags.some(({ kind }) => kind === 'opted-out') ?? false}
          owner={owner}
          about={{ visitor: row?.lead.name ?? answer?.lead.name ?? null, listing: row?.listingTitle ?? null }}
          onSend={send}
        >
          {layout === 'phone' && mode !== 'closed' ? (
            <CloseMenu
              conversationId={conversationId}
              position="top"
              opened={props.closing}
              onOpened={props.onClosing}
              onClosed={props.onClosed}
            >
              <Button variant="subtle" color="gray" size="sm" className="composer-close">
                Close
              </Button>
            </CloseMenu>
          ) : null}
        </Composer>
      </main>
      {layout === 'wide' || (layout === 'phone' && showFacts) ? (
        <aside className="rail" aria-label="What is known">
          <header className="column-head">
            <h2>What is known</h2>
            <span className="only-team">Only your team sees this</span>
          </header>
          <div className="rail-scroll">{rail}</div>
          {layout === 'wide' ? (
            <ColumnEdge label="Width of what is known" least={280} most={560} grows="left" {...props.rail} />
          ) : null}
        </aside>
      ) : null}
    </>
  );
}
