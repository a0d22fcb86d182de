export const inAnHour = (): string => new Date(Date.now() + 3_600_000).toISOString();

/** By the agent's own clock. */
export function tomorrowAtNine(): string {
  const day = new Date();
  day.setDate(day.getDate() + 1);
  day.setHours(9, 0, 0, 0);
  return day.toISOString();
}
