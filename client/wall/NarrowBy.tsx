import type { BoardRow } from '../../src/contract/socket/board.ts';
import { languageLabel } from '../shared/labels/names.ts';

/** Of whom, about which home and in which language; null: any. */
export interface Narrowed {
  owner: string | null;
  home: string | null;
  language: string | null;
}
export const anyOf: Narrowed = { owner: null, home: null, language: null };

const nobody = 'nobody';
const ownerOf = (row: BoardRow): string => row.owner?.id ?? nobody;

/** Whether a row is among those that were asked for. */
export const narrows = ({ owner, home, language }: Narrowed, row: BoardRow): boolean =>
  (owner === null || ownerOf(row) === owner) &&
  (home === null || row.listingTitle === home) &&
  (language === null || row.language === language);

interface NarrowByProps {
  rows: readonly BoardRow[];
  value: Narrowed;
  onChange(value: Narrowed): void;
}

/** Narrows the cards to a person's, a home's or a language's; only those on the wall can be chosen. */
export function NarrowBy({ rows, value, onChange }: NarrowByProps) {
  const owners = new Map(rows.map((row) => [ownerOf(row), row.owner?.name ?? 'Unassigned']));
  const homes = [...new Set(rows.flatMap(({ listingTitle }) => listingTitle ?? []))].sort();
  const languages = [...new Set(rows.map(({ language }) => language))].sort();
  const pick = (name: keyof Narrowed, all: string, options: readonly (readonly [string, string])[]) => {
    const chosen = value[name];
    // The choice stays in sight when its last card has left, so that the person can undo it.
    if (options.length < 2 && chosen === null) return null;
    const isGone = chosen !== null && !options.some(([id]) => id === chosen);
    return (
      <select
        aria-label={all}
        value={chosen ?? ''}
        onChange={(event) => onChange({ ...value, [name]: event.target.value || null })}
      >
        <option value="">{all}</option>
        {options.map(([id, label]) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
        {isGone ? <option value={chosen}>None right now</option> : null}
      </select>
    );
  };
  return (
    <div className="narrow-by">
      {pick(
        'owner',
        'Any agent',
        [...owners].sort(([, a], [, b]) => a.localeCompare(b)),
      )}
      {pick(
        'home',
        'Any home',
        homes.map((title) => [title, title] as const),
      )}
      {pick(
        'language',
        'Any language',
        languages.map((one) => [one, languageLabel(one)] as const),
      )}
    </div>
  );
}
