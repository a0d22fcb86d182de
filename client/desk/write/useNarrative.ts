import { useEffect, useRef, useState } from 'react';
import type { NarrativeAnswer, NarrativeChange, NarrativeRequest } from '../../../src/contract/rest/narratives.ts';
import { useSession } from '../../shared/components/SessionContext.ts';
import { callRest } from '../../shared/connection/callRest.ts';
import { refusalIn } from '../../shared/connection/refusal.ts';
import { type StreamOutlet, streamRest } from '../../shared/connection/streamRest.ts';

export interface Narrative {
  state: 'idle' | 'writing' | 'done' | 'failed';
  /** As far as it is written. */
  draft: string;
  answer: NarrativeAnswer | null;
  /** Why it failed, in words. */
  fault: string | null;
  /** The paragraph that is written anew; null: all of it, or none. */
  rewriting: number | null;
  write(request: NarrativeRequest): void;
  /** Has the same written anew. */
  again(): void;
  /** Shows one that is kept. */
  open(narrativeId: string): void;
  /** Has one paragraph written anew. */
  rewrite(paragraph: number): void;
  stop(): void;
  /** Keeps what a person made of it, or what they think of it. */
  change(change: NarrativeChange): Promise<void>;
}

/** A narrative as it is written, and what becomes of it. */
export function useNarrative(): Narrative {
  const { session } = useSession();
  const [state, setState] = useState<Narrative['state']>('idle');
  const [draft, setDraft] = useState('');
  const [answer, setAnswer] = useState<NarrativeAnswer | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [rewriting, setRewriting] = useState<number | null>(null);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  const failWith = (error: unknown): void => {
    const refusal = refusalIn(error);
    if (!refusal) throw error;
    setFault(refusal.message);
  };
  function begin(paragraph: number | null, ask: (out: StreamOutlet) => Promise<NarrativeAnswer>): void {
    running.current?.abort();
    const mine = new AbortController();
    running.current = mine;
    setState('writing');
    setRewriting(paragraph);
    setDraft('');
    setFault(null);
    const onText = (text: string): void => {
      if (running.current === mine) setDraft((before) => before + text);
    };
    ask({ onText, signal: mine.signal }).then(
      (written) => {
        if (running.current !== mine) return;
        setAnswer(written);
        setState('done');
      },
      (error: unknown) => {
        if (running.current !== mine || mine.signal.aborted) return;
        setState('failed');
        failWith(error);
      },
    );
  }
  const write = (request: NarrativeRequest): void =>
    begin(null, (out) => streamRest(session, 'POST /narratives', { body: request }, out));
  return {
    ...{ state, draft, answer, fault, rewriting: state === 'writing' ? rewriting : null },
    write,
    again() {
      if (answer === null) return;
      const { listingId, leadId, style, length, language } = answer;
      write({ listingId, ...(leadId === undefined ? {} : { leadId }), style, length, language, fresh: true });
    },
    open: (narrativeId) => begin(null, () => callRest(session, 'GET /narratives/:id', { params: { id: narrativeId } })),
    rewrite(paragraph) {
      if (answer === null) return;
      const params = { id: answer.narrativeId };
      begin(paragraph, (out) =>
        streamRest(session, 'POST /narratives/:id/rewrite', { params, body: { paragraph } }, out),
      );
    },
    stop() {
      running.current?.abort();
      setState(answer === null ? 'idle' : 'done');
    },
    async change(change) {
      if (answer === null) return;
      try {
        setAnswer(await callRest(session, 'PUT /narratives/:id', { params: { id: answer.narrativeId }, body: change }));
        setFault(null);
      } catch (error) {
        failWith(error);
      }
    },
  };
}
