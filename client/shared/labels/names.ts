import type { HomeToShow } from '../../../src/contract/log/parts.ts';
import type { BoardRow, Wants } from '../../../src/contract/socket/board.ts';
import type { BotName, Mode, Priority, Temperature } from '../../../src/contract/values.ts';
import { shortMoney } from './money.ts';
import { shortTime } from './times.ts';

type Wish = NonNullable<Wants['wish']>;

export const temperatureLabels: Record<Temperature, string> = { hot: 'Hot', warm: 'Warm', cold: 'Cold' };
export const priorityLabels: Record<Priority, string> = { urgent: 'Urgent', high: 'High', normal: 'Normal' };
export const botLabels: Record<BotName, string> = { lead: 'Lead bot', buyer: 'Buyer bot', seller: 'Seller bot' };
/** The author of a stream or a suggestion. */
export const basisLabels = { model: 'Claude', rules: 'Playbook' } as const;
export const modeLabels: Record<Mode, string> = {
  bot: 'Jorge is answering',
  human: 'A person is answering',
  waiting: 'Waiting for a person',
  closed: 'Closed',
};

type Known = Pick<BoardRow, 'lead' | 'listingTitle' | 'startedAt' | 'wants'> & Partial<Pick<BoardRow, 'channel'>>;
const wishLabels: Record<Wish, string> = {
  buy: 'Buyer',
  sell: 'Seller',
  both: 'Buyer and seller',
  rent: 'Renter',
  browse: 'Just looking',
};

/** "3 bd ≤ $500k", "Studio", "$650k–$700k"; empty while neither is known. */
function sizeAndPrice({ beds, minCents, maxCents }: Wants): string {
  const room = beds === undefined ? '' : beds === 0 ? 'Studio' : `${beds} bd`;
  const [low, high] = [minCents, maxCents].map((cents) => cents && shortMoney(cents));
  const price = low && high ? (low === high ? low : `${low}–${high}`) : high ? `≤ ${high}` : low ? `≥ ${low}` : '';
  return [room, price].filter(Boolean).join(' ');
}

/**
 * Names the visitor of a conversation, else says what they want ("Buyer · 3 bd ≤ $500k · Round Rock"), else when they came and to which
 * home: the part that tells two apart comes first.
 */
export function whoIs({ lead, channel, listingTitle, startedAt, wants }: Known): string {
  const somebody = channel === 'call' ? 'Caller' : 'Visitor';
  if (lead.name) return lead.name;
  const wish = wants?.wish === undefined ? undefined : wishLabels[wants.wish];
  const details = wants === undefined ? [] : [sizeAndPrice(wants), wants.area].filter(Boolean);
  if (details.length > 0) return [wish ?? somebody, ...details].join(' · ');
  const who = wish ?? (listingTitle || startedAt || channel === 'call' ? somebody : 'Website visitor');
  return [startedAt ? `${who} ${shortTime(startedAt)}` : who, listingTitle].filter(Boolean).join(' · ');
}

/** "908 Larkmoor Street, Austin, TX 78704": its address, with its title before it where that is another. */
export const homeWords = ({ title, address }: HomeToShow): string =>
  address === undefined || title.startsWith(address)
    ? title
    : address.startsWith(title)
      ? address
      : `${title}, ${address}`;

const languages = new Intl.DisplayNames(['en'], { type: 'language' });
/** "Spanish" for `es`; a code that names no language stays as it is. */
export function languageLabel(code: string): string {
  try {
    return languages.of(code) ?? code;
  } catch {
    // Not even the form of a code.
    return code;
  }
}

/** "MT" for Maya Torres. */
export const initialsOf = (name: string): string =>
  name
    .split(/\s+/)
    .slice(0, 2)
    .map((part) => part.charAt(0).toUpperCase())
    .join('');
