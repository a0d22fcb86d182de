import { Button } from '@mantine/core';
import type { Refusal } from '../shared/connection/refusal.ts';

interface ShowMoreProps {
  found: { hasMore: boolean; busy: boolean; refusal: Refusal | null; more(): void };
  words?: string;
}

/** The button below a list that goes on. Nothing where all of it is shown, or where it didn't load. */
export function ShowMore({ found: { hasMore, busy, refusal, more }, words = 'Show more' }: ShowMoreProps) {
  if (!hasMore || refusal) return null;
  return (
    <p className="people-more">
      <Button variant="default" loading={busy} onClick={more}>
        {words}
      </Button>
    </p>
  );
}
