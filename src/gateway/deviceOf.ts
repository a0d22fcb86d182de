import type { Device } from '../contract/values.ts';

const mostChars = 1_000;
const aTablet = /iPad|Tablet|Silk|PlayBook|Android(?!.*Mobile)/i;
const aPhone = /iPhone|iPod|Mobi|Phone|Opera Mini/i;
const aBrowser = /^Mozilla|Opera/i;

/** What a browser that names itself so runs on; null where that is no browser's name. A tablet that poses as a computer is one. */
export function deviceOf(userAgent: string | undefined): Device | null {
  const told = userAgent?.slice(0, mostChars) ?? '';
  if (!aBrowser.test(told)) return null;
  return aTablet.test(told) ? 'tablet' : aPhone.test(told) ? 'phone' : 'computer';
}
