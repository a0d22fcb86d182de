import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Entry } from '../../../src/contract/log/entry.ts';
import { Icon } from '../../shared/components/Icon.tsx';
import { Quotes } from '../../shared/components/Quotes.tsx';
import { StreamText } from '../../shared/components/StreamText.tsx';
import { useCommand } from '../../shared/components/Toast.tsx';
import type { LiveConversation, OpenConversation } from '../../shared/components/useConversation.ts';
import { useLive } from '../../shared/components/useLive.ts';
import { clockTime, exactTime } from '../../shared/labels/times.ts';
import type { ConversationFacts } from '../../shared/state/conversationFacts.ts';
import type { FindEntry } from '../../shared/state/evidenceQuotes.ts';
import { withoutSent } from '../../shared/state/withoutSent.ts';
import { homeFieldLabel } from '../homes/homeFields.ts';
import { goToLine } from '../route.ts';

const endWords: Record<string, string> = {
  stopped: 'Stopped.',
  refused: 'Claude declined to answer that.',
  failed: 'No answer came back. Ask again.',
  truncated: 'The answer was cut short.',
  cut: 'The compliance check stopped this answer.',
};

/** Free questions about this lead, answered from the talk, what is known and the home, with sources. */
export default function Ask({
  live,
  facts,
  find,
}: {
  live: LiveConversation;
  facts: ConversationFacts;
  find: FindEntry;
}) {
  const run = useCommand();
  const [question, setQuestion] = useState('');
  const [asked, setAsked] = useState<{ question: string; streamId: string } | null>(null);
  const [busy, setBusy] = useState(false);
  const status = useLive(live, (state: OpenConversation) => {
    const stream = asked && state.streams.get(asked.streamId);
    return stream ? (stream.state === 'open' ? 'open' : (stream.end?.status ?? 'failed')) : 'none';
  });
  const isAnswered = facts.answers.some((one) => one.data.streamId === asked?.streamId);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const words = question.trim();
    if (words === '' || busy) return;
    setBusy(true);
    const answer = await run('ask-start', { conversationId: live.conversationId, question: words });
    setBusy(false);
    if (!answer) return;
    setAsked({ question: words, streamId: answer.streamId });
    setQuestion((now) => withoutSent(now, question));
  }

  return (
    <section className="rail-section">
      <header>
        <h2>Ask about this lead</h2>
      </header>
      <form className="ask" onSubmit={submit}>
        <TextInput
          size="xs"
          aria-label="Question about this lead"
          placeholder="What have they said about money?"
          value={question}
          maxLength={1000}
          onChange={(event) => setQuestion(event.currentTarget.value)}
        />
        <Button type="submit" size="xs" variant="default" disabled={question.trim() === ''} loading={busy}>
          Ask
        </Button>
      </form>
      {asked && !isAnswered ? (
        <article className="answer">
          <h3>{asked.question}</h3>
          <p>
            <StreamText live={live} streamId={asked.streamId} /> {endWords[status] ?? ''}
          </p>
          {status === 'open' ? (
            <Button
              variant="default"
              size="compact-xs"
              leftSection={<Icon name="stop" size={12} />}
              onClick={() => void run('stream-stop', { streamId: asked.streamId })}
            >
              Stop
            </Button>
          ) : null}
        </article>
      ) : null}
      {facts.answers
        .slice(-8)
        .reverse()
        .map((entry) => (
          <Answered key={entry.id} entry={entry} find={find} />
        ))}
    </section>
  );
}

function openElsewhere(log: string, seq: number): void {
  const [kind, conversationId = ''] = log.split(':');
  goToLine(conversationId, kind === 'internal' ? 'internal' : 'public', seq);
}

function Answered({ entry, find }: { entry: Entry<'answer-created'>; find: FindEntry }) {
  const quoted = entry.data.sources.flatMap((source) => ('log' in source ? [source] : []));
  // A source in another talk brings its words along, because this page cannot show that line.
  const evidence = quoted.filter(({ words }) => words === undefined);
  const elsewhere = quoted.filter(({ words }) => words !== undefined);
  const fields = entry.data.sources.flatMap((source) => ('field' in source ? [source.field] : []));
  const told = entry.data.sources.flatMap((source) => ('factId' in source ? [source.source] : []));
  return (
    <article className="answer">
      <h3>{entry.data.question}</h3>
      <p>{entry.data.text}</p>
      <footer>
        <Quotes evidence={evidence} find={find} most={4} />
        {elsewhere.map(({ log, seq, words, when }) => (
          <button
            key={`${log} ${seq} ${words}`}
            type="button"
            className="quote"
            title="Open that conversation"
            onClick={() => openElsewhere(log, seq)}
          >
            “{words}” ({when})
          </button>
        ))}
        {fields.length ? (
          <span className="source">Listing: {[...new Set(fields)].map(homeFieldLabel).join(', ')}</span>
        ) : null}
        {told.length ? <span className="source">{[...new Set(told)].join('; ')}</span> : null}
        {quoted.length + fields.length + told.length === 0 ? <span className="source">No source</span> : null}
        <time dateTime={entry.at} title={exactTime(entry.at)}>
          {clockTime(entry.at)}
        </time>
      </footer>
    </article>
  );
}
