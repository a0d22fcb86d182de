import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { narrativeLimits } from '../../../src/contract/rest/narrativeLimits.ts';
import type { NarrativeBatchAnswer } from '../../../src/contract/rest/narratives.ts';
import { goToPath, linkToBatch } from '../route.ts';
import type { Choice } from './Chooser.tsx';
import { HomeChooser } from './HomeChooser.tsx';
import { type LeadChoice, LeadChooser } from './LeadChooser.tsx';
import { NarrativeText } from './NarrativeText.tsx';
import { type Look, StyleFields } from './StyleFields.tsx';
import { isOver, useBatch } from './useBatch.ts';
import { useNarrative } from './useNarrative.ts';

/** Stories of several homes at once: which at the left; at the right how far they are, and one of them. */
export function SeveralBench({ batchId }: { batchId: string | null }) {
  const [homes, setHomes] = useState<readonly Choice[]>([]);
  const [lead, setLead] = useState<LeadChoice | null>(null);
  const [look, setLook] = useState<Look>({ style: 'professional', length: 'short' });
  const { batch, fault, order, cancel } = useBatch(batchId);
  const narrative = useNarrative();
  const isWriting = batch !== null && !isOver(batch);
  const progress = useRef<HTMLElement>(null);
  // On a phone it is below the form, where nobody would see it begin.
  useEffect(() => {
    if (batchId !== null) progress.current?.scrollIntoView({ block: 'nearest' });
  }, [batchId]);
  const [isOrdering, setOrdering] = useState(false);
  const write = async () => {
    setOrdering(true);
    const whom = lead === null ? {} : { leadId: lead.id };
    const ordered = await order({ items: homes.map(({ id }) => ({ listingId: id, ...whom, ...look })) });
    setOrdering(false);
    if (ordered === null) return;
    setHomes([]);
    goToPath(linkToBatch(ordered));
  };
  return (
    <div className="home-columns write-columns">
      <section className="person-card write-form" aria-label="What to write">
        <h2>Stories of several homes</h2>
        {homes.length < narrativeLimits.batchItems ? (
          <HomeChooser
            key={homes.length}
            chosen={null}
            onChoose={(home) => home !== null && setHomes([...homes.filter(({ id }) => id !== home.id), home])}
          />
        ) : (
          <p className="home-quiet">You can order up to {narrativeLimits.batchItems} stories at once.</p>
        )}
        {homes.length === 0 ? null : (
          <ul className="write-chosen" aria-label="Chosen homes">
            {homes.map(({ id, name }) => (
              <li key={id}>
                <span className="clip">{name}</span>
                <Button
                  size="compact-sm"
                  variant="subtle"
                  aria-label={`Remove ${name}`}
                  onClick={() => setHomes(homes.filter((home) => home.id !== id))}
                >
                  Remove
                </Button>
              </li>
            ))}
          </ul>
        )}
        <LeadChooser chosen={lead} onChoose={setLead} />
        <div className="write-choices">
          <StyleFields look={look} onChange={setLook} />
        </div>
        <div className="home-line">
          <Button disabled={homes.length === 0} loading={isOrdering} onClick={write}>
            {homes.length < 2 ? 'Write' : `Write ${homes.length} stories`}
          </Button>
        </div>
        <p className="homes-fault" role="status">
          {fault}
        </p>
      </section>
      <div className="write-form">
        <section ref={progress} className="person-card write-batch" aria-label="Progress" aria-busy={isWriting}>
          {batch === null ? (
            <p className="home-quiet">Choose homes. You can leave this page while they’re written.</p>
          ) : (
            <BatchProgress batch={batch} onOpen={narrative.open} onCancel={cancel} />
          )}
        </section>
        {narrative.state === 'idle' ? null : (
          <NarrativeText
            narrative={narrative}
            talk={lead?.id === narrative.answer?.leadId ? (lead?.talk ?? null) : null}
          />
        )}
      </div>
    </div>
  );
}

const stateWords = { waiting: 'Waiting', done: 'Written', failed: 'Not written', canceled: 'Canceled' };

function BatchProgress({
  batch,
  onOpen,
  onCancel,
}: {
  batch: NarrativeBatchAnswer;
  onOpen(narrativeId: string): void;
  onCancel(): void;
}) {
  const { done, failed, total, items } = batch;
  return (
    <>
      <div className="chooser-head">
        <strong role="status">{progressWords(batch)}</strong>
        {isOver(batch) ? null : (
          <Button size="compact-sm" variant="default" onClick={onCancel}>
            Cancel the rest
          </Button>
        )}
      </div>
      <progress value={done + failed} max={total} aria-label="Stories written" />
      <ul className="write-chosen">
        {items.map(({ listingId, title, state, error, narrativeId }) => (
          <li key={listingId}>
            <span>
              <b>{title ?? listingId}</b>
              <span className="home-quiet">
                {error === undefined ? stateWords[state] : `${stateWords[state]}: ${error}`}
              </span>
            </span>
            {narrativeId === undefined ? null : (
              <Button
                size="compact-sm"
                variant="subtle"
                aria-label={`Open the story of ${title ?? listingId}`}
                onClick={() => onOpen(narrativeId)}
              >
                Open
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function progressWords({ done, failed, total, canceled }: NarrativeBatchAnswer): string {
  const missed = failed === 0 ? '' : `, ${failed} not written`;
  return `${done} of ${total} written${missed}${canceled ? ', the rest canceled' : ''}`;
}
