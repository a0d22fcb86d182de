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

/** The id of the conversation in the page's address; a link to it opens it. */
export const useOpenId = (): string | null => useSyncExternalStore(subscribe, openId);

export const linkTo = (conversationId: string): string => `/desk/c/${encodeURIComponent(conversationId)}`;

/** The path of the page, followed as it changes. */
export const usePath = (): string => useSyncExternalStore(subscribe, () => location.pathname);

export const goTo = (conversationId: string | null): void =>
  goToPath(conversationId === null ? '/desk' : linkTo(conversationId));

/** Opens a conversation with one of its lines in view; a link to it does the same. */
export const goToLine = (...line: Parameters<typeof linkToLine>): void => goToPath(linkToLine(...line));
export const linkToLine = (conversationId: string, log: 'public' | 'internal', seq: number): string =>
  seq === 0 ? linkTo(conversationId) : `${linkTo(conversationId)}#${log}-${seq}`;

const openHash = (): string => location.hash;
/** The line that the address names, until it has been shown. */
export function useOpenLine(): { log: 'public' | 'internal'; seq: number } | null {
  const hash = useSyncExternalStore(subscribe, openHash);
  return useMemo(() => {
    const match = /^#(public|internal)-(\d{1,9})$/.exec(hash);
    return match ? { log: match[1] as 'public' | 'internal', seq: Number(match[2]) } : null;
  }, [hash]);
}
/** Takes the line out of the address once it was shown, so that the same line can be asked for again. */
export function lineWasShown(): void {
  history.replaceState(null, '', location.pathname);
  for (const listener of [...listeners]) listener();
}

/** The day that the calendar's address names, such as "2026-11-28"; null: today. */
export function useCalendarDay(): string | null {
  const day = /^\/desk\/calendar\/(\d{4}-\d\d-\d\d)\/?$/.exec(usePath())?.[1] ?? null;
  return day !== null && !Number.isNaN(Date.parse(day)) ? day : null;
}
export const goToCalendar = (day: string | null): void =>
  goToPath(day === null ? '/desk/calendar' : `/desk/calendar/${day}`);

/** The person whose page the address names; null: the list of all. */
export const usePersonId = (): string | null => {
  const match = /^\/desk\/leads\/([^/]+)\/?$/.exec(usePath());
  return match?.[1] ? decodeURIComponent(match[1]) : null;
};
/** The filter of the list of people, as the address names it. */
export const usePeopleSearch = (): string => useSyncExternalStore(subscribe, openSearch);
/** Names another filter, without a step back to the one before. */
export function showPeople(search: string): void {
  history.replaceState(null, '', location.pathname + search);
  for (const listener of [...listeners]) listener();
}
export const linkToPerson = (leadId: string): string => `/desk/leads/${encodeURIComponent(leadId)}`;

/** No home has such an id. */
export const newHome = '+new';
/** The id of the home whose page the address names, or `newHome`; null: the list of all. */
export const useHomeId = (): string | null => {
  const id = /^\/desk\/homes\/([^/]+)\/?$/.exec(usePath())?.[1];
  return id === undefined ? null : decodeURIComponent(id);
};
export const linkToHome = (listingId: string): string => `/desk/homes/${listingId}`;

/** The subject of the workbench: a home, a lead, and the conversation that the words may go into. */
export interface WriteAbout {
  home: string | null;
  lead: string | null;
  talk: string | null;
}
const openSearch = (): string => location.search;
export function useWriteAbout(): WriteAbout {
  const search = useSyncExternalStore(subscribe, openSearch);
  return useMemo(() => {
    const given = new URLSearchParams(search);
    return { home: given.get('home'), lead: given.get('lead'), talk: given.get('talk') };
  }, [search]);
}
export function linkToWrite(about: Partial<Record<keyof WriteAbout, string | undefined>>): string {
  const given = Object.entries(about).filter((one): one is [string, string] => one[1] !== undefined);
  return given.length === 0 ? '/desk/write' : `/desk/write?${new URLSearchParams(given)}`;
}

/** The stories whose progress the address names, of an order for several. */
export const useBatchId = (): string | null =>
  new URLSearchParams(useSyncExternalStore(subscribe, openSearch)).get('batch');
export const linkToBatch = (batchId: string): string => `/desk/write?batch=${encodeURIComponent(batchId)}`;

/** The report whose page the address names; null: the list of all. */
export const useReportId = (): string | null => {
  const match = /^\/desk\/reports\/([^/]+)\/?$/.exec(usePath());
  return match?.[1] ? decodeURIComponent(match[1]) : null;
};
export const linkToReport = (reportId: string): string => `/desk/reports/${encodeURIComponent(reportId)}`;

/** The experiment whose page the address names; null: the list of all. */
export const useExperimentId = (): string | null => {
  const match = /^\/desk\/experiments\/([^/]+)\/?$/.exec(usePath());
  return match?.[1] ? decodeURIComponent(match[1]) : null;
};
export const linkToExperiment = (experimentId: string): string =>
  `/desk/experiments/${encodeURIComponent(experimentId)}`;

export const linkToSettings = (section?: string): string =>
  section === undefined ? '/desk/settings' : `/desk/settings/${section}`;
export const goToSettings = (section?: string): void => goToPath(linkToSettings(section));

export function goToPath(path: string): void {
  if (path === location.pathname + location.search + location.hash) return;
  history.pushState(null, '', path);
  for (const listener of [...listeners]) listener();
}
