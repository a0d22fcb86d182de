import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { type BoardHub, type BoardState, watchBoard } from '../connection/watchBoard.ts';
import { atMostEvery, type Live, perFrame } from '../state/live.ts';
import { useHub } from './HubContext.tsx';

type Board = Live<BoardState> & Pick<ReturnType<typeof watchBoard>, 'retry' | 'keep'>;
/** Five times a second: nobody reads faster, and thirty rows a second would otherwise be thirty drawings of all. */
const boardEveryMs = 200;
const BoardContext = createContext<Board | null>(null);

/** Watches the board once for the whole page. */
export function BoardProvider({ children }: { children: ReactNode }) {
  const hub = useHub();
  const [board, setBoard] = useState<Board | null>(null);
  useEffect(() => {
    const watched = watchBoard(hub as BoardHub);
    const framed = perFrame(watched, atMostEvery(boardEveryMs));
    setBoard({ get: framed.get, subscribe: framed.subscribe, retry: watched.retry, keep: watched.keep });
    return () => {
      framed.stop();
      watched.close();
    };
  }, [hub]);
  return board ? <BoardContext value={board}>{children}</BoardContext> : null;
}

export function useBoard(): Board {
  const board = useContext(BoardContext);
  if (!board) throw new Error('useBoard outside BoardProvider');
  return board;
}
