import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import type { Entry } from '../../../../src/contract/log/entry.ts';
import { happenedLine } from '../../labels/entryLines.ts';
import { clockTime, dayName, exactTime } from '../../labels/times.ts';
import type { StreamView } from '../../state/streamView.ts';
import { type TalkLine, talkLines } from '../../state/talkLines.ts';
import { useEvidence } from '../EvidenceContext.tsx';
import { Icon } from '../Icon.tsx';
import { StreamText } from '../StreamText.tsx';
import type { LiveConversation, OpenConversation } from '../useConversation.ts';
import { useLive } from '../useLive.ts';
import { Message, Speaker } from './Message.tsx';
import { ShownHomes } from './ShownHomes.tsx';
import { Spoken } from './Spoken.tsx';
import { TeamText } from './TeamText.tsx';
import { TeamTurn } from './TeamTurn.tsx';
import { useStickToEnd } from './useStickToEnd.ts';

const none: readonly Entry[] = [];
export const talkOf = (state: OpenConversation): readonly Entry[] => state.logs.public?.entries ?? none;
export const teamOf = (state: OpenConversation): readonly Entry[] => state.logs.internal?.entries ?? none;

/** How many lines are drawn at first, and more at each asking. */
const lineStep = 150;

interface TalkProps {
  live: LiveConversation;
  /** The person whose messages are "You"; null on the wall. */
  me: string | null;
  leadName: string;
  /** Shows the bots' own bookkeeping too. */
  showAll: boolean;
  /** Messages that are not in the log yet. */
  unsent?: ReactNode;
  unsentCount?: number;
  /** Set beside a composer, which itself says which colleague is writing. */
  withComposer?: boolean;
  /** Says that Jorge got it wrong in one of his messages. */
  onMisread?(seq: number): void;
  /** Told when the newest message is in view. */
  onSeen?(seq: number): void;
}

/** Both logs in one column by time, with what is being written right now at its end. */
export function Talk({
  live,
  me,
  leadName,
  showAll,
  unsent,
  unsentCount = 0,
  withComposer = false,
  onMisread,
  onSeen,
}: TalkProps) {
  const talk = useLive(live, talkOf);
  const team = useLive(live, teamOf);
  const [most, setMost] = useState(lineStep);
  const lines = useMemo(() => talkLines(talk, team, { showAll }), [talk, team, showAll]);
  const { marked } = useEvidence();
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const messages = talk.length;
  const { atEnd, unseen, toEnd } = useStickToEnd(scroller, content, messages);

  useEffect(() => {
    if (unsentCount > 0) toEnd();
  }, [unsentCount, toEnd]);

  const lastSeq = talk.at(-1)?.seq ?? 0;
  useEffect(() => {
    if (!atEnd || lastSeq === 0 || !onSeen) return;
    const tell = () => {
      if (document.visibilityState === 'visible') onSeen(lastSeq);
    };
    tell();
    document.addEventListener('visibilitychange', tell);
    return () => document.removeEventListener('visibilitychange', tell);
  }, [atEnd, lastSeq, onSeen]);

  useEffect(() => {
    if (!marked) return;
    setMost(Number.POSITIVE_INFINITY);
    const timer = setTimeout(() => {
      const line = scroller.current?.querySelector(`[data-entry="${CSS.escape(`${marked.log}#${marked.seq}`)}"]`);
      line?.scrollIntoView({ block: 'center' });
    }, 30);
    return () => clearTimeout(timer);
  }, [marked]);

  const shown = lines.length > most ? lines.slice(-most) : lines;
  return (
    <div className="talk-frame">
      <div className="talk" ref={scroller} role="log" aria-label="Conversation" tabIndex={-1}>
        <div className="talk-column" ref={content}>
          {shown.length < lines.length ? (
            <button type="button" className="talk-earlier" onClick={() => setMost(most + lineStep)}>
              Show earlier
            </button>
          ) : null}
          {shown.map((line) => (
            <Line key={line.key} line={line} me={me} leadName={leadName} marked={marked} onMisread={onMisread} />
          ))}
          {unsent}
          <Writing live={live} leadName={leadName} withComposer={withComposer} />
        </div>
      </div>
      {unseen > 0 ? (
        <button type="button" className="talk-new" onClick={toEnd}>
          {unseen === 1 ? '1 new message' : `${unseen} new messages`} <Icon name="down" size={14} />
        </button>
      ) : null}
    </div>
  );
}

type Marked = ReturnType<typeof useEvidence>['marked'];
interface LineProps extends Pick<TalkProps, 'me' | 'leadName'> {
  onMisread: TalkProps['onMisread'] | undefined;
  line: TalkLine;
  marked: Marked;
}
function Line({ line, me, leadName, marked, onMisread }: LineProps) {
  const markedIn = (entry: Entry) => (marked?.log === entry.log && marked.seq === entry.seq ? marked : null);
  switch (line.kind) {
    case 'day':
      return (
        <p className="talk-day">
          <span>{dayName(line.at)}</span>
        </p>
      );
    case 'message':
      return (
        <Message
          entry={line.entry}
          follows={line.follows}
          retracted={line.retracted}
          me={me}
          leadName={leadName}
          marked={markedIn(line.entry)}
          onMisread={onMisread}
        />
      );
    case 'spoken':
      return (
        <Spoken entry={line.entry} follows={line.follows} me={me} leadName={leadName} marked={markedIn(line.entry)} />
      );
    case 'happened':
      return (
        <>
          <p className="talk-happened">
            {happenedLine(line.entry)}{' '}
            <time dateTime={line.entry.at} title={exactTime(line.entry.at)}>
              {clockTime(line.entry.at)}
            </time>
          </p>
          {line.entry.type === 'listing-cards' ? <ShownHomes items={line.entry.data.items} /> : null}
        </>
      );
    case 'team-words':
      return <TeamText entry={line.entry} note={line.note} me={me} marked={markedIn(line.entry)} />;
    case 'team-turn':
      return <TeamTurn entries={line.entries} count={line.entries.length} />;
  }
}

/** Replies whose words are still coming, as a key that changes only when one begins or its message is there. */
const repliesOf = (state: OpenConversation): string => {
  const written = new Set(
    talkOf(state)
      .slice(-60)
      .map((entry) => (entry.type === 'message-created' ? entry.data.streamId : '')),
  );
  const isReply = (stream: StreamView) =>
    stream.kind === 'reply' &&
    !written.has(stream.streamId) &&
    (stream.state === 'open' || stream.end?.status === 'done') &&
    stream.text !== '';
  return [...state.streams.values()]
    .filter(isReply)
    .map((stream) => stream.streamId)
    .join(' ');
};

/** Text that is growing now, and who is typing. A colleague's typing is shown at the composer, where there is one. */
function Writing(props: { live: LiveConversation; leadName: string; withComposer: boolean }) {
  const { live, leadName, withComposer } = props;
  const replies = useLive(live, repliesOf);
  const typing = useLive(live, (state) => state.typing);
  const isTeam = typing?.kind === 'agent' || typing?.kind === 'supervisor';
  const typist =
    !typing || (isTeam && withComposer)
      ? null
      : typing.kind === 'visitor' || typing.kind === 'lead'
        ? leadName
        : (typing.name ?? (typing.kind === 'bot' ? 'Jorge' : 'A colleague'));
  return (
    <>
      {replies
        .split(' ')
        .filter(Boolean)
        .map((streamId) => (
          <article key={`stream:${streamId}`} className="message ours writing" aria-live="off">
            <header>
              <Speaker kind="bot" name="Jorge" />
            </header>
            <div className="words bot">
              <StreamText live={live} streamId={streamId} />
            </div>
          </article>
        ))}
      <p className="talk-typing" aria-live="off">
        {typist && !(typing?.kind === 'bot' && replies) ? `${typist} is typing…` : ''}
      </p>
    </>
  );
}
