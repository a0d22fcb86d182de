const mostChars = 4000;

/** An object or a list as programs write them: words to answer, never slots. A bare number is a number. */
export function isData(text: string): boolean {
  if (!/^\s*[[{]/.test(text) || text.length > mostChars) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
