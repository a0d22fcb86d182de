import { Button, Menu } from '@mantine/core';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { CueAction } from '../../../src/contract/cues.ts';
import type { Entry } from '../../../src/contract/log/entry.ts';
import { useHub } from '../../shared/components/HubContext.tsx';
import { Icon } from '../../shared/components/Icon.tsx';
import { Quotes } from '../../shared/components/Quotes.tsx';
import { StreamText } from '../../shared/components/StreamText.tsx';
import { useCommand } from '../../shared/components/Toast.tsx';
import type { LiveConversation, OpenConversation } from '../../shared/components/useConversation.ts';
import { useLive } from '../../shared/components/useLive.ts';
import { cueLabels, stageLabels } from '../../shared/labels/coaching.ts';
import { basisLabels } from '../../shared/labels/names.ts';
import { concernOf } from '../../shared/labels/objections.ts';
import { spelledOut } from '../../shared/labels/spelledOut.ts';
import { clockTime, exactTime } from '../../shared/labels/times.ts';
import type { ConversationFacts } from '../../shared/state/conversationFacts.ts';
import type { FindEntry } from '../../shared/state/evidenceQuotes.ts';
import {
  type Card,
  type CoachStream,
  chooseCard,
  isOverLimit,
  type Suggestion,
  staysFor,
  wordsToSend,
} from './chooseCard.ts';
import { ScriptsForThis } from './ScriptsForThis.tsx';

interface SuggestionCardProps {
  live: LiveConversation;
  facts: ConversationFacts;
  find: FindEntry;
  /** The lead whom scripts are for; undefined: nobody yet. */
  leadId: string | undefined;
  /** The words are said aloud: nothing is put into the composer. */
  onPhone: boolean;
  /** The words to put into the composer. */
  onUse(text: string): void;
  /** The same, and the suggestion they come from: it counts as edited once they are sent. */
  onEdit(text: string, suggestionId: string): void;
}

const limitWords = 'Claude has reached its spending limit. For now, you only get cues.';

function newestCoach(state: OpenConversation): CoachStream | null {
  const stream = [...state.streams.values()].filter(({ kind }) => kind === 'coach').at(-1);
  return stream ? { ...stream, hasWords: stream.text !== '' } : null;
}
/** A key that changes only when the card may change: a token changes nothing here. */
const coachKey = (state: OpenConversation): string => {
  const stream = newestCoach(state);
  return stream ? `${stream.streamId} ${stream.state} ${stream.hasWords} ${isOverLimit(stream)}` : '';
};

/** One suggestion at most, where the eyes are: it streams, says why, and its three buttons keep their places. */
export function SuggestionCard({ live, facts, find, leadId, onPhone, onUse, onEdit }: SuggestionCardProps) {
  const run = useCommand();
  const { conversationId } = live;
  const coach = useLive(live, coachKey);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `coach` stands for what is read of the stream
  const newest = useMemo(() => chooseCard(newestCoach(live.get()), facts), [live, coach, facts]);
  const isLimited = isOverLimit(newestCoach(live.get()));
  const [busy, setBusy] = useState(false);
  const { card, newer, pin, showNewest } = usePinned(newest);

  const start = async () => {
    setBusy(true);
    showNewest();
    await run('coach-start', { conversationId });
    setBusy(false);
  };
  const suggestion = card.kind === 'suggestion' ? card.entry : null;
  const words = suggestion ? wordsToSend(suggestion) : null;
  const answer = (action: 'accepted' | 'dismissed') => {
    if (!suggestion) return;
    showNewest();
    void run('suggestion-answer', { suggestionId: suggestion.data.suggestionId, action });
  };
  const cue = card.kind === 'cue' ? card.entry : null;
  const answerCue = (action: CueAction) => {
    if (!cue) return;
    showNewest();
    void run('cue-answer', { cueId: cue.data.cueId, action });
  };
  useSeen(suggestion?.data.suggestionId);
  const use = () => {
    if (cue) answerCue('used');
    if (words === null) return;
    if (!onPhone) onUse(words);
    answer('accepted');
  };
  useAltEnter(use);

  return (
    <section className={`now ${card.kind}`} aria-label="Suggestion" {...pin}>
      <header>
        <Icon name="spark" size={14} />
        <b>Suggestion</b>
        {card.kind === 'streaming' ? <span className="basis">{basisLabels[card.basis]}</span> : null}
        {suggestion ? <span className="basis">{basisLabels[suggestion.data.basis]}</span> : null}
        {cue ? <span className="basis">{cueLabels[cue.data.kind]}</span> : null}
        {card.kind === 'none' ? (
          <span className="now-nothing clip">
            {isLimited
              ? ''
              : onPhone
                ? 'A suggestion appears here when one can help.'
                : 'A suggestion appears automatically when one can help.'}
          </span>
        ) : (
          <span className="only-team">Only your team sees this</span>
        )}
        {newer ? (
          <button type="button" className="link" onClick={showNewest}>
            Show newer
          </button>
        ) : null}
        {leadId === undefined ? null : (
          <ScriptsForThis
            leadId={leadId}
            objection={suggestion?.data.objection}
            onInsert={onPhone ? undefined : onUse}
          />
        )}
        <Earlier facts={facts} onUse={onPhone ? () => undefined : onUse} />
        {card.kind === 'streaming' ? (
          <Button
            variant="default"
            size="compact-xs"
            leftSection={<Icon name="stop" size={12} />}
            onClick={() => void run('stream-stop', { streamId: card.streamId })}
          >
            Stop
          </Button>
        ) : (
          <Button
            variant="default"
            size="compact-xs"
            leftSection={<Icon name="again" size={12} />}
            loading={busy}
            onClick={() => void start()}
          >
            {card.kind === 'none' || card.kind === 'cue' ? 'Suggest' : 'Suggest again'}
          </Button>
        )}
      </header>
      {isLimited ? <p className="now-nothing">{limitWords}</p> : null}
      {card.kind === 'none' ? null : card.kind === 'ended' ? (
        <p className="now-nothing">{card.words}</p>
      ) : cue ? (
        <CueBody cue={cue} find={find} onAnswer={answerCue} />
      ) : (
        <>
          {suggestion?.data.correct ? (
            <p className="now-correct">
              You said <q>{suggestion.data.correct.agentWords}</q>
            </p>
          ) : null}
          <p className="now-say" key={card.key}>
            {suggestion ? suggestion.data.say : <StreamText live={live} streamId={card.key} />}
          </p>
          {words === null ? null : <p className="now-reply">“{words}”</p>}
          <div className="now-foot">
            <p className="now-why">{suggestion ? <Why entry={suggestion} find={find} card={card} /> : 'Writing…'}</p>
            <div className="now-buttons">
              <Button size="compact-sm" disabled={words === null} onClick={use} title="Alt+Enter">
                {onPhone ? 'Said it' : 'Use'}
              </Button>
              {onPhone ? null : (
                <Button
                  size="compact-sm"
                  variant="default"
                  disabled={words === null}
                  onClick={() => suggestion && words !== null && onEdit(words, suggestion.data.suggestionId)}
                >
                  Edit
                </Button>
              )}
              <Button size="compact-sm" variant="default" disabled={!suggestion} onClick={() => answer('dismissed')}>
                Not now
              </Button>
            </div>
          </div>
        </>
      )}
    </section>
  );
}

function CueBody({
  cue,
  find,
  onAnswer,
}: {
  cue: Entry<'cue-created'>;
  find: FindEntry;
  onAnswer(action: CueAction): void;
}) {
  return (
    <>
      <p className="now-say">{cue.data.text}</p>
      <div className="now-foot">
        <p className="now-why">
          By rule, based on <Quotes evidence={cue.data.evidence} find={find} most={1} />
        </p>
        <div className="now-buttons">
          <Button size="compact-sm" onClick={() => onAnswer('used')} title="Alt+Enter">
            Done
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => onAnswer('wrong')}>
            Wrong
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => onAnswer('dismissed')}>
            Not now
          </Button>
        </div>
      </div>
    </>
  );
}

/** Tells the hub that a suggestion stood on the screen. A report that gets lost is sent with the next look. */
function useSeen(suggestionId: string | undefined) {
  const hub = useHub();
  useEffect(() => {
    if (suggestionId !== undefined) hub.send('suggestion-seen', { suggestionId }).catch(() => undefined);
  }, [hub, suggestionId]);
}

function Why({ entry, find, card }: { entry: Suggestion; find: FindEntry; card: Card }) {
  const { objection, strategy, stage, evidence } = entry.data;
  return (
    <>
      {card.kind === 'suggestion' && card.outdated ? <em>Written before the last message. </em> : null}
      <span>
        {spelledOut(strategy)}
        {stage === undefined ? '' : `, ${stageLabels[stage]}`}
        {objection ? `, for a concern about ${concernOf(objection)}` : ''}
      </span>
      {evidence.length ? ' based on ' : ''}
      <Quotes evidence={evidence} find={find} most={2} />
    </>
  );
}

function Earlier({ facts, onUse }: { facts: ConversationFacts; onUse(text: string): void }) {
  if (facts.earlier.length === 0) return null;
  return (
    <Menu position="top-end" width={360}>
      <Menu.Target>
        <button type="button" className="link">
          Earlier ({facts.earlier.length})
        </button>
      </Menu.Target>
      <Menu.Dropdown className="now-earlier">
        {facts.earlier.slice(0, 12).map(({ entry, action }) => (
          <Menu.Item key={entry.id} onClick={() => onUse(wordsToSend(entry) ?? entry.data.say)}>
            <span>{entry.data.say}</span>
            <small title={exactTime(entry.at)}>
              {clockTime(entry.at)} · {action ? spelledOut(action) : 'Not used'}
            </small>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** The card that is shown: the newest, or the one before it for as long as that stays. */
function usePinned(newest: Card) {
  const [held, setHeld] = useState(false);
  const [card, setCard] = useState(newest);
  const shownAt = useRef(0);
  const same = card.key === newest.key && card.kind === newest.kind;
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is on show from when its kind or key is another
  useEffect(() => {
    shownAt.current = Date.now();
  }, [card.key, card.kind]);
  useEffect(() => {
    const stays = same ? 0 : staysFor(card, newest, held, Date.now() - shownAt.current);
    if (stays === 0) setCard(newest);
    if (!stays) return;
    const timer = setTimeout(() => setCard(newest), stays);
    return () => clearTimeout(timer);
  }, [same, held, card, newest]);
  return {
    card: same ? newest : card,
    newer: !same && held && staysFor(card, newest, held, 0) === null,
    showNewest() {
      setCard(newest);
      setHeld(false);
    },
    pin: {
      onPointerEnter: () => setHeld(true),
      onPointerLeave: () => setHeld(false),
      onFocus: () => setHeld(true),
      onBlur: () => setHeld(false),
    },
  };
}

function useAltEnter(act: () => void) {
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !event.altKey) return;
      event.preventDefault();
      latest.current();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
