import type { WidgetSessionAnswer } from '../../src/contract/rest/widgetSessions.ts';
import { adoptTheme } from './adoptTheme.ts';
import { createElement } from './createElement.ts';
import type { buildSheet } from './sheet.ts';
import { showLogo } from './showLogo.ts';
import { fill, type Speech } from './speech.ts';

/**
 * Shows whose chat it is and what it is about, as the hub sent it: name, logo, colors and clock of the brokerage, and the home of
 * the page.
 */
export function subjectLine(ui: ReturnType<typeof buildSheet>, root: ShadowRoot, hub: string, speech: Speech) {
  let dropTheme = () => {};
  const { words } = speech;
  const bdi = (text: string) => createElement('bdi', {}, [text]);
  return {
    show({ brokerage, hourCycle, listing, theme, greeting, brokerageServicesUrl: href }: WidgetSessionAnswer) {
      speech.clock.hourCycle = hourCycle;
      if (href) Object.assign(ui.notice, { href, hidden: false });
      ui.brokerage.textContent = brokerage;
      dropTheme();
      dropTheme = adoptTheme(root, theme);
      // A logo that does not load is no fault of the talk.
      showLogo(ui.logo, theme?.logo === undefined ? null : new URL(theme.logo, hub).href).catch(() => undefined);
      ui.subject.hidden = !listing;
      if (listing)
        ui.subject.replaceChildren(bdi(listing.title), ' · ', bdi(speech.money(listing.priceCents, listing.currency)));
      ui.hello.textContent = greeting ?? (listing ? fill(words.hello, { home: listing.title }) : words.helloAny);
      ui.opening.hidden = false;
    },
    drop: () => dropTheme(),
  };
}
