import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { DeletionRequestRow } from '../../../src/contract/rest/deletionRequests.ts';
import { settingsLimits } from '../../../src/contract/rest/settingsLimits.ts';
import { Notice } from '../../shared/components/Notice.tsx';
import { useLoaded, useSaving } from '../../shared/components/useLoaded.ts';
import { calendarDay, dayIn, dayInSentence } from '../../shared/labels/times.ts';
import { DeskLink } from '../DeskLink.tsx';
import { linkTo } from '../route.ts';
import { fieldFault } from './fieldFault.ts';
import { Copy, SaveLine, Section } from './parts.tsx';

/** The requests to delete data: the person, the due date, and the steps taken. */
export function DeletionsSection() {
  const loaded = useLoaded('GET /deletion-requests');
  const zone = useLoaded('GET /settings').data?.settings.timeZone;
  return (
    <Section
      title="Deletion requests"
      about="Visitors who asked to have their data deleted. The law sets the deadlines. Nothing is deleted automatically."
      loaded={loaded}
    >
      {({ items }) =>
        items.length === 0 ? (
          <Notice
            title="No deletion requests"
            text="People who ask Jorge to delete their data are listed here, with the dates to confirm and respond by."
          />
        ) : (
          <ul className="settings-list">
            {items.map((request) => (
              <Request key={request.id} request={request} zone={zone} onClosed={loaded.reload} />
            ))}
          </ul>
        )
      }
    </Section>
  );
}

function Request(props: {
  request: DeletionRequestRow;
  /** The brokerage's; the reader's own until it has loaded. */
  zone: string | undefined;
  onClosed(): void;
}) {
  const { request, zone, onClosed } = props;
  const { said, at, confirmBy, answerBy, closed, conversationId, leadId } = request;
  const [answering, setAnswering] = useState(false);
  const isLate = closed === undefined && answerBy < dayIn(zone, Date.now());
  return (
    <li>
      <div className="settings-item">
        <div>
          <strong>“{said}”</strong>
          <p>
            Requested {dayInSentence(at)} · <DeskLink to={linkTo(conversationId)}>Open the conversation</DeskLink>
          </p>
          {closed === undefined ? (
            <p className={isLate ? 'settings-fault' : ''}>
              {isLate ? 'Overdue: ' : ''}confirm by {calendarDay(confirmBy)}, respond by {calendarDay(answerBy)}
            </p>
          ) : (
            <p>
              Done {calendarDay(dayIn(zone, closed.at))}: {closed.by}
            </p>
          )}
        </div>
        {closed === undefined && !answering ? (
          <Button variant="default" onClick={() => setAnswering(true)}>
            Close request
          </Button>
        ) : null}
      </div>
      {answering ? <CloseForm request={request} onClosed={onClosed} onCancel={() => setAnswering(false)} /> : null}
      {closed === undefined ? (
        <p className="settings-quiet">
          To delete everything held about this person, the hub’s administrator runs <code>lead-delete</code>, which
          closes the request.{' '}
          <Copy
            value={`npm run admin -- lead-delete --tenant <id> --lead ${leadId} --by "<name>"`}
            label="Copy command"
          />
        </p>
      ) : null}
    </li>
  );
}

function CloseForm(props: { request: DeletionRequestRow; onClosed(): void; onCancel(): void }) {
  const saving = useSaving();
  const [how, setHow] = useState('');
  return (
    <form
      className="settings-form"
      onSubmit={async (event) => {
        event.preventDefault();
        const params = { id: props.request.id };
        if (await saving.run('POST /deletion-requests/:id/close', { params, body: { how } })) props.onClosed();
      }}
    >
      <TextInput
        label="How you answered"
        description="If the data wasn’t deleted, say what you did and why. It stays on record with your name."
        placeholder="Kept for the pending sale; told the visitor"
        maxLength={settingsLimits.howClosedChars}
        value={how}
        error={fieldFault(saving, 'how', () => 'Start with a letter or a digit.')}
        onChange={(event) => setHow(event.currentTarget.value)}
      />
      <div className="settings-row">
        <Button type="submit" disabled={how.trim() === ''} loading={saving.state === 'saving'}>
          Close request
        </Button>
        <Button variant="default" onClick={props.onCancel}>
          Cancel
        </Button>
      </div>
      {saving.state === 'failed' ? <SaveLine saving={saving} marks={['how']} /> : null}
    </form>
  );
}
