const maxDepth = 16;
const maxKeys = 256;
const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Whether a payload is plain, shallow and small enough to be looked at: before any schema, without recursion, because a
 * schema or a stringify walks what it is given and 5,000 levels fit into 10 KB.
 */
export function isPlainAndSmall(payload: unknown): boolean {
  const open: { value: unknown; depth: number }[] = [{ value: payload, depth: 1 }];
  let keys = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, depth } = next;
    if (value === null || typeof value !== 'object') continue;
    if (depth > maxDepth || ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return false;
    const names = Object.keys(value);
    keys += names.length;
    if (keys > maxKeys) return false;
    for (const name of names) {
      if (forbiddenKeys.has(name)) return false;
      const part = (value as Record<string, unknown>)[name];
      // A schema compares the length of whatever has one, and throws where that cannot be compared.
      if (name === 'length' && typeof part === 'object') return false;
      open.push({ value: part, depth: depth + 1 });
    }
  }
  return true;
}
