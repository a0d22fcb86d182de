import { Button, SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { settingsLimits } from '../../../src/contract/rest/settingsLimits.ts';
import { useSession } from '../../shared/components/SessionContext.ts';
import { useToast } from '../../shared/components/Toast.tsx';
import { useSaving } from '../../shared/components/useLoaded.ts';

const titleChars = 80;

/** Keeps a script among the saved replies, with placeholders where it spoke of one lead. */
export function SaveScript({ title: begun, text: template, onDone }: { title: string; text: string; onDone(): void }) {
  const { user } = useSession();
  const saving = useSaving();
  const toast = useToast();
  const [title, setTitle] = useState(begun);
  const [text, setText] = useState(template);
  const [whose, setWhose] = useState<'team' | 'me'>('me');
  return (
    <form
      className="script-save"
      lang="en"
      onSubmit={async (event) => {
        event.preventDefault();
        const saved = await saving.run('POST /saved-replies', { body: { title, text, for: whose } });
        if (saved === null) return;
        toast(whose === 'team' ? 'Saved for the team.' : 'Saved for you. Type / in a reply to find it.');
        onDone();
      }}
    >
      {user.role === 'admin' ? (
        <SegmentedControl
          aria-label="Saved for"
          data={[
            { value: 'me', label: 'For me' },
            { value: 'team', label: 'For the team' },
          ]}
          value={whose}
          onChange={(value) => setWhose(value === 'team' ? 'team' : 'me')}
        />
      ) : null}
      <TextInput
        label="Title"
        required
        maxLength={titleChars}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <Textarea
        label="Words"
        description="What’s in braces is filled in for each lead. Take out what fits only this one."
        required
        autosize
        minRows={3}
        maxRows={12}
        maxLength={settingsLimits.replyChars}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {saving.refusal ? (
        <p className="scripts-fault" role="alert">
          {saving.refusal.code === 'QUOTA_EXCEEDED'
            ? 'You’ve reached the limit for saved replies.'
            : saving.refusal.message}
        </p>
      ) : null}
      <footer>
        <Button type="submit" size="compact-sm" loading={saving.state === 'saving'}>
          Save
        </Button>
        <Button size="compact-sm" variant="default" onClick={onDone}>
          Cancel
        </Button>
      </footer>
    </form>
  );
}
