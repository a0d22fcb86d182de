import { type RefObject, useEffect, useRef, useState } from 'react';
import { goTo } from './route.ts';

interface DeskKeys {
  openId: string | null;
  order: RefObject<readonly string[]>;
  /** Asks to close the open conversation. */
  onClose(): void;
}

const takesKeys = 'input:not([type="checkbox"]), textarea, select, [contenteditable], [role="menu"], [role="dialog"]';
/** Whether a key that was pressed there belongs to a field, a menu or a sheet. */
export const isElsewhere = (target: EventTarget | null): boolean =>
  (target instanceof HTMLElement && target.closest(takesKeys) !== null) ||
  // From its opening on, before it has the focus, a sheet owns the keys.
  document.querySelector('[role="dialog"][aria-modal="true"]') !== null;

/** The desk's keys. Off while someone writes or a sheet is open, but for the search. */
export function useDeskKeys({ openId, order, onClose }: DeskKeys) {
  const [currentId, setCurrentId] = useState<string | null>(openId);
  const [keysShown, setKeysShown] = useState(false);
  const [searching, setSearching] = useState(false);
  const current = useRef(currentId);
  current.current = currentId ?? openId;
  /** Whether the last move was made with `j` or `k`: then Enter is the highlighted row's, wherever the mouse had left the focus. */
  const stepped = useRef(false);
  const close = useRef({ openId, onClose });
  close.current = { openId, onClose };

  useEffect(() => {
    const step = (by: number) => {
      const ids = order.current;
      const index = ids.indexOf(current.current ?? '');
      const next = ids[index < 0 ? 0 : Math.max(0, Math.min(ids.length - 1, index + by))];
      if (next !== undefined) setCurrentId(next);
      stepped.current = true;
    };
    const onFocus = () => {
      stepped.current = false;
    };
    const onKey = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key === 'k') {
        event.preventDefault();
        setSearching(true);
        return;
      }
      if (event.ctrlKey || event.metaKey || event.altKey || isElsewhere(event.target)) return;
      if (event.key === 'j') step(1);
      else if (event.key === 'k') step(-1);
      else if (event.key === '?') setKeysShown(true);
      else if (event.key === 'e' && close.current.openId) {
        event.preventDefault();
        close.current.onClose();
      } else if (event.key === 'Enter' && current.current && (stepped.current || event.target === document.body)) {
        event.preventDefault();
        goTo(current.current);
      }
    };
    window.addEventListener('keydown', onKey);
    window.addEventListener('focusin', onFocus);
    window.addEventListener('pointerdown', onFocus);
    return () => {
      window.removeEventListener('keydown', onKey);
      window.removeEventListener('focusin', onFocus);
      window.removeEventListener('pointerdown', onFocus);
    };
  }, [order]);

  // `j` goes on from the row that was clicked, too.
  useEffect(() => {
    if (openId !== null) setCurrentId(openId);
  }, [openId]);

  return {
    currentId,
    keysShown,
    hideKeys: () => setKeysShown(false),
    showKeys: () => setKeysShown(true),
    searching,
    openSearch: () => setSearching(true),
    closeSearch: () => setSearching(false),
  };
}
