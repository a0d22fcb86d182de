import type { SavedReplyAnswer } from '../../../../src/contract/rest/savedReplies.ts';

interface ListProps {
  id: string;
  /** Their texts filled in, as they would be sent. */
  replies: readonly SavedReplyAnswer[];
  at: number;
  state: 'loading' | 'failed' | 'here';
  /** There are no saved replies at all. */
  isEmpty: boolean;
  onPick(at: number): void;
}

/** The list that the slash opens, above the composer. The focus stays in the text: the composer handles the keys. */
export function SavedReplyList({ id, replies, at, state, isEmpty, onPick }: ListProps) {
  const words =
    state === 'loading'
      ? 'Loading…'
      : state === 'failed'
        ? 'Saved replies didn’t load. Delete the slash and type it again.'
        : isEmpty
          ? 'No saved replies yet.'
          : 'No saved replies match.';
  return (
    <div className="saved-replies">
      {replies.length === 0 ? (
        <p role="status">
          {words}{' '}
          {isEmpty && state === 'here' ? (
            <a className="link" href="/desk/settings/replies">
              Write one
            </a>
          ) : null}
        </p>
      ) : null}
      <div id={id} role="listbox" aria-label="Saved replies">
        {replies.map((reply, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: Enter in the composer picks it
          <div
            key={reply.id}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onPick(index)}
          >
            <strong>{reply.title}</strong> {reply.for === 'me' ? <small>Mine</small> : null}
            <span className="clip">{reply.text}</span>
          </div>
        ))}
      </div>
    </div>
  );
}
