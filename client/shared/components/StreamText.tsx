import { useEffect, useRef } from 'react';
import type { LiveConversation } from './useConversation.ts';

/** A text that grows in one text node: a token costs an append, never a drawing of what stands around it. */
export function StreamText({ live, streamId }: { live: LiveConversation; streamId: string }) {
  const element = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const node = document.createTextNode('');
    const span = element.current;
    span?.append(node);
    const write = () => {
      const text = live.get().streams.get(streamId)?.text ?? '';
      if (text.startsWith(node.data)) {
        if (text.length > node.length) node.appendData(text.slice(node.length));
      } else node.data = text;
    };
    write();
    const stop = live.subscribe(write);
    return () => {
      stop();
      node.remove();
    };
  }, [live, streamId]);
  return <span ref={element} className="stream-text" />;
}
