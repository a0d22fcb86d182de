import type { EntryData } from '../../../contract/log/entry.ts';
import { type Wants, wishes } from '../../../contract/socket/board.ts';
import { maskIdentityNumbers } from '../../reading/numbers/identityNumbers.ts';

/** As much of a place as a row can show. */
const areaChars = 60;

/** The home that somebody wants or offers, as far as it is known; null while nothing is. */
export function wantsOf(slots: EntryData<'qualification-changed'>['slots']): Wants | null {
  const known = (name: keyof typeof slots): unknown => {
    const slot = slots[name];
    return slot?.state === 'answered' ? slot.value : undefined;
  };
  const wish = wishes.find((one) => one === known('intent'));
  const sum = known(wish === 'sell' ? 'price' : 'budget');
  const [minCents, maxCents] = [centsOf(sum, 'minCents'), centsOf(sum, 'maxCents')];
  const beds = known('beds');
  const area = known('area');
  const wants: Wants = {
    ...(wish === undefined ? {} : { wish }),
    ...(typeof beds === 'number' && Number.isInteger(beds) && beds >= 0 ? { beds } : {}),
    ...(minCents === undefined ? {} : { minCents }),
    ...(maxCents === undefined ? {} : { maxCents }),
    ...(typeof area === 'string' && area !== '' ? { area: maskIdentityNumbers(area).slice(0, areaChars) } : {}),
  };
  return Object.keys(wants).length === 0 ? null : wants;
}

function centsOf(sum: unknown, end: 'minCents' | 'maxCents'): number | undefined {
  if (typeof sum !== 'object' || sum === null || !(end in sum)) return undefined;
  const cents = (sum as Record<string, unknown>)[end];
  return typeof cents === 'number' && Number.isInteger(cents) && cents > 0 ? cents : undefined;
}
