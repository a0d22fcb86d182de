import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { proposalChars } from '../../../src/contract/interventions.ts';
import type { InterventionAnswer } from '../../../src/contract/rest/interventions.ts';
import { useSaving } from '../../shared/components/useLoaded.ts';
import { approveWords, decidedWords, silentWords, tierLabels, wayWords } from '../../shared/labels/interventions.ts';
import { DeskLink } from '../DeskLink.tsx';
import { linkTo, linkToPerson } from '../route.ts';

/** One proposal: of whom, why, the words, and what to do with it. Decided, it stays and says what became of it. */
export function CoolingLead({ item }: { item: InterventionAnswer }) {
  const { id, leadId, name = 'A lead without a name', tier, silentDays, why, way, draft, conversationId } = item;
  const { state, refusal, run } = useSaving();
  const [decided, setDecided] = useState<InterventionAnswer | null>(null);
  const [edited, setEdited] = useState<string | null>(null);
  const isEmpty = edited !== null && edited.trim() === '';
  async function approve() {
    const body = edited === null ? {} : { text: edited };
    const answer = await run('POST /interventions/:id/approve', { params: { id }, body });
    if (answer) setDecided(answer);
  }
  async function dismiss() {
    const answer = await run('POST /interventions/:id/reject', { params: { id }, body: {} });
    if (answer) setDecided(answer);
  }
  return (
    <li className={`person-card cooling-item is-${tier}`}>
      <div className="cooling-head">
        <h2>
          <DeskLink to={linkToPerson(leadId)}>
            <bdi>{name}</bdi>
          </DeskLink>
        </h2>
        <span className="cooling-tier">{tierLabels[tier]}</span>
        <span>{silentWords(silentDays)}</span>
      </div>
      <ul className="cooling-why" aria-label="Why">
        {why.map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      {edited === null ? (
        <blockquote className="cooling-draft" lang={draft.language}>
          {draft.subject === undefined ? null : <b>{draft.subject}</b>}
          <p>{draft.text}</p>
        </blockquote>
      ) : (
        <Textarea
          aria-label="Your words"
          {...(way === 'sms' || way === 'email'
            ? { description: 'How to opt out is added at the end if you leave it out.' }
            : {})}
          autosize
          minRows={3}
          maxRows={12}
          maxLength={proposalChars}
          lang={draft.language}
          value={edited}
          onChange={(event) => setEdited(event.currentTarget.value)}
        />
      )}
      {decided === null ? (
        <div className="cooling-acts">
          <Button size="sm" loading={state === 'saving'} disabled={isEmpty} onClick={() => void approve()}>
            {approveWords(way)}
          </Button>
          <Button
            size="sm"
            variant="default"
            disabled={state === 'saving'}
            onClick={() => setEdited(edited === null ? draft.text : null)}
          >
            {edited === null ? 'Edit' : 'Undo edits'}
          </Button>
          <Button size="sm" variant="default" disabled={state === 'saving'} onClick={() => void dismiss()}>
            Dismiss
          </Button>
          <span className="cooling-way">{wayWords[way]}</span>
        </div>
      ) : (
        <p className="cooling-decided" role="status">
          {decidedWords(decided)} <DeskLink to={linkTo(conversationId)}>Open the conversation</DeskLink>
        </p>
      )}
      {refusal === null ? null : (
        <p className="cooling-refusal" role="alert">
          {refusal.message}
        </p>
      )}
    </li>
  );
}
