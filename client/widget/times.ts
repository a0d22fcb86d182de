/** "14:32" or "2:32 PM", as the visitor's language has it. */
export const timeLabel = (at: Date): string => at.toLocaleTimeString([], { hour: 'numeric', minute: '2-digit' });

/** "Today", "Yesterday", "Tuesday" within a week, else "March 2, 2026". */
export function dayLabel(at: Date, now: Date): string {
  const midnight = (date: Date) => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
  // Rounded, since a day is 23 or 25 hours twice a year.
  const days = Math.round((midnight(now) - midnight(at)) / 86_400_000);
  if (days <= 0) return 'Today';
  if (days === 1) return 'Yesterday';
  if (days < 7) return at.toLocaleDateString([], { weekday: 'long' });
  return at.toLocaleDateString([], { year: 'numeric', month: 'long', day: 'numeric' });
}

export const moneyLabel = (cents: number, currency: string): string =>
  (cents / 100).toLocaleString([], { style: 'currency', currency, maximumFractionDigits: 0 });
