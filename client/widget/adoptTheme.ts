import type { WidgetTheme } from '../../src/contract/rest/widgetSessions.ts';
import { adoptStyles } from './createElement.ts';

const isColour = (text: string): boolean => /^#[0-9a-f]{6}$/.test(text);

/** Puts the brokerage's own colors over the widget's, by day and by night. Returns what takes them away; nothing happens without any. */
export function adoptTheme(root: ShadowRoot, theme: WidgetTheme | undefined): () => void {
  if (!theme || ![theme.accent, theme.onAccent, theme.darkAccent, theme.onDarkAccent].every(isColour)) return () => {};
  const coloured = (accent: string, on: string) => `:host{--accent:${accent}!important;--on-accent:${on}!important}`;
  const night = coloured(theme.darkAccent, theme.onDarkAccent);
  return adoptStyles(root, `${coloured(theme.accent, theme.onAccent)}@media (prefers-color-scheme:dark){${night}}`);
}
