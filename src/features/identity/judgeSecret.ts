const leastCharacters = 32;
const leastDifferent = 10;
const placeholder =
  /change.?(?:me|this|it)|replace.?(?:me|this|it)|placeholder|example|your.?(?:own.?)?secret|password|openssl/i;

/** Says what makes a signing secret weak; null when nothing does. A weak one can be found from any token without asking the hub. */
export function judgeSecret(secret: string): string | null {
  if (secret.length < leastCharacters) return `it has fewer than ${leastCharacters} characters`;
  if (new Set(secret).size < leastDifferent) return `it has fewer than ${leastDifferent} different characters`;
  if (placeholder.test(secret)) return 'it is a placeholder from an example';
  return null;
}
