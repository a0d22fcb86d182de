const english: ReadonlySet<string> = new Set(['and', 'or']);
/** "a, b, and c"; Spanish has no comma before its last word: "a, b y c". */
export const joinWords = (parts: readonly string[], last: string): string => {
  if (parts.length <= 1) return parts[0] ?? '';
  const comma = parts.length > 2 && english.has(last) ? ',' : '';
  return `${parts.slice(0, -1).join(', ')}${comma} ${last} ${parts.at(-1)}`;
};
