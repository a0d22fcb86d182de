/** A duration as figures are read: "40 sec", "1 min 12 sec", "2 hr 5 min". */
export function durationWords(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return `${seconds} sec`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ${seconds % 60} sec`;
  const minutes = Math.round(seconds / 60);
  return `${Math.floor(minutes / 60)} hr ${minutes % 60} min`;
}
