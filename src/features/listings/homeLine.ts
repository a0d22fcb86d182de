import type { ListingFacts } from '../packs/model.ts';
import type { Language } from '../reading/model.ts';
import { bathsOf, bedsOf, factWords, namesIt } from './factWords.ts';
import { formatCents, formatCount } from './formatFigures.ts';

const asked = [
  'kind',
  'year',
  'hoa',
  'taxes',
  'lot',
  'parking',
  'heating',
  'steps',
  'hoa-rules',
  'rental-rules',
  'pets',
] as const;

/** A home in one line: where it is, what it costs, its rooms and size; `whole`: and all that people ask of it beyond. */
export function homeLine(home: ListingFacts, language: Language, whole = false): string {
  const { title, address, area, priceCents, currency, areaSqft, status } = home;
  const size = `${formatCount(areaSqft)} ${language === 'es' ? 'pies cuadrados' : 'sq ft'}`;
  const rooms = `${bedsOf(home, language)}, ${bathsOf(home, language)}`;
  const where = address.startsWith(title) ? address : `${title}, ${address}`;
  const line = `${where}, ${area}: ${formatCents(priceCents, currency)}, ${rooms}, ${size}.`;
  const more = [...(status === 'active' ? [] : ['available' as const]), ...(whole ? asked : [])].map((name) =>
    factWords[name].tell[language](home),
  );
  const features = whole && home.features.length > 0 ? namesIt(home.features.join(', '), language) : null;
  const told = whole && home.description !== '' ? namesIt(home.description.replace(/\.$/, ''), language) : null;
  // Without an HOA its rules and its fee are one sentence.
  return [...new Set([line, ...more, features, told])].filter((words) => words !== null).join(' ');
}
