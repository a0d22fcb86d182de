/**
 * Tells in the tab's title how much is unread, and gives the page its own title back: the page may have changed it meanwhile, then that
 * one stands.
 */
export function titleCount() {
  let own = '';
  let shown: string | null = null;

  function restore() {
    if (shown !== null && document.title === shown) document.title = own;
    shown = null;
  }
  return {
    show(unread: number) {
      if (unread === 0) return restore();
      // The present title is the page's own, unless we set it.
      if (document.title !== shown) own = document.title;
      shown = `(${unread > 9 ? '9+' : unread}) ${own}`;
      if (document.title !== shown) document.title = shown;
    },
    stop: restore,
  };
}
