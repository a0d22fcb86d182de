const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;
const relative = new Intl.RelativeTimeFormat('en', { numeric: 'always' });

/** "3 minutes ago", "2 days ago"; "just now" within the first minute. */
export function agoWords(at: string, now = Date.now()): string {
  const ms = now - Date.parse(at);
  const unit = units.find(([, length]) => ms >= length);
  return unit === undefined ? 'just now' : relative.format(-Math.floor(ms / unit[1]), unit[0]);
}
