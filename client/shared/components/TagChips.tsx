import { VisuallyHidden } from '@mantine/core';
import './tags.css';
import { useTagsOf } from './BrokerageContext.tsx';

/** The first `most` of a conversation's tags, and how many there are beside them. */
export function TagChips({ ids, most }: { ids: readonly string[] | undefined; most: number }) {
  const tags = useTagsOf(ids);
  if (tags.length === 0) return null;
  const names = tags.map(({ name }) => name).join(', ');
  return (
    <span className="tags" title={names}>
      <VisuallyHidden>Tags: {names}. </VisuallyHidden>
      {tags.slice(0, most).map(({ id, name, colour }) => (
        <span key={id} className="tag" aria-hidden="true">
          <i className={`tag-dot ${colour}`} />
          <span className="clip">{name}</span>
        </span>
      ))}
      {tags.length > most ? (
        <span className="tag" aria-hidden="true">
          +{tags.length - most}
        </span>
      ) : null}
    </span>
  );
}
