import { Button } from '@mantine/core';
import { Notice } from './Notice.tsx';

/** A page, list, or section that didn't load: why, and a way to ask for it again. */
export function NotLoaded({ title, why, onRetry }: { title: string; why: string; onRetry(): void }) {
  return (
    <Notice title={title} text={why}>
      <Button size="sm" onClick={onRetry}>
        Try again
      </Button>
    </Notice>
  );
}
