import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import type { Entry } from '../../../../src/contract/log/entry.ts';
import { Icon } from '../Icon.tsx';
import { StreamText } from '../StreamText.tsx';
import { useCommand } from '../Toast.tsx';
import type { LiveConversation, OpenConversation } from '../useConversation.ts';
import { useLive } from '../useLive.ts';

interface Translations {
  live: LiveConversation;
  /** Whether a model is there to write more of them. */
  more: boolean;
  /** The translations, by the numbers of their messages. */
  known: ReadonlyMap<number, Entry<'message-translated'>['data']>;
}

const TranslationContext = createContext<Translations | null>(null);

/** Lets each message of a talk that is not in English be read in English. */
export function TranslationProvider(props: {
  live: LiveConversation;
  language: string;
  team: readonly Entry[];
  children: ReactNode;
}) {
  const { live, language, team, children } = props;
  const translates = useLive(live, (state) => state.answer?.translates ?? false);
  const translated = team.filter((entry) => entry.type === 'message-translated');
  const count = translated.length;
  const more = translates && language !== 'en';
  // biome-ignore lint/correctness/useExhaustiveDependencies: a log only grows, and drawing all messages for each entry of the team is what this avoids
  const value = useMemo(
    () => ({ live, more, known: new Map(translated.map(({ data }) => [data.message, data])) }),
    [live, more, count],
  );
  return <TranslationContext value={value}>{children}</TranslationContext>;
}

/** Under a message: its English words, marked as a machine's, or the button that asks for them. */
export function Translation({ seq }: { seq: number }) {
  const translations = useContext(TranslationContext);
  if (translations === null) return null;
  const known = translations.known.get(seq);
  if (known !== undefined)
    return (
      <p className="under-message translation" lang="en">
        {known.text} <ByMachine />
        {known.doubtful ? (
          <span className="doubtful"> Its numbers differ from the original. Compare it with the message.</span>
        ) : null}
      </p>
    );
  return translations.more ? <Translating live={translations.live} seq={seq} /> : null;
}

const ByMachine = () => (
  <span className="by-machine">
    <Icon name="bot" size={12} /> Machine translation
  </span>
);

function Translating({ live, seq }: { live: LiveConversation; seq: number }) {
  const run = useCommand();
  const [streamId, setStreamId] = useState<string | null>(null);
  const [isAsking, setAsking] = useState(false);
  const end = useLive(live, (state: OpenConversation) => {
    const stream = streamId === null ? undefined : state.streams.get(streamId);
    return stream?.state === 'ended' ? (stream.end?.status ?? 'failed') : null;
  });
  async function ask(): Promise<void> {
    setAsking(true);
    const answer = await run('translate-start', { conversationId: live.conversationId, seq });
    setAsking(false);
    setStreamId(answer?.streamId ?? null);
  }
  // Ended well, its entry is on its way.
  if (streamId !== null && (end === null || end === 'done'))
    return (
      <p className="under-message translation" lang="en">
        <StreamText live={live} streamId={streamId} /> <ByMachine />
      </p>
    );
  return (
    <p className="under-message">
      {end === null ? null : 'Translation failed. '}
      <button type="button" className="link" disabled={isAsking} onClick={() => void ask()}>
        {end === null ? 'Translate to English' : 'Try again'}
      </button>
    </p>
  );
}
