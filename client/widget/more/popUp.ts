/** A panel that a button opens: Esc, a press elsewhere and the button close it, and the focus goes back to the button. */
export function popUp(button: HTMLButtonElement, panel: HTMLElement, root: ShadowRoot) {
  panel.hidden = true;
  const set = (open: boolean) => {
    panel.hidden = !open;
    button.setAttribute('aria-expanded', String(open));
  };
  function close({ focus = true } = {}) {
    if (panel.hidden) return;
    set(false);
    if (focus) button.focus({ preventScroll: true });
  }
  const elsewhere = (event: Event) => {
    const path = event.composedPath();
    if (!path.includes(panel) && !path.includes(button)) close({ focus: false });
  };
  panel.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    // The sheet itself stays.
    event.stopPropagation();
    close();
  });
  root.addEventListener('pointerdown', elsewhere);
  return {
    close,
    toggle() {
      if (!panel.hidden) return close();
      set(true);
      panel.querySelector<HTMLElement>('button:not([hidden]):not(:disabled), select')?.focus({ preventScroll: true });
    },
    stop() {
      root.removeEventListener('pointerdown', elsewhere);
      set(false);
      panel.remove();
    },
  };
}
