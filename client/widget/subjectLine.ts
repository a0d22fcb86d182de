import type { WidgetSessionAnswer } from '../../src/contract/rest.ts';
import { adoptTheme } from './adoptTheme.ts';
import { make } from './make.ts';
import type { buildSheet } from './sheet.ts';
import { showLogo } from './showLogo.ts';
import { fill, type Speech } from './speech.ts';

/** Whose chat it is and what it is about, as the hub told it: name, logo, colours and clock of the brokerage, and the home of the page. */
export function subjectLine(ui: ReturnType<typeof buildSheet>, root: ShadowRoot, hub: string, speech: Speech) {
  let dropTheme = () => {};
  const { words } = speech;
  const bdi = (text: string) => make('bdi', {}, [text]);
  return {
    show({ brokerage, hourCycle, listing, theme, greeting, brokerageServicesUrl: href }: WidgetSessionAnswer) {
      speech.clock.hourCycle = hourCycle;
      if (href) Object.assign(ui.notice, { href, hidden: false });
      ui.brokerage.textContent = brokerage;
      dropTheme();
      dropTheme = adoptTheme(root, theme);
      // A logo that cannot be had is no fault of the talk.
      showLogo(ui.logo, theme?.logo === undefined ? null : new URL(theme.logo, hub).href).catch(() => undefined);
      ui.subject.hidden = !listing;
      if (listing)
        ui.subject.replaceChildren(bdi(listing.title), ' · ', bdi(speech.money(listing.priceCents, listing.currency)));
      ui.start.textContent = greeting ?? (listing ? fill(words.askAbout, { home: listing.title }) : words.askFirst);
    },
    drop: () => dropTheme(),
  };
}
