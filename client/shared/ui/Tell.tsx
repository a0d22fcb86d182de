import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react';
import type { Answer, CommandName, Payload } from '../../../src/contract/commands.ts';
import { newCommandId } from '../connection/newCommandId.ts';
import { refusalIn } from '../connection/refusal.ts';
import { useHub } from './HubContext.tsx';

const shownMs = 7_000;
const TellContext = createContext<(words: string) => void>(() => undefined);

/** One line at the foot of the page for what did not work; gone by itself, never in the way. */
export function TellProvider({ children }: { children: ReactNode }) {
  const [told, setTold] = useState<{ words: string; no: number } | null>(null);
  const tell = useCallback((words: string) => setTold((last) => ({ words, no: (last?.no ?? 0) + 1 })), []);
  useEffect(() => {
    if (!told) return;
    const timer = setTimeout(() => setTold(null), shownMs);
    return () => clearTimeout(timer);
  }, [told]);
  return (
    <TellContext value={tell}>
      {children}
      <div className="told" role="alert">
        {told ? <p key={told.no}>{told.words}</p> : null}
      </div>
    </TellContext>
  );
}

export const useTell = (): ((words: string) => void) => useContext(TellContext);

type StaffCommand = Exclude<CommandName, 'chat-open' | 'chat-send' | 'human-request' | 'slot-choose' | 'chat-end'>;
type Asked<C extends StaffCommand> = Omit<Payload<C>, 'commandId'>;
export type Run = <C extends StaffCommand>(name: C, payload: Asked<C>) => Promise<Answer<C> | null>;

/** Does a command under an id of its own; says so in words and answers null when the hub would not. */
export function useCommand(): Run {
  const hub = useHub();
  const tell = useTell();
  return useCallback(
    async <C extends StaffCommand>(name: C, payload: Asked<C>) => {
      try {
        return (await hub.send(name, { ...payload, commandId: newCommandId() } as Payload<C>)) as Answer<C>;
      } catch (error) {
        const refusal = refusalIn(error);
        if (!refusal) throw error;
        tell(refusal.code === 'OFFLINE' ? 'Not connected. Try again when the connection is back.' : refusal.message);
        return null;
      }
    },
    [hub, tell],
  );
}
