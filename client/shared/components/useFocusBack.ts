import { type RefObject, useEffect, useRef } from 'react';

/** The ref of a control to which the focus comes back: when what stood in its place went, and nothing else has the focus. */
export function useFocusBack<E extends HTMLElement>(isBack: boolean): RefObject<E | null> {
  const control = useRef<E>(null);
  const wasBack = useRef(isBack);
  useEffect(() => {
    if (isBack && !wasBack.current && document.activeElement === document.body)
      control.current?.focus({ preventScroll: true });
    wasBack.current = isBack;
  }, [isBack]);
  return control;
}
