/** The zones of the United States by the names that people have for them, and more cities that they look for. */
const american: Record<string, [label: string, cities: string]> = {
  'America/New_York': [
    'Eastern Time: New York, Atlanta, Miami',
    'Boston, Charlotte, Cleveland, Jacksonville, Orlando, Philadelphia, Raleigh, Tampa, Washington',
  ],
  'America/Chicago': [
    'Central Time: Chicago, Austin, Dallas',
    'Houston, Kansas City, Memphis, Milwaukee, Minneapolis, Nashville, New Orleans, Oklahoma City, San Antonio, Saint Louis',
  ],
  'America/Denver': ['Mountain Time: Denver, Salt Lake City', 'Albuquerque, Colorado Springs, El Paso'],
  'America/Phoenix': ['Arizona Time: Phoenix, Tucson', 'Scottsdale, Mesa'],
  'America/Los_Angeles': [
    'Pacific Time: Los Angeles, San Francisco',
    'Las Vegas, Portland, Sacramento, San Diego, San Jose, Seattle',
  ],
  'America/Anchorage': ['Alaska Time: Anchorage', 'Fairbanks'],
  'Pacific/Honolulu': ['Hawaii Time: Honolulu', 'Maui'],
  'America/Puerto_Rico': ['Atlantic Time: Puerto Rico', 'San Juan'],
};

export interface ZoneChoice {
  value: string;
  label: string;
}

/** "Berlin, Europe". */
const labelOf = (zone: string): string =>
  american[zone]?.[0] ?? zone.split('/').reverse().join(', ').replaceAll('_', ' ');

/** Every zone, those of the United States first; `chosen` too where the browser has another name for it. */
export function zoneChoices(chosen: string): ZoneChoice[] {
  const known = [...Object.keys(american), ...Intl.supportedValuesOf('timeZone')];
  return [...new Set(chosen === '' ? known : [...known, chosen])].map((value) => ({ value, label: labelOf(value) }));
}

/** Those whose name, city or place in the list of zones has every word that was typed: "central", "austin", "new_york". */
export function findZones<T extends ZoneChoice>(choices: readonly T[], typed: string): T[] {
  const words = typed
    .toLowerCase()
    .split(/[\s,:/_]+/)
    .filter(Boolean);
  return choices.filter(({ value, label }) => {
    const names = `${label} ${american[value]?.[1] ?? ''} ${value.replaceAll('_', ' ')}`.toLowerCase();
    return words.every((word) => names.includes(word));
  });
}
