import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { mostSelected, selectedThrough, toggled } from '../shared/state/selection.ts';
import { isElsewhere } from './useDeskKeys.ts';

export interface Selection {
  /** Those selected that are in view, in its order. */
  chosen: readonly string[];
  /** Selects it or lets go of it; `through`: with all from the last one on. */
  select(id: string, through: boolean): void;
  /** Selects exactly these, as many as may be. */
  set(ids: readonly string[]): void;
}

/** Several conversations of the list, chosen by their boxes, by Shift and a click, or by `x`; Escape lets go of them. */
export function useSelection(order: readonly string[], currentId: string | null): Selection {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const last = useRef<string | null>(null);
  const now = useRef({ order, currentId });
  now.current = { order, currentId };
  const select = useCallback((id: string, through: boolean) => {
    const from = last.current;
    last.current = id;
    setSelected((before) => (through ? selectedThrough(before, now.current.order, from, id) : toggled(before, id)));
  }, []);
  const set = useCallback((ids: readonly string[]) => setSelected(new Set(ids.slice(0, mostSelected))), []);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isElsewhere(event.target)) return;
      const { currentId: id, order: shown } = now.current;
      if (event.key.toLowerCase() === 'x' && id !== null && shown.includes(id)) select(id, event.shiftKey);
      else if (event.key === 'Escape') setSelected((before) => (before.size === 0 ? before : new Set()));
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [select]);
  const chosen = useMemo(() => order.filter((id) => selected.has(id)), [order, selected]);
  return { chosen, select, set };
}
