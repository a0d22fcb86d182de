import { useSyncExternalStore } from 'react';

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

export const linkTo = (conversationId: string): string => `/desk/c/${encodeURIComponent(conversationId)}`;

export function goTo(conversationId: string | null): void {
  const path = conversationId === null ? '/desk' : linkTo(conversationId);
  if (path === location.pathname) return;
  history.pushState(null, '', path);
  for (const listener of [...listeners]) listener();
}
