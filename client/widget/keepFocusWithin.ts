/** Over the whole of a small screen the page behind cannot be seen: Tab goes round within the sheet, as in a dialog. */
export function keepFocusWithin(sheet: HTMLElement, event: KeyboardEvent) {
  if (!window.matchMedia('(max-width: 480px)').matches) return;
  const all = [...sheet.querySelectorAll<HTMLElement>('button, textarea, a[href], [tabindex="0"]')].filter(
    (element) => !element.matches(':disabled') && element.getClientRects().length > 0,
  );
  const [from, to] = event.shiftKey ? [all[0], all.at(-1)] : [all.at(-1), all[0]];
  if (!to || (sheet.getRootNode() as ShadowRoot).activeElement !== from) return;
  event.preventDefault();
  to.focus();
}
