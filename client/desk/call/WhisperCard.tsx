import { Button } from '@mantine/core';
import type { Entry } from '../../../src/contract/log/entry.ts';
import { Icon } from '../../shared/components/Icon.tsx';
import { useSession } from '../../shared/components/SessionContext.ts';
import { Words } from '../../shared/components/talk/Words.tsx';
import { useClock } from '../../shared/components/useNow.ts';
import { usePersistedState } from '../usePersistedState.ts';
import { whisperOnCall } from './whisperOnCall.ts';

/** A supervisor's whisper during a call, where the agent looks: in the talk, the next words would push it out of sight. */
export function WhisperCard({ team, startedAt }: { team: readonly Entry[]; startedAt: string }) {
  const { user } = useSession();
  const [readId, setReadId] = usePersistedState<string>(`jorge-hub.whisper-read.${user.id}`, '');
  const whisper = useClock((now) => whisperOnCall(team, { startedAt, me: user.id, now }));
  if (whisper === null || whisper.id === readId) return null;
  return (
    <section className="now whisper" aria-label="Whisper" aria-live="polite">
      <header>
        <Icon name="whisper" size={14} />
        <b>{whisper.actor.name ?? 'A colleague'} whispers</b>
        <span className="only-team">Only your team sees this</span>
        <Button size="compact-xs" variant="default" onClick={() => setReadId(whisper.id)}>
          Got it
        </Button>
      </header>
      <p className="now-say">
        <Words text={whisper.data.text} />
      </p>
    </section>
  );
}
