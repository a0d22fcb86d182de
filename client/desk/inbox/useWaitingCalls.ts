import { useEffect, useRef } from 'react';
import type { BoardRow } from '../../../src/contract/socket/board.ts';
import { useBoard } from '../../shared/components/BoardContext.tsx';
import { useSession } from '../../shared/components/SessionContext.ts';
import { whoIs } from '../../shared/labels/names.ts';
import { linkTo } from '../route.ts';
import { readySound, softSound } from '../softSound.ts';
import { type AnnouncedCalls, newCalls } from './waitingCalls.ts';

/** Announces visitors who begin to wait: one soft sound, and a notification where notifications are allowed and the page is not looked at. */
export function useWaitingCalls(quiet: boolean, capacity: number, openId: string | null): void {
  const board = useBoard();
  const { user } = useSession();
  const latest = useRef({ quiet, capacity, openId });
  latest.current = { quiet, capacity, openId };
  useEffect(() => readySound(), []);
  useEffect(() => {
    let announced: AnnouncedCalls | null = null;
    const look = () => {
      const { phase, rows } = board.get();
      if (phase === 'loading') return;
      const now = latest.current;
      const looks = document.visibilityState === 'visible' && document.hasFocus();
      const found = newCalls(announced, rows.values(), {
        me: user.id,
        capacity: now.capacity,
        lookingAt: looks ? now.openId : null,
        now: Date.now(),
      });
      announced = found.announced;
      if (found.calls.length === 0 || now.quiet) return;
      softSound();
      if (!looks) for (const row of found.calls.slice(0, 3)) void notify(row);
    };
    look();
    return board.subscribe(look);
  }, [board, user.id]);
}

async function notify(row: BoardRow): Promise<void> {
  if (!('Notification' in window) || Notification.permission !== 'granted') return;
  const title = `${whoIs(row)} is waiting`;
  const words = row.lastLines?.filter(({ by }) => by === 'visitor').at(-1)?.text ?? row.lastText;
  const said = { body: words, tag: row.conversationId };
  try {
    const shown = new Notification(title, said);
    shown.onclick = () => {
      window.focus();
      location.assign(linkTo(row.conversationId));
    };
  } catch {
    // Phones show them through the service worker alone.
    await (await navigator.serviceWorker?.getRegistration())?.showNotification(title, said);
  }
}
