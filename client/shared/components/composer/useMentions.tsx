import { type KeyboardEvent, type ReactNode, type RefObject, useId, useState } from 'react';
import { askedMention, colleaguesFor, mentionsIn, withMention } from '../../state/mentions.ts';
import { useSession } from '../SessionContext.ts';
import { useTeam } from './useTeam.ts';

interface Mentions {
  list: ReactNode;
  /** Attributes by which the text field tells where the caret is, and a screen reader about the list. */
  field: Record<string, unknown>;
  /** True when the key was the list's and did something. */
  takesKey(event: KeyboardEvent): boolean;
  /** The people whom a note with these words mentions. */
  mentionsIn(words: string): { mentions?: string[] };
}

/** In a note, @ and the first letters choose a colleague; Esc leaves the letters as they are. Null `text`: nothing is mentioned. */
export function useMentions(
  text: string | null,
  area: RefObject<HTMLTextAreaElement | null>,
  write: (text: string) => void,
): Mentions {
  const id = useId();
  const { user } = useSession();
  const [caret, setCaret] = useState(0);
  const [index, setIndex] = useState(0);
  const [leftAt, setLeftAt] = useState<number | null>(null);
  const { people, failed } = useTeam(text?.includes('@') ?? false);

  const asked = text === null ? null : askedMention(text, Math.min(caret, text.length));
  const colleagues = (people ?? []).filter((one) => one.id !== user.id);
  const others = asked === null || asked.at === leftAt ? [] : colleaguesFor(colleagues, asked.asked);
  const chosen = others[Math.min(index, others.length - 1)];
  const isOpen = asked !== null && asked.at !== leftAt && (others.length > 0 || failed);

  function use(name: string) {
    if (asked === null || text === null) return;
    const filled = withMention(text, asked.at, caret, name);
    write(filled.text);
    setCaret(filled.caret);
    setIndex(0);
    // Once the field has the new words.
    requestAnimationFrame(() => area.current?.setSelectionRange(filled.caret, filled.caret));
  }

  return {
    list: isOpen ? (
      <div className="saved-replies">
        {others.length === 0 ? <p role="status">The team list didn’t load. Delete the @ and type it again.</p> : null}
        <div id={id} role="listbox" aria-label="Colleagues to mention">
          {others.map((one) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: Enter in the composer picks it
            <div
              key={one.id}
              id={`${id}-${one.id}`}
              role="option"
              tabIndex={-1}
              aria-selected={one === chosen}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => use(one.name)}
            >
              {one.name}
            </div>
          ))}
        </div>
      </div>
    ) : null,
    field: {
      onSelect: () => setCaret(area.current?.selectionStart ?? 0),
      ...(isOpen && chosen
        ? { 'aria-autocomplete': 'list', 'aria-controls': id, 'aria-activedescendant': `${id}-${chosen.id}` }
        : {}),
    },
    takesKey(event) {
      if (!isOpen || chosen === undefined || event.nativeEvent.isComposing) return false;
      const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
      if (step !== 0) setIndex(Math.max(0, Math.min(others.length - 1, others.indexOf(chosen) + step)));
      else if (event.key === 'Escape') setLeftAt(asked.at);
      else if (event.key === 'Enter' && !event.shiftKey) use(chosen.name);
      else return false;
      event.preventDefault();
      event.stopPropagation();
      return true;
    },
    mentionsIn(words) {
      const mentions = mentionsIn(words, people ?? []);
      return mentions.length === 0 ? {} : { mentions };
    },
  };
}
