import type { Device } from '../contract/values.ts';

const mostChars = 1_000;
const aTablet = /iPad|Tablet|Silk|PlayBook|Android(?!.*Mobile)/i;
const aPhone = /iPhone|iPod|Mobi|Phone|Opera Mini/i;
const aBrowser = /^Mozilla|Opera/i;

/**
 * The kind of device of a browser that sends this user agent; null when it isn't a browser's. A tablet that poses as a
 * computer counts as one.
 */
export function deviceOf(userAgent: string | undefined): Device | null {
  const told = userAgent?.slice(0, mostChars) ?? '';
  if (!aBrowser.test(told)) return null;
  return aTablet.test(told) ? 'tablet' : aPhone.test(told) ? 'phone' : 'computer';
}
