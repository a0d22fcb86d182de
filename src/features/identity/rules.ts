import { cleanText } from '../../contract/values.ts';
import type { SessionPage } from './model.ts';

/** How an email address is kept and looked up. */
export const emailKey = (email: string): string => email.normalize('NFC').trim().toLowerCase();

/**
 * The part of a page that is stored: its address without query and fragment (they hold campaign marks and personal data) and only if it is
 * one of the web, the title, the listing, and the language as its first subtag (`en` when there is none).
 */
export function pageFrom(
  page: { url: string; title?: string | undefined; listingId?: string | undefined },
  locale?: string,
): SessionPage {
  const language = /^([A-Za-z]{2,3})\b/.exec(locale ?? '')?.[1]?.toLowerCase() ?? 'en';
  const title = cleanText(page.title ?? '')
    .slice(0, 120)
    .toWellFormed();
  return {
    url: webAddress(page.url),
    ...(title === '' ? {} : { title }),
    ...(page.listingId === undefined ? {} : { listingId: page.listingId }),
    language,
  };
}

const nowhere = 'https://page.invalid';

function webAddress(raw: string): string {
  if (!URL.canParse(raw, nowhere)) return '';
  const url = new URL(raw, nowhere);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return '';
  return `${url.origin === nowhere ? '' : url.origin}${url.pathname}`.slice(0, 800);
}
