import { type KeyboardEvent, type ReactNode, useId, useState } from 'react';
import type { SavedReplyAnswer } from '../../../../src/contract/settings.ts';
import { SavedReplyList } from './SavedReplyList.tsx';
import { askedReply, repliesFor } from './savedReplies.ts';
import { useSavedReplies } from './useSavedReplies.ts';

interface Slash {
  list: ReactNode;
  /** What the text field says about the list to a screen reader. */
  field: Record<string, string | boolean | undefined>;
  /** True when the key was the list's and did something. */
  takesKey(event: KeyboardEvent): boolean;
}

/** A reply that begins with a slash chooses among the saved ones; Esc leaves it a slash. */
export function useSlash(text: string, pick: (reply: SavedReplyAnswer, brokerage: string) => void): Slash {
  const id = useId();
  const [at, setAt] = useState(0);
  const [leftAs, setLeftAs] = useState<string | null>(null);
  const asked = text === leftAs ? null : askedReply(text);
  const open = asked !== null;
  const { saved, failed } = useSavedReplies(open);
  if (!open) return { list: null, field: {}, takesKey: () => false };
  const replies = repliesFor(saved?.replies ?? [], asked);
  const place = Math.min(at, Math.max(0, replies.length - 1));
  const use = (reply: SavedReplyAnswer) => {
    setAt(0);
    pick(reply, saved?.brokerage ?? '');
  };
  return {
    list: (
      <SavedReplyList
        id={id}
        replies={replies}
        at={place}
        state={saved ? 'here' : failed ? 'failed' : 'loading'}
        isEmpty={saved?.replies.length === 0}
        onPick={use}
      />
    ),
    field: {
      role: 'combobox',
      'aria-expanded': replies.length > 0,
      'aria-controls': id,
      'aria-activedescendant': replies.length > 0 ? `${id}-${place}` : undefined,
    },
    takesKey(event) {
      if (event.nativeEvent.isComposing) return false;
      const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
      const reply = replies[place];
      if (step !== 0) setAt(Math.max(0, Math.min(replies.length - 1, place + step)));
      else if (event.key === 'Escape') setLeftAs(text);
      else if (event.key === 'Enter' && !event.shiftKey && reply) use(reply);
      // Replies that are not here yet: what was typed is for choosing among them, not for the visitor.
      else if (event.key !== 'Enter' || event.shiftKey || saved || failed) return false;
      event.preventDefault();
      event.stopPropagation();
      return true;
    },
  };
}
