import { Button, SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { SavedReplyAnswer } from '../../../src/contract/rest/savedReplies.ts';
import { replyVariables, settingsLimits } from '../../../src/contract/rest/settingsLimits.ts';
import { Notice } from '../../shared/components/Notice.tsx';
import { useSession } from '../../shared/components/SessionContext.ts';
import { useLoaded, useSaving } from '../../shared/components/useLoaded.ts';
import { fieldFault } from './fieldFault.ts';
import { SaveLine, Section } from './parts.tsx';

export function RepliesSection() {
  const { user } = useSession();
  const loaded = useLoaded('GET /saved-replies');
  const [edited, setEdited] = useState<string | 'new' | null>(null);
  const close = () => {
    setEdited(null);
    loaded.reload();
  };
  const mayEdit = (reply: SavedReplyAnswer) => reply.for === 'me' || user.role === 'admin';
  return (
    <Section
      title="Saved replies"
      about="Replies you send often. Type / at the start of a reply to open them. Only admins can change the team’s replies."
      loaded={loaded}
    >
      {({ items }) => (
        <>
          {items.length === 0 && edited === null ? (
            <Notice title="No saved replies yet" text="Save the text you write again and again." />
          ) : null}
          <ul className="settings-list">
            {items.map((reply) => (
              <li key={reply.id}>
                {edited === reply.id ? (
                  <ReplyForm reply={reply} onDone={close} />
                ) : (
                  <div className="settings-item">
                    <div>
                      <strong>{reply.title}</strong> {reply.for === 'team' ? 'Team' : 'Mine'}
                      <p className="reply-text">{reply.text}</p>
                    </div>
                    {mayEdit(reply) ? (
                      <Button variant="default" onClick={() => setEdited(reply.id)}>
                        Edit
                      </Button>
                    ) : null}
                  </div>
                )}
              </li>
            ))}
          </ul>
          {edited === 'new' ? (
            <ReplyForm reply={null} onDone={close} />
          ) : (
            <Button size="sm" onClick={() => setEdited('new')}>
              Add a reply
            </Button>
          )}
        </>
      )}
    </Section>
  );
}

const replyRefusal = ({ code, field }: { code: string; field?: string | undefined }): string | null =>
  code === 'QUOTA_EXCEEDED'
    ? 'You’ve reached the limit for saved replies.'
    : code === 'VALIDATION_FAILED'
      ? field === 'title'
        ? 'Enter a title of 1 to 80 characters.'
        : `Enter text of up to ${settingsLimits.replyChars} characters. Use braces only around ${replyVariables.join(', ')}.`
      : null;

function ReplyForm({ reply, onDone }: { reply: SavedReplyAnswer | null; onDone(): void }) {
  const { user } = useSession();
  const saving = useSaving();
  const [title, setTitle] = useState(reply?.title ?? '');
  const [text, setText] = useState(reply?.text ?? '');
  const [whose, setWhose] = useState<'team' | 'me'>(user.role === 'admin' ? 'team' : 'me');
  return (
    <form
      className="settings-form boxed"
      onSubmit={async (event) => {
        event.preventDefault();
        const done = reply
          ? await saving.run('PUT /saved-replies/:id', { params: { id: reply.id }, body: { title, text } })
          : await saving.run('POST /saved-replies', { body: { title, text, for: whose } });
        if (done) onDone();
      }}
    >
      {reply === null && user.role === 'admin' ? (
        <SegmentedControl
          aria-label="Saved for"
          data={[
            { value: 'team', label: 'For the team' },
            { value: 'me', label: 'For me' },
          ]}
          value={whose}
          onChange={(value) => setWhose(value === 'team' ? 'team' : 'me')}
        />
      ) : null}
      <TextInput
        label="Title"
        maxLength={80}
        value={title}
        error={fieldFault(saving, 'title', replyRefusal)}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <Textarea
        label="Text"
        description={`Filled in when used: ${replyVariables.map((name) => `{{${name}}}`).join(' ')}`}
        autosize
        minRows={3}
        maxRows={12}
        maxLength={settingsLimits.replyChars}
        value={text}
        error={fieldFault(saving, 'text', replyRefusal)}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className="settings-row">
        <Button type="submit" size="sm" loading={saving.state === 'saving'}>
          Save
        </Button>
        <Button variant="default" size="sm" onClick={onDone}>
          Cancel
        </Button>
        {reply ? (
          <Button
            variant="subtle"
            color="red"
            size="sm"
            onClick={async () => {
              if (await saving.run('DELETE /saved-replies/:id', { params: { id: reply.id } })) onDone();
            }}
          >
            Remove
          </Button>
        ) : null}
      </div>
      <SaveLine saving={saving} words={replyRefusal} marks={['title', 'text']} />
    </form>
  );
}
