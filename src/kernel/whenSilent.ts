/**
 * Calls `act` when nobody has canceled it for `silentMs`. Sockets are read once more before: a process that was busy itself for so long
 * finds there what was answered in time. Returns the way to cancel it.
 */
export function whenSilent(silentMs: number, act: () => void): () => void {
  let reading: NodeJS.Immediate | undefined;
  const timer = setTimeout(() => {
    reading = setImmediate(act);
  }, silentMs);
  return () => {
    clearTimeout(timer);
    clearImmediate(reading);
  };
}
