/** Lets the browser keep the desk's page for times without a connection, and offer it as an app. */
export function keepForOffline(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  // Forbidden storage or a private window: the desk then works as a page, without an offline shell.
  navigator.serviceWorker.register('/deskWorker.js', { scope: '/desk', updateViaCache: 'none' }).catch(() => undefined);
}
