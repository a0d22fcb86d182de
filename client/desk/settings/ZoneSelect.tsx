import { Select } from '@mantine/core';
import { findZones, type ZoneChoice, zoneChoices } from './zoneChoices.ts';

const mostShown = 40;

interface ZoneSelectProps {
  value: string;
  error?: string | null;
  onZone(zone: string): void;
}

/** A time zone, found by its name or by a city. */
export function ZoneSelect({ value, error, onZone }: ZoneSelectProps) {
  return (
    <Select
      label="Time zone"
      description="Type a name or a city, such as Central or Austin."
      searchable
      allowDeselect={false}
      data={zoneChoices(value)}
      filter={({ options, search }) => findZones(options as ZoneChoice[], search).slice(0, mostShown)}
      nothingFoundMessage="No matching time zone. Try the nearest large city."
      value={value}
      error={error}
      onChange={(zone) => zone && onZone(zone)}
    />
  );
}
