import type { BrowserContext, WebSocketRoute } from 'playwright-core';

/** A network that can be taken away from the pages of a profile, with the connections that stand. */
export async function networkOf(context: BrowserContext): Promise<(on: boolean) => Promise<void>> {
  const open = new Set<WebSocketRoute>();
  await context.routeWebSocket(/\/rt\//, (route) => {
    route.connectToServer();
    open.add(route);
  });
  return async (on) => {
    await context.setOffline(!on);
    if (on) return;
    for (const route of open) await route.close();
    open.clear();
  };
}
