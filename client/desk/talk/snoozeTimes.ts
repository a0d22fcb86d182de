/** A time that has passed ends a snooze; long ago, because this clock may be ahead of the hub's. */
export const backNow = new Date(0).toISOString();

export const inAnHour = (): string => new Date(Date.now() + 3_600_000).toISOString();

/** By the agent's own clock. */
export function tomorrowAtNine(): string {
  const day = new Date();
  day.setDate(day.getDate() + 1);
  day.setHours(9, 0, 0, 0);
  return day.toISOString();
}
