import { useMemo, useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  window.addEventListener('popstate', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('popstate', listener);
  };
};

const openId = (): string | null => {
  const match = /^\/desk\/c\/([^/]+)\/?$/.exec(location.pathname);
  return match?.[1] ? decodeURIComponent(match[1]) : null;
};

/** The conversation that the address names: a link to it opens it. */
export const useOpenId = (): string | null => useSyncExternalStore(subscribe, openId);

/** Whether it is that one that the address names by now. */
export const isOpen = (conversationId: string): boolean => openId() === conversationId;

export const linkTo = (conversationId: string): string => `/desk/c/${encodeURIComponent(conversationId)}`;

/** The path of the page, followed as it changes. */
export const usePath = (): string => useSyncExternalStore(subscribe, () => location.pathname);

export const goTo = (conversationId: string | null): void =>
  goToPath(conversationId === null ? '/desk' : linkTo(conversationId));

/** Opens a conversation with one of its lines in view; a link to it does the same. */
export const goToLine = (conversationId: string, log: 'public' | 'internal', seq: number): void =>
  goToPath(seq === 0 ? linkTo(conversationId) : `${linkTo(conversationId)}#${log}-${seq}`);

const openHash = (): string => location.hash;
/** The line that the address names, until it was shown. */
export function useOpenLine(): { log: 'public' | 'internal'; seq: number } | null {
  const hash = useSyncExternalStore(subscribe, openHash);
  return useMemo(() => {
    const match = /^#(public|internal)-(\d{1,9})$/.exec(hash);
    return match ? { log: match[1] as 'public' | 'internal', seq: Number(match[2]) } : null;
  }, [hash]);
}
/** The line was shown: the address is the conversation's again, and the same line can be asked for once more. */
export function lineWasShown(): void {
  history.replaceState(null, '', location.pathname);
  for (const listener of [...listeners]) listener();
}

export const goToSettings = (section?: string): void =>
  goToPath(section === undefined ? '/desk/settings' : `/desk/settings/${section}`);

function goToPath(path: string): void {
  if (path === location.pathname + location.hash) return;
  history.pushState(null, '', path);
  for (const listener of [...listeners]) listener();
}
