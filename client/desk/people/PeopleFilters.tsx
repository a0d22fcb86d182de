import { NativeSelect } from '@mantine/core';
import type { Temperature } from '../../../src/contract/values.ts';
import { useBrokerageContext } from '../../shared/components/BrokerageContext.tsx';
import { temperatureLabels } from '../../shared/labels/names.ts';
import type { PeopleFilter } from '../../shared/state/peopleFilter.ts';

const temperatures = [
  { value: '', label: 'Any score' },
  ...Object.entries(temperatureLabels).map(([value, label]) => ({ value, label })),
];
const silences = [
  { value: '', label: 'Any time' },
  ...[3, 7, 14, 30].map((days) => ({ value: String(days), label: `Quiet for ${days} days` })),
];
const sorts = [
  { value: '', label: 'Most recent first' },
  { value: 'score', label: 'Highest score first' },
];
const owners = [
  { value: '', label: 'Assigned to anyone' },
  { value: 'true', label: 'Assigned to me' },
];

/** Which people: how warm, quiet for how long, whose, and with which tag; and their order. */
export function PeopleFilters({ filter, onChange }: { filter: PeopleFilter; onChange(filter: PeopleFilter): void }) {
  const { tags } = useBrokerageContext();
  const { tag: chosen } = filter;
  return (
    <>
      <NativeSelect
        aria-label="Score"
        data={temperatures}
        value={filter.temperature ?? ''}
        onChange={({ currentTarget: { value } }) => {
          const { temperature: _, ...rest } = filter;
          onChange(value === '' ? rest : { ...rest, temperature: value as Temperature });
        }}
      />
      <NativeSelect
        aria-label="Last contact"
        data={silences}
        value={filter.quietDays ?? ''}
        onChange={({ currentTarget: { value } }) => {
          const { quietDays: _, ...rest } = filter;
          onChange(value === '' ? rest : { ...rest, quietDays: Number(value) });
        }}
      />
      <NativeSelect
        aria-label="Assigned to"
        data={owners}
        value={filter.mine ?? ''}
        onChange={({ currentTarget: { value } }) => {
          const { mine: _, ...rest } = filter;
          onChange(value === '' ? rest : { ...rest, mine: 'true' });
        }}
      />
      {tags.length === 0 && chosen === undefined ? null : (
        <NativeSelect
          aria-label="Tag"
          data={[
            { value: '', label: 'Any tag' },
            ...tags.map(({ id: value, name: label }) => ({ value, label })),
            ...(chosen === undefined || tags.some(({ id }) => id === chosen)
              ? []
              : [{ value: chosen, label: 'A tag that was removed' }]),
          ]}
          value={chosen ?? ''}
          onChange={({ currentTarget: { value } }) => {
            const { tag: _, ...rest } = filter;
            onChange(value === '' ? rest : { ...rest, tag: value });
          }}
        />
      )}
      <NativeSelect
        aria-label="Sort by"
        data={sorts}
        value={filter.sort ?? ''}
        onChange={({ currentTarget: { value } }) => {
          const { sort: _, ...rest } = filter;
          onChange(value === '' ? rest : { ...rest, sort: 'score' });
        }}
      />
    </>
  );
}
