import type { ListingFacts } from '../packs/model.ts';
import type { Language } from '../reading/model.ts';
import { bathsOf, bedsOf, factWords } from './factWords.ts';
import { formatCents, formatCount } from './formatFigures.ts';

/** A home in one line: where it is, what it costs, its rooms and size, and its status where it isn't for sale. */
export function homeLine(home: ListingFacts, language: Language): string {
  const { title, address, area, priceCents, currency, areaSqft, status } = home;
  const size = `${formatCount(areaSqft)} ${language === 'es' ? 'pies cuadrados' : 'sq ft'}`;
  const rooms = `${bedsOf(home, language)}, ${bathsOf(home, language)}`;
  const line = `${title}, ${address}, ${area}: ${formatCents(priceCents, currency)}, ${rooms}, ${size}.`;
  return status === 'active' ? line : `${line} ${factWords.available.tell[language](home) ?? ''}`.trim();
}
