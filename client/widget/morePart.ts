import type { ChatHost, ChatMore, OpenMore } from './chatParts.ts';

const retriesMs = [2_000, 10_000, 30_000, 60_000];

/** The second part of the chat: loaded when it is wanted first, and tried again for as long as it does not come. */
export function morePart(load: () => Promise<OpenMore>, host: ChatHost, failed: () => void) {
  let part: ChatMore | null = null;
  let wanted = false;
  let stopped = false;
  let tries = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pressed: ((part: ChatMore) => void) | null = null;

  function fetchIt() {
    load().then(
      (open) => {
        if (stopped || part) return;
        part = open(host);
        pressed?.(part);
        host.redraw();
      },
      () => {
        if (stopped) return;
        // Without it words still go both ways: only a visitor who pressed something of it is told.
        if (pressed) failed();
        pressed = null;
        timer = setTimeout(fetchIt, retriesMs[Math.min(tries, retriesMs.length - 1)]);
        tries += 1;
      },
    );
  }
  function want() {
    if (wanted) return;
    wanted = true;
    fetchIt();
  }

  return {
    /** The part, once it is there. */
    get: () => part,
    want,
    /** Does something with the part, as soon as it is there. */
    press(action: (part: ChatMore) => void) {
      if (part) return action(part);
      pressed = action;
      if (!wanted) return want();
      clearTimeout(timer);
      fetchIt();
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
      part?.stop();
    },
  };
}
