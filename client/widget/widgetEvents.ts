/** The events of `JorgeHub.on`. No words of the conversation are among them. */
export interface WidgetEvents {
  open: Record<string, never>;
  close: Record<string, never>;
  /** Somebody else's message is there. */
  message: { from: 'bot' | 'person' };
  unread: { count: number };
  /** `code` as in the table of errors, or `LOAD_FAILED` when the chat's script did not come. */
  error: { code: string; message: string };
}

const nameOf = (event: keyof WidgetEvents) => `hub-${event}`;

/** The element carries the events, so that they end with it. */
export function emitToPage<E extends keyof WidgetEvents>(element: HTMLElement, event: E, detail: WidgetEvents[E]) {
  element.dispatchEvent(new CustomEvent(nameOf(event), { detail }));
}

/** Returns a function that stops listening. */
export function onWidgetEvent<E extends keyof WidgetEvents>(
  element: HTMLElement,
  event: E,
  listener: (detail: WidgetEvents[E]) => void,
): () => void {
  const hear = (told: Event) => listener((told as CustomEvent<WidgetEvents[E]>).detail);
  element.addEventListener(nameOf(event), hear);
  return () => element.removeEventListener(nameOf(event), hear);
}
