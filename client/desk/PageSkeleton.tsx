import { useAfter } from '../shared/components/useAfter.ts';

/** Stands in place of a page's content that takes longer than a blink. */
export function PageSkeleton() {
  if (!useAfter(200)) return null;
  return (
    <div className="skeleton people-skeleton" aria-hidden="true">
      <i style={{ width: '60%' }} />
      <i style={{ width: '80%' }} />
      <i style={{ width: '70%' }} />
    </div>
  );
}
