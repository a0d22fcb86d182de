import type { Read } from '../model.ts';
import { readAt } from '../text/matchesIn.ts';

const several =
  /\b(?:two|three|four|five|six|[2-9]|several|multiple|dos|tres|cuatro) (?:\w+ )?(?:homes|houses|properties|condos|rentals|units|casas|propiedades)\b/i;

/** "I have two houses to sell": more than one, in their words; null where no sale is spoken of. */
export function readManyHomes(text: string): Read<string> | null {
  const many = /\b(?:sell|vend)/i.test(text) ? several.exec(text) : null;
  return many && readAt(many[0], many);
}
