import { type KeyboardEvent, type ReactNode, useId, useState } from 'react';
import type { SavedReplyAnswer } from '../../../../src/contract/rest/savedReplies.ts';
import { SavedReplyList } from './SavedReplyList.tsx';
import { askedReply, fillReply, type ReplyValues, repliesFor } from './savedReplies.ts';
import { useSavedReplies } from './useSavedReplies.ts';

interface Slash {
  list: ReactNode;
  /** Attributes by which the text field tells a screen reader about the list. */
  field: Record<string, string | boolean | undefined>;
  /** True when the key was the list's and did something. */
  takesKey(event: KeyboardEvent): boolean;
}

/** A reply that begins with a slash chooses among the saved ones, which are shown as they would be sent; Esc leaves it a slash. */
export function useSlash(text: string, values: Omit<ReplyValues, 'brokerage'>, pick: (filled: string) => void): Slash {
  const id = useId();
  const [at, setAt] = useState(0);
  const [leftAs, setLeftAs] = useState<string | null>(null);
  const asked = text === leftAs ? null : askedReply(text);
  const open = asked !== null;
  const { saved, failed } = useSavedReplies(open);
  if (!open) return { list: null, field: {}, takesKey: () => false };
  const replies = repliesFor(saved?.replies ?? [], asked);
  const index = Math.min(at, Math.max(0, replies.length - 1));
  const fill = (reply: SavedReplyAnswer) => fillReply(reply.text, { ...values, brokerage: saved?.brokerage ?? '' });
  const use = (reply: SavedReplyAnswer) => {
    setAt(0);
    pick(fill(reply));
  };
  return {
    list: (
      <SavedReplyList
        id={id}
        replies={replies.map((reply) => ({ ...reply, text: fill(reply) }))}
        at={index}
        state={saved ? 'here' : failed ? 'failed' : 'loading'}
        isEmpty={saved?.replies.length === 0}
        onPick={(at) => {
          const reply = replies[at];
          if (reply) use(reply);
        }}
      />
    ),
    field: {
      'aria-autocomplete': 'list',
      'aria-controls': id,
      'aria-activedescendant': replies.length > 0 ? `${id}-${index}` : undefined,
    },
    takesKey(event) {
      if (event.nativeEvent.isComposing) return false;
      const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
      const reply = replies[index];
      if (step !== 0) setAt(Math.max(0, Math.min(replies.length - 1, index + step)));
      else if (event.key === 'Escape') setLeftAs(text);
      else if (event.key === 'Enter' && !event.shiftKey && reply) use(reply);
      // While the replies are loading, what was typed is for choosing among them, and is not sent to the visitor.
      else if (event.key !== 'Enter' || event.shiftKey || saved || failed) return false;
      event.preventDefault();
      event.stopPropagation();
      return true;
    },
  };
}
