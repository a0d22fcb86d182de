import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react';
import type { Answer, CommandName, Payload } from '../../../src/contract/socket/commands.ts';
import { newCommandId } from '../connection/newCommandId.ts';
import { refusalIn } from '../connection/refusal.ts';
import { useHub } from './HubContext.tsx';

const shownMs = 7_000;
/** The person can undo for this long. */
export const undoneMs = 10_000;
/** Tells a line; with `undo` it can be taken back for ten seconds. */
type Tell = (words: string, undo?: () => void) => void;
const ToastContext = createContext<Tell>(() => undefined);

/** Shows one line above the page for what was done or did not work; it goes by itself and is never in the way. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [told, setTold] = useState<{ words: string; undo: (() => void) | undefined; no: number } | null>(null);
  const toast = useCallback<Tell>((words, undo) => setTold((last) => ({ words, undo, no: (last?.no ?? 0) + 1 })), []);
  useEffect(() => {
    if (!told) return;
    // Only its own line: one that is told at the very moment in which this one ends would be wiped before anybody has read it.
    const end = () => setTold((now) => (now?.no === told.no ? null : now));
    const timer = setTimeout(end, told.undo ? undoneMs : shownMs);
    return () => clearTimeout(timer);
  }, [told]);
  return (
    <ToastContext value={toast}>
      {children}
      <div className="told" role="alert">
        {told ? (
          <p key={told.no}>
            {told.words}
            {told.undo ? (
              <button
                type="button"
                onClick={() => {
                  told.undo?.();
                  setTold(null);
                }}
              >
                Undo
              </button>
            ) : null}
          </p>
        ) : null}
      </div>
    </ToastContext>
  );
}

export const useToast = (): Tell => useContext(ToastContext);

type StaffCommand = Exclude<
  CommandName,
  'chat-open' | 'chat-send' | 'human-request' | 'card-tap' | 'slot-choose' | 'chat-end'
>;
type Asked<C extends StaffCommand> = Omit<Payload<C>, 'commandId'>;
export type Run = <C extends StaffCommand>(name: C, payload: Asked<C>) => Promise<Answer<C> | null>;

/** Sends a command under a new id; when the hub refuses it, shows why and resolves to null. */
export function useCommand(): Run {
  const hub = useHub();
  const toast = useToast();
  return useCallback(
    async <C extends StaffCommand>(name: C, payload: Asked<C>) => {
      try {
        return (await hub.send(name, { ...payload, commandId: newCommandId() } as Payload<C>)) as Answer<C>;
      } catch (error) {
        const refusal = refusalIn(error);
        if (!refusal) throw error;
        toast(refusal.code === 'OFFLINE' ? 'Not connected. Try again when the connection is back.' : refusal.message);
        return null;
      }
    },
    [hub, toast],
  );
}
