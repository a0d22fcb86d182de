import { Modal, TextInput } from '@mantine/core';
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { SearchHit } from '../../../src/contract/rest/search.ts';
import { Icon } from '../../shared/components/Icon.tsx';
import { useSession } from '../../shared/components/SessionContext.ts';
import { callRest } from '../../shared/connection/callRest.ts';
import { refusalIn } from '../../shared/connection/refusal.ts';
import { whoIs } from '../../shared/labels/names.ts';
import { clockTime, dayName, exactTime } from '../../shared/labels/times.ts';
import { goToLine } from '../route.ts';

/** A pause in typing after which the hub is asked. */
const quietMs = 150;

/** Search over all conversations, also closed ones: names and what was said. Enter opens the line. */
export function SearchSheet({ opened, onClose }: { opened: boolean; onClose(): void }) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title="Search conversations"
      size="lg"
      yOffset="8vh"
      centered={false}
      returnFocus={false}
    >
      {opened ? <Search onClose={onClose} /> : null}
    </Modal>
  );
}

type Found =
  | { state: 'nothing asked' | 'asking' }
  | { state: 'found'; asked: string; hits: SearchHit[] }
  | { state: 'failed'; words: string };

function Search({ onClose }: { onClose(): void }) {
  const { session } = useSession();
  const [words, setWords] = useState('');
  const [found, setFound] = useState<Found>({ state: 'nothing asked' });
  const [at, setAt] = useState(0);
  const asked = words.trim();
  const field = useRef<HTMLInputElement>(null);
  /** Enter was pressed before these words were answered: the first line is opened when it is there. */
  const entered = useRef(false);

  // At once: the sheet's own focus comes by a timer, and what is typed until then would be lost, or be taken for keys of the desk.
  useLayoutEffect(() => {
    const before = document.activeElement;
    field.current?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `open` is the same for all words
  useEffect(() => {
    if (asked.length < 2) {
      setFound({ state: 'nothing asked' });
      return;
    }
    let current = true;
    entered.current = false;
    const timer = setTimeout(() => {
      setFound((before) => (before.state === 'found' ? before : { state: 'asking' }));
      callRest(session, 'GET /search', { query: { limit: 30, q: asked } }).then(
        ({ items }) => {
          if (!current) return;
          setFound({ state: 'found', asked, hits: items });
          setAt(0);
          if (entered.current) open(items[0]);
        },
        (error: unknown) =>
          current && setFound({ state: 'failed', words: refusalIn(error)?.message ?? 'Search failed. Try again.' }),
      );
    }, quietMs);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [session, asked]);

  const hits = found.state === 'found' ? found.hits : [];
  function open(hit: SearchHit | undefined) {
    if (!hit) return;
    onClose();
    goToLine(hit.conversationId, hit.log, hit.seq);
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      setAt((index) => Math.max(0, Math.min(hits.length - 1, index + step)));
      document.getElementById(`hit-${at + step}`)?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (found.state === 'found' && found.asked === asked) open(hits[at]);
      else entered.current = true;
    }
  }

  return (
    <div className="search-sheet">
      <TextInput
        ref={field}
        data-autofocus
        aria-label="Search names and messages"
        placeholder="Search names and messages"
        leftSection={<Icon name="search" size={14} />}
        maxLength={200}
        role="combobox"
        aria-expanded={hits.length > 0}
        aria-controls="search-hits"
        aria-activedescendant={hits.length > 0 ? `hit-${at}` : undefined}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <p className="search-state" role="status">
        {found.state === 'nothing asked'
          ? 'The start of a word is enough. Newest first, including closed conversations.'
          : found.state === 'asking'
            ? 'Searching…'
            : found.state === 'failed'
              ? found.words
              : hits.length === 0
                ? 'No message or note has all of these words.'
                : hits.length === 1
                  ? '1 result'
                  : `${hits.length} results`}
      </p>
      <div id="search-hits" role="listbox" aria-label="Search results">
        {hits.map((hit, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: Enter in the field opens it
          <div
            key={`${hit.conversationId} ${hit.log} ${hit.seq}`}
            id={`hit-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            onClick={() => open(hit)}
          >
            <span className="search-hit-top">
              <strong className="clip">
                {whoIs({ lead: { id: '', name: hit.name }, listingTitle: hit.listingTitle })}
              </strong>
              {hit.log === 'internal' ? <small className="only-team">Team only</small> : null}
              <time dateTime={hit.at} title={exactTime(hit.at)}>
                {dayName(hit.at)} at {clockTime(hit.at)}
              </time>
            </span>
            <span className="search-line">{hit.line}</span>
          </div>
        ))}
      </div>
    </div>
  );
}
