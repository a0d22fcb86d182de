import { citiesOf, featuresShown, marksOf } from './homeKeys.ts';
import type { Listing } from './model.ts';
import type { HomeSummary } from './ports.ts';

/** How many homes lie in each area; and of those for sale, how many have each mark, and how many are in each city. */
export interface HomeCounts {
  areas: Map<string, number>;
  marks: Map<string, number>;
  cities: Map<string, number>;
}
export const noHomes = (): HomeCounts => ({ areas: new Map(), marks: new Map(), cities: new Map() });

export function addTo(counts: Map<string, number>, name: string, homes = 1): void {
  counts.set(name, (counts.get(name) ?? 0) + homes);
}

export const summaryOf = ({ areas, marks, cities }: HomeCounts): HomeSummary => ({
  total: [...areas.values()].reduce((sum, homes) => sum + homes, 0),
  areas: [...areas]
    .map(([area, homes]) => ({ area, homes }))
    .sort((a, b) => b.homes - a.homes || (a.area < b.area ? -1 : 1)),
  marks: Object.fromEntries(marks),
  cities: [...cities.keys()].sort(),
});

/** All homes of a tenant as a whole. */
export function summarise(homes: readonly Listing[]): HomeSummary {
  const counts = noHomes();
  for (const home of homes) {
    addTo(counts.areas, home.area);
    for (const mark of marksOf(home, featuresShown(home))) addTo(counts.marks, mark);
    for (const city of citiesOf(home)) addTo(counts.cities, city);
  }
  return summaryOf(counts);
}
