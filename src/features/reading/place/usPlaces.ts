/** States by name and by the two letters of the post. */
const stateNames: Readonly<Record<string, string>> = Object.fromEntries(
  `AL Alabama,AK Alaska,AZ Arizona,AR Arkansas,CA California,CO Colorado,CT Connecticut,DE Delaware,DC District of Columbia,FL Florida,
GA Georgia,HI Hawaii,ID Idaho,IL Illinois,IN Indiana,IA Iowa,KS Kansas,KY Kentucky,LA Louisiana,ME Maine,MD Maryland,MA Massachusetts,
MI Michigan,MN Minnesota,MS Mississippi,MO Missouri,MT Montana,NE Nebraska,NV Nevada,NH New Hampshire,NJ New Jersey,NM New Mexico,
NY New York,NC North Carolina,ND North Dakota,OH Ohio,OK Oklahoma,OR Oregon,PA Pennsylvania,RI Rhode Island,SC South Carolina,
SD South Dakota,TN Tennessee,TX Texas,UT Utah,VT Vermont,VA Virginia,WA Washington,WV West Virginia,WI Wisconsin,WY Wyoming`
    .split(/,\s*/)
    .map((entry) => [entry.slice(3).toLowerCase(), entry.slice(0, 2)]),
);
export const stateCodes: ReadonlySet<string> = new Set(Object.values(stateNames));

/** Large cities that people name without their state, and that mean nothing else in a chat about homes. */
const largeCities: Readonly<Record<string, string>> = {
  ...of(
    'TX',
    'Dallas',
    'Houston',
    'San Antonio',
    'Fort Worth',
    'El Paso',
    'Plano',
    'Frisco',
    'McKinney',
    'Corpus Christi',
  ),
  ...of(
    'TX',
    'Lubbock',
    'Amarillo',
    'Waco',
    'Laredo',
    'Brownsville',
    'Galveston',
    'Killeen',
    'College Station',
    'Denton',
  ),
  ...of('TX', 'New Braunfels', 'Sugar Land', 'The Woodlands', 'Corpus', 'Fredericksburg', 'Kerrville', 'Boerne'),
  ...of('TX', 'Arlington', 'Irving', 'Garland', 'Mesquite', 'Grand Prairie', 'Lewisville', 'Flower Mound'),
  ...of('TX', 'Katy', 'Pearland', 'Pasadena', 'Conroe', 'Beaumont', 'Port Arthur'),
  ...of('TX', 'Midland', 'Odessa', 'Abilene', 'San Angelo', 'Wichita Falls', 'Longview', 'Texarkana'),
  ...of('TX', 'McAllen', 'Harlingen', 'Edinburg', 'Seguin', 'Marble Falls', 'Rockport'),
  ...of('CA', 'Los Angeles', 'San Diego', 'San Francisco', 'San Jose', 'Sacramento', 'Oakland', 'Fresno', 'Long Beach'),
  ...of('NY', 'New York City', 'Brooklyn', 'Manhattan', 'Buffalo'),
  ...of('FL', 'Miami', 'Orlando', 'Tampa', 'Jacksonville', 'Fort Lauderdale'),
  ...of('AZ', 'Phoenix', 'Tucson', 'Scottsdale'),
  ...of('CO', 'Denver', 'Boulder', 'Colorado Springs'),
  ...of('NV', 'Las Vegas'),
  ...of('WA', 'Seattle', 'Spokane'),
  ...of('IL', 'Chicago'),
  ...of('PA', 'Philadelphia', 'Pittsburgh'),
  ...of('GA', 'Atlanta'),
  ...of('TN', 'Nashville', 'Memphis', 'Knoxville'),
  ...of('OK', 'Oklahoma City', 'Tulsa'),
  ...of('LA', 'New Orleans', 'Baton Rouge'),
  ...of('NC', 'Raleigh'),
  ...of('MA', 'Boston'),
  ...of('MD', 'Baltimore'),
  ...of('MI', 'Detroit'),
  ...of('OH', 'Cleveland', 'Cincinnati'),
  ...of('MN', 'Minneapolis'),
  ...of('WI', 'Milwaukee'),
  ...of('IN', 'Indianapolis'),
  ...of('UT', 'Salt Lake City'),
  ...of('NM', 'Albuquerque', 'Santa Fe'),
  ...of('HI', 'Honolulu'),
  ...of('ID', 'Boise'),
  ...of('NE', 'Omaha'),
  ...of('KY', 'Louisville'),
};
function of(state: string, ...cities: string[]): Record<string, string> {
  return Object.fromEntries(cities.map((city) => [city.toLowerCase(), state]));
}

/** The first three digits of ZIP codes, from and to, by state (USPS; a few single offices aside). */
const zipRanges: readonly (readonly [number, number, string])[] = [
  [5, 5, 'NY'],
  [10, 27, 'MA'],
  [28, 29, 'RI'],
  [30, 38, 'NH'],
  [39, 49, 'ME'],
  [50, 59, 'VT'],
  [60, 69, 'CT'],
  [70, 89, 'NJ'],
  [100, 149, 'NY'],
  [150, 196, 'PA'],
  [197, 199, 'DE'],
  [200, 200, 'DC'],
  [201, 201, 'VA'],
  [202, 205, 'DC'],
  [206, 219, 'MD'],
  [220, 246, 'VA'],
  [247, 268, 'WV'],
  [270, 289, 'NC'],
  [290, 299, 'SC'],
  [300, 319, 'GA'],
  [320, 349, 'FL'],
  [350, 369, 'AL'],
  [370, 385, 'TN'],
  [386, 397, 'MS'],
  [398, 399, 'GA'],
  [400, 427, 'KY'],
  [430, 459, 'OH'],
  [460, 479, 'IN'],
  [480, 499, 'MI'],
  [500, 528, 'IA'],
  [530, 549, 'WI'],
  [550, 567, 'MN'],
  [570, 577, 'SD'],
  [580, 588, 'ND'],
  [590, 599, 'MT'],
  [600, 629, 'IL'],
  [630, 658, 'MO'],
  [660, 679, 'KS'],
  [680, 693, 'NE'],
  [700, 714, 'LA'],
  [716, 729, 'AR'],
  [730, 749, 'OK'],
  [750, 799, 'TX'],
  [800, 816, 'CO'],
  [820, 831, 'WY'],
  [832, 838, 'ID'],
  [840, 847, 'UT'],
  [850, 865, 'AZ'],
  [870, 884, 'NM'],
  [885, 885, 'TX'],
  [889, 898, 'NV'],
  [900, 961, 'CA'],
  [967, 968, 'HI'],
  [970, 979, 'OR'],
  [980, 994, 'WA'],
  [995, 999, 'AK'],
];

/** A city with its state where that is known, a ZIP code, or a whole state (two letters). */
export interface UsPlace {
  kind: 'city' | 'zip' | 'state';
  name: string;
  state: string | null;
}

/** The state of a ZIP code; null where no post office has such a code. */
function stateOfZip(zip: string): string | null {
  const prefix = Number(zip.slice(0, 3));
  return zipRanges.find(([from, to]) => prefix >= from && prefix <= to)?.[2] ?? null;
}

/** "Austin", "Austin, TX", "78704", "Texas": the place of a name. A city without a state has that of a large city so named, or none. */
export function placeOf(text: string): UsPlace {
  const name = text.trim();
  if (/^\d{5}$/.test(name)) return { kind: 'zip', name, state: stateOfZip(name) };
  const code = stateCodes.has(name) ? name : stateNames[name.toLowerCase()];
  if (code !== undefined) return { kind: 'state', name, state: code };
  const [, city = name, tail = ''] = /^(.+?),?\s+([\p{L} ]+)$/u.exec(name) ?? [];
  const state = stateCodes.has(tail.toUpperCase()) ? tail.toUpperCase() : stateNames[tail.toLowerCase()];
  const isTail = state !== undefined && (name.includes(',') || stateCodes.has(tail));
  if (isTail) return { kind: 'city', name: city, state };
  return { kind: 'city', name, state: largeCities[name.toLowerCase()] ?? null };
}

const words = (names: readonly string[]): string =>
  [...names]
    .sort((a, b) => b.length - a.length)
    .join('|')
    .replaceAll('.', '\\.');
export const statesPattern = words(Object.keys(stateNames));
export const largeCitiesPattern = words(Object.keys(largeCities));
