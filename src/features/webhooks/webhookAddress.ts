import { HubError } from '../../kernel/hubError.ts';

/** The names that a machine has for itself. */
const loopbackHosts: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * An address that may be posted to. Where it leads is checked again each time it is posted to.
 * @throws HubError `VALIDATION_FAILED`, in words
 */
export function webhookAddressIn(text: string, mayBeLoopback: boolean): string {
  const refused = (): HubError =>
    new HubError('VALIDATION_FAILED', {
      field: 'url',
      says: 'Enter a full address that starts with https://, without a port or a password in it.',
    });
  if (!URL.canParse(text)) throw refused();
  const url = new URL(text);
  if (url.username !== '' || url.password !== '') throw refused();
  const isHere = mayBeLoopback && url.protocol === 'http:' && loopbackHosts.has(url.hostname);
  if (!isHere && (url.protocol !== 'https:' || url.port !== '')) throw refused();
  url.hash = '';
  return url.href;
}
