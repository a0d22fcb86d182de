/** The files of the desk's page, by address, and a name for exactly this set: both put in by the build. */
declare const deskFiles: readonly string[];
declare const deskVersion: string;

// The library of types for pages has none for workers, and both cannot be had in one program.
interface Extendable extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetching extends Extendable {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface Clicked extends Extendable {
  readonly notification: { readonly tag: string; close(): void };
}
interface DeskWindow {
  readonly url: string;
  focus(): Promise<DeskWindow>;
  navigate(address: string): Promise<DeskWindow | null>;
}
interface Worker {
  readonly clients: {
    matchAll(options: { type: 'window'; includeUncontrolled: boolean }): Promise<DeskWindow[]>;
    openWindow(address: string): Promise<DeskWindow | null>;
  };
  addEventListener(event: 'notificationclick', listener: (event: Clicked) => void): void;
  addEventListener(event: 'install' | 'activate', listener: (event: Extendable) => void): void;
  addEventListener(event: 'fetch', listener: (event: Fetching) => void): void;
}

const worker = self as unknown as Worker;
const page = '/desk';
const prefix = 'jorge-hub-desk-';
const cacheName = prefix + deskVersion;
const files = new Set(deskFiles);

worker.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(cacheName)
      // Past the browser's own cache: a page of yesterday with the files of today would not start.
      .then((cache) => cache.addAll([page, ...files].map((address) => new Request(address, { cache: 'reload' })))),
  );
});

// A new version takes over once no page of the old one is open: page and files in a cache always fit each other.
worker.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => names.filter((name) => name.startsWith(prefix) && name !== cacheName))
      .then((old) => Promise.all(old.map((name) => caches.delete(name)))),
  );
});

/** The page comes from the hub whenever that answers, its hashed files from the cache; everything else is not touched. */
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return;
  if (request.mode === 'navigate' && isDesk(pathname)) event.respondWith(newestPage(request));
  else if (files.has(pathname)) event.respondWith(kept(pathname).then((found) => found ?? fetch(request)));
});

/** A notification that was pressed: the desk that is open comes to the front with its conversation, else one is opened. */
worker.addEventListener('notificationclick', (event) => {
  const { notification } = event;
  notification.close();
  event.waitUntil(showConversation(notification.tag));
});

async function showConversation(conversationId: string): Promise<void> {
  const address = `${page}/c/${encodeURIComponent(conversationId)}`;
  const open = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const desk = open.find(({ url }) => isDesk(new URL(url).pathname));
  if (desk === undefined) {
    await worker.clients.openWindow(address);
    return;
  }
  // Focus first, which the press on the notification allows only now; where it is refused the conversation is shown behind.
  const front = await desk.focus().catch(() => desk);
  // A page that was loaded before this worker was installed cannot be redirected by it.
  if (!front.url.endsWith(address)) await front.navigate(address).catch(() => worker.clients.openWindow(address));
}

const isDesk = (pathname: string): boolean => pathname === page || pathname.startsWith(`${page}/`);

async function newestPage(request: Request): Promise<Response> {
  try {
    const answer = await fetch(request);
    // A proxy in front answers for a hub that is down.
    return answer.status >= 500 ? ((await kept(page)) ?? answer) : answer;
  } catch (error) {
    const shell = await kept(page);
    if (!shell) throw error;
    return shell;
  }
}

const kept = async (address: string): Promise<Response | undefined> => (await caches.open(cacheName)).match(address);
