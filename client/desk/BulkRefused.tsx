import type { Bulk } from './useBulk.ts';

/** The conversations that refused the last act, and why. */
export function BulkRefused({ refused }: Pick<Bulk, 'refused'>) {
  if (refused.length === 0) return null;
  return (
    <div className="bulk-refused" role="alert">
      {refused.map(({ id, name, why }) => (
        <p key={id}>
          <b>{name}:</b> {why}
        </p>
      ))}
    </div>
  );
}
