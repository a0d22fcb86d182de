import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';

/** Nearer than this to the end counts as being there. */
const nearPx = 48;

/**
 * Keeps the end of a growing column in view while the reader is there, and the reader's place when they are not.
 * `unseen`: how many messages came since they left the end.
 */
export function useStickToEnd(
  scroller: RefObject<HTMLDivElement | null>,
  content: RefObject<HTMLDivElement | null>,
  messages: number,
) {
  const sticking = useRef(true);
  const seen = useRef(messages);
  const [atEnd, setAtEnd] = useState(true);

  const toEnd = useCallback(() => {
    sticking.current = true;
    setAtEnd(true);
    const element = scroller.current;
    if (element) element.scrollTop = element.scrollHeight;
  }, [scroller]);

  useEffect(() => {
    const element = scroller.current;
    const inner = content.current;
    if (!element || !inner) return;
    let lastHeight = element.clientHeight;
    const onScroll = () => {
      // A column that got shorter (the keyboard, the coach's card) was not scrolled by the reader.
      if (element.clientHeight !== lastHeight) {
        lastHeight = element.clientHeight;
        return;
      }
      const near = element.scrollHeight - element.scrollTop - element.clientHeight < nearPx;
      sticking.current = near;
      setAtEnd(near);
    };
    const watcher = new ResizeObserver(() => {
      if (sticking.current) element.scrollTop = element.scrollHeight;
      lastHeight = element.clientHeight;
    });
    watcher.observe(inner);
    watcher.observe(element);
    element.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      watcher.disconnect();
      element.removeEventListener('scroll', onScroll);
    };
  }, [scroller, content]);

  useLayoutEffect(() => {
    if (atEnd) seen.current = messages;
  }, [atEnd, messages]);

  return { atEnd, unseen: atEnd ? 0 : Math.max(0, messages - seen.current), toEnd };
}
