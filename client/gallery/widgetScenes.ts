import type { Entry } from '../../src/contract/log/entry.ts';
import type { WidgetSessionAnswer } from '../../src/contract/rest/widgetSessions.ts';
import { adoptStyles } from '../widget/createElement.ts';
import { directionOf, languageOf } from '../widget/languages.ts';
import launcherCss from '../widget/launcher.css?inline';
import { makeLauncher } from '../widget/launcher.ts';
import { launcherWords } from '../widget/launcherWords.ts';
import { openMore } from '../widget/more/openMore.ts';
import { openChat } from '../widget/openChat.ts';
import { type Fixture, fixtureHub } from './fixtureHub.ts';
import {
  arabic,
  buyerTalk,
  hostile,
  inMinutes,
  jorge,
  logged,
  longName,
  longText,
  maya,
  said,
  unbroken,
  visitor,
} from './fixtures.ts';
import { answerFiles, talkWithFiles } from './sampleFiles.ts';
import type { Scene } from './scene.ts';

const listing = {
  listingId: 'home-1',
  title: '2417 Ashby Hollow Drive',
  priceCents: 68_900_000,
  currency: 'USD',
};
/** A picture of its own, so that the gallery asks nobody. */
const logo =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAHgAAAAwCAIAAABVDSmEAAAA2UlEQVR42u3aMQ4DIRBDUd9kT5KL5fJOkSZdsiIYC77lHukhmGb0vB40UEEANNAUaKCBRgFooCnQQAONwtbQtoFOKL8D9HTizwCdUD7EWsuJD+FWj/Le1qpS3thaVcR/5+65PHUqj+u0vRV1Eo/odH5NKle+RdM8CdSv/KNL+dRVP/FXmoapm4B2NpOObof2isw7uhHa+6YI2rtnPbRPyjJoH5k0tM9OAtpk2FooZ7gFcYZbKGe4hXKGWxBnrIVyhlsQZ7iFcoZbiGS4WdtlPxpoCjTQQEOQ6QuGLmdx5f64rwAAAABJRU5ErkJggg==';
interface Look extends Pick<WidgetSessionAnswer, 'theme' | 'greeting'> {
  locale?: string;
  open?: boolean;
  title?: string;
  before?(hub: string): void;
  /** The buttons to press, one after the other, as each appears. */
  press?: readonly string[];
}

/** Answers that nobody has a photo, and leaves all other calls as they are. */
const withNoPhotos =
  (usual: typeof fetch): typeof fetch =>
  async (input, init) =>
    String(input).includes('/photos/') ? new Response(null, { status: 204 }) : usual(input, init);

function widget(name: string, title: string, sees: string, fixture: Fixture, look: Look = {}): Scene {
  const { locale = 'en-US', open = true } = look;
  return {
    name: `widget-${name}`,
    title: `Widget: ${title}`,
    sees,
    draw(into) {
      const hub = `https://${name}.example`;
      const language = languageOf(locale);
      const host = document.createElement('div');
      host.lang = language;
      host.dir = directionOf(language);
      const root = host.attachShadow({ mode: 'open' });
      adoptStyles(root, launcherCss);
      const { button, teaser } = makeLauncher(launcherWords[language], true);
      teaser.hidden = open;
      root.append(teaser, button);
      const main = document.createElement('main');
      main.append(Object.assign(document.createElement('h1'), { textContent: 'A page on another site' }), host);
      into.append(main);
      window.fetch = withNoPhotos(window.fetch);
      look.before?.(hub);
      // A visitor who has chatted before is connected at once, so that a closed chat can count what came.
      if (!open) localStorage.setItem(`jorge-hub:${hub}:site:visitor`, 'token');
      const chat = openChat(
        host,
        root,
        { hub, siteKey: 'site', listingId: 'home-1', locale, keepViews: true },
        {
          connect: () => fixtureHub(fixture),
          loadMore: () => Promise.resolve(openMore),
          session: ({ onAnswer }) => {
            queueMicrotask(() =>
              onAnswer({
                token: '',
                visitorId: 'visitor-1',
                visitorToken: '',
                expiresInSeconds: 3600,
                brokerage: look.title ?? 'Barton Ridge Realty',
                hourCycle: 'h12',
                listing: { ...listing, title: look.title ?? listing.title },
                ...(look.theme === undefined ? {} : { theme: look.theme }),
                ...(look.greeting === undefined ? {} : { greeting: look.greeting }),
              }),
            );
            return { getToken: () => Promise.resolve(''), identify: () => undefined, isAfterSomebody: () => false };
          },
        },
      );
      const stopPressing = pressInTurn(root, look.press ?? []);
      host.toggleAttribute('open', open);
      button.setAttribute('aria-expanded', String(open));
      chat.show(open);
      return () => {
        stopPressing();
        chat.stop();
        main.remove();
      };
    },
  };
}

/** Presses each of the parts once it is there to be pressed. */
function pressInTurn(root: ShadowRoot, selectors: readonly string[]): () => void {
  const left = [...selectors];
  const timer = setInterval(() => {
    const part = root.querySelector<HTMLElement>(left[0] ?? 'none');
    if (left.length === 0) clearInterval(timer);
    if (!part || part.getClientRects().length === 0) return;
    left.shift();
    part.click();
  }, 20);
  return () => clearInterval(timer);
}

/** A talk that ends with a question to Jorge: the visitor sees, a moment later, that he writes. */
const asked = buyerTalk.filter(({ type }) => type === 'message-created');
const talk = [...asked, said(jorge, 'I hear you on the price. Which homes are you comparing it with?')];
const ask = (entry: Entry[]): Fixture => ({ entries: entry });
const home = (no: number, title: string) => ({
  listingId: `home-${no}`,
  title,
  priceCents: 50_000_000 + no * 1_250_000,
  currency: 'USD',
  beds: 3,
  baths: 2.5,
  areaSqft: 1640,
  url: 'https://homes.example/1',
  attribution: 'Listed by Barton Ridge Realty',
  ...(no === 1 ? { marks: ['new' as const, 'price-drop' as const], earlierPriceCents: 52_500_000 } : {}),
});
const cards = {
  type: 'listing-cards' as const,
  actor: jorge,
  data: { items: [home(1, '908 Kinney Oaks Court'), home(2, longName), home(3, '1450 Bluebonnet Lane')] },
};
const times = {
  type: 'slots-offered' as const,
  actor: jorge,
  data: {
    offerId: 'offer-1',
    slots: [
      { slotId: 'a', startsAt: inMinutes(1440), endsAt: inMinutes(1470), label: '10:30 AM' },
      { slotId: 'b', startsAt: inMinutes(2880), endsAt: inMinutes(2910), label: '2:00 PM' },
    ],
    expiresAt: inMinutes(60),
    zone: 'America/Chicago',
  },
};
const visit = {
  type: 'appointment-changed' as const,
  actor: jorge,
  data: {
    appointmentId: 'a',
    state: 'booked' as const,
    startsAt: inMinutes(1440),
    endsAt: inMinutes(1470),
    kind: 'viewing' as const,
    with: 'Maya Torres',
    zone: 'America/Chicago',
    home: {
      listingId: 'home-1',
      title: '2417 Ashby Hollow Drive',
      address: '2417 Ashby Hollow Drive, Austin, TX 78704',
    },
  },
};
const unsent = (hub: string, commandId: string, text: string, refusal?: { code: string; message: string }) =>
  localStorage.setItem(
    `jorge-hub:${hub}:site:outbox:${commandId}`,
    JSON.stringify({ commandId, payload: { text }, at: Date.now(), state: refusal ? 'failed' : 'waiting', refusal }),
  );

export const widgetScenes: Scene[] = [
  widget('launcher', 'the prompt at first sight', '.teaser', {}, { open: false }),
  widget(
    'unread',
    'a reply that came while closed',
    '.toast',
    { entries: logged(talk), later: logged([...talk, said(jorge, 'One more thing.')]).slice(-1) },
    { open: false },
  ),
  widget('start', 'nothing said yet', '.chips button', {}),
  widget('connecting', 'not reached yet', '.status', { connection: 'unreached' }),
  widget('talk', 'a conversation', '.bot', ask(logged(talk))),
  widget('sources', 'the facts behind a message', '.sources li', ask(logged(talk)), { press: ['.sources button'] }),
  widget('choices', 'quick replies', '.chips button', ask(logged(talk.slice(0, 2)))),
  widget('streaming', 'a reply grows', '.streaming', {
    entries: logged(asked),
    streams: [{ streamId: 'r', kind: 'reply', text: 'I understand. Compared with' }],
  }),
  widget('typing', 'Jorge is writing', '.typing', { entries: logged(asked), typing: { kind: 'bot' } }),
  widget('homes', 'homes', '.homes', ask(logged([...talk, cards]))),
  widget('times', 'times to choose', '.times button', ask(logged([...talk, times]))),
  ...(['held', 'cancelled', 'failed'] as const).map((state) =>
    widget(
      state,
      state,
      '.notice',
      ask(
        logged([
          ...talk,
          times,
          { type: 'appointment-changed', actor: jorge, data: { appointmentId: 'a', state, startsAt: inMinutes(1440) } },
        ]),
      ),
    ),
  ),
  widget('visit', 'a booked showing and the chosen time', '.visit-card', ask(logged([...talk, times, visit]))),
  widget('menu', 'the menu', '.menu:not([hidden])', ask(logged(talk)), { press: ['.sheet [aria-label="More"]'] }),
  widget('end', 'confirming the end of the chat', '.end-ask:not([hidden])', ask(logged(talk)), {
    press: ['.sheet [aria-label="More"]', '.menu > button:nth-of-type(3)'],
  }),
  widget('emoji', 'the emoji picker', '.emoji-list:not([hidden])', ask(logged(talk)), {
    press: ['.emoji'],
  }),
  widget('time-told', 'the time of a message', '.timed', ask(logged(talk)), { press: ['.message.bot .text'] }),
  widget(
    'rated',
    'rated at the end, with a booked showing',
    '.given',
    {
      entries: logged([...talk, visit, { type: 'conversation-changed', actor: maya, data: { mode: 'closed' } }]),
      mode: 'closed',
    },
    { press: ['.stars button:nth-child(4)'] },
  ),
  widget('person', 'a person answers', '.message.person', {
    entries: logged([
      ...talk,
      { type: 'conversation-changed', actor: maya, data: { mode: 'human', agentName: 'Maya' } },
      said(maya, 'Hello, this is Maya.'),
    ]),
    mode: 'human',
  }),
  widget('waiting', 'the team has been notified', '.notice', {
    entries: logged([...talk, { type: 'conversation-changed', actor: visitor, data: { mode: 'waiting' } }]),
    mode: 'waiting',
  }),
  widget('away', 'closed: when someone is back, in the brokerage’s words', '.notice', {
    entries: logged([
      ...talk,
      {
        type: 'conversation-changed',
        actor: visitor,
        data: { mode: 'waiting', reason: 'asked-for-person', expectedAt: inMinutes(2 * 1440) },
      },
      said(jorge, 'Our office is closed on Sundays. Leave a number if you would like a call on Monday.'),
    ]),
    mode: 'waiting',
  }),
  widget('stopped', 'after STOP', 'text=You can still chat here', {
    entries: logged([
      ...talk,
      said(visitor, 'STOP'),
      said(
        jorge,
        'Understood. Barton Ridge Realty won’t send you any more messages. If you ever want to come back, write START here.',
      ),
      { type: 'conversation-changed', actor: jorge, data: { mode: 'waiting', reason: 'opted-out' } },
    ]),
    mode: 'waiting',
  }),
  widget(
    'own-look',
    'custom colors, logo, and greeting',
    '.logo:not([hidden])',
    {},
    {
      theme: { accent: '#7a1f3d', onAccent: '#ffffff', darkAccent: '#f7a8c0', onDarkAccent: '#0b1211', logo },
      greeting: 'Welcome to Barton Ridge. What would you like to know?',
    },
  ),
  widget('closed', 'ended', '.again', {
    entries: logged([...talk, { type: 'conversation-changed', actor: visitor, data: { mode: 'closed' } }]),
    mode: 'closed',
  }),
  widget('offline', 'connection lost', '.status', { entries: logged(talk), connection: 'stale' }),
  widget('refused', 'a message was refused', '.trouble', ask(logged(talk)), {
    before: (hub) => unsent(hub, 'c-1', 'Hello?', { code: 'POLICY_BLOCKED', message: 'It was not accepted.' }),
  }),
  widget('blocked', 'blocked', 'text=isn’t available to you', {
    connection: 'unreached',
    heldOffBy: 'FORBIDDEN',
  }),
  widget('crowded', 'too many from one network', 'text=Too many chats are open', {
    connection: 'unreached',
    heldOffBy: 'CONNECTION_LIMIT',
  }),
  widget('too-long', 'text too long for one message', '.hint:not([hidden])', ask(logged(talk)), {
    before: (hub) => sessionStorage.setItem(`jorge-hub:${hub}:site:draft`, longText),
  }),
  widget('not-here', 'not available here', '.status', { connection: 'ORIGIN_DENIED' }),
  widget(
    'long-message',
    '10,000 characters',
    '.you',
    ask(logged([said(visitor, longText), said(jorge, 'Thank you.')])),
  ),
  widget(
    'unbroken',
    '4,000 characters without a space',
    '.you',
    ask(logged([said(visitor, unbroken), said(jorge, 'Thank you.')])),
  ),
  widget('files', 'photos and documents', '.photo', ask(logged(talkWithFiles)), {
    before: () => {
      window.fetch = answerFiles();
    },
  }),
  widget('files-missing', 'photos that don’t load', '.photo', ask(logged(talkWithFiles)), {
    before: () => {
      window.fetch = answerFiles(true);
    },
  }),
  widget('hostile', 'markup, links, bidi marks', '.bot', ask(logged([said(jorge, hostile)]))),
  widget('long-names', 'long names', '.bot', ask(logged(talk)), { title: longName }),
  widget('spanish', 'Spanish', '.bot', ask(logged([...talk, cards, times])), { locale: 'es-MX' }),
  widget('german', 'German', '.bot', ask(logged([...talk, cards, times])), { locale: 'de-DE' }),
  widget('korean', 'Korean', '.bot', ask(logged([...talk, cards, times])), { locale: 'ko-KR' }),
  widget('right-to-left', 'Arabic', '.bot', ask(logged([said(visitor, arabic), said(jorge, arabic), cards, times])), {
    locale: 'ar-EG',
  }),
];
