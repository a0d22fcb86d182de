import type { Given, PathOf, RouteAnswer } from '../../src/contract/rest/routes.ts';
import { adoptTheme } from './adoptTheme.ts';
import { adoptStyles, createElement } from './createElement.ts';
import { directionOf, languageOf } from './languages.ts';
import launcherCss from './launcher.css?inline';
import { makeLauncher } from './launcher.ts';
import { launcherWords } from './launcherWords.ts';
import { readStorage, writeStorage } from './readStorage.ts';
import {
  anonymousKeyOf,
  clearVisitorStorage,
  endStoredSessions,
  languageKeyOf,
  signedKeyOf,
  storageKeyOf,
} from './visitorStorage.ts';
import { emitToPage, onWidgetEvent, type WidgetEvents } from './widgetEvents.ts';

/** The controls of a page over its chat, once the script's `load` event has come. */
interface WidgetApi {
  open(): void;
  close(): void;
  /** Says who the visitor is, by a token that the page's own server signed. A refusal comes as an `error` event. */
  identify(identityToken: string): void;
  /**
   * Forgets the visitor: nothing of them is left in this browser, and its tokens are void, so the next person is another visitor.
   * Other devices of the same person go on. For when somebody signs out, and for shared computers. False: the hub could not be
   * told.
   */
  forget(): Promise<boolean>;
  /** Returns a function that stops listening. */
  on<E extends keyof WidgetEvents>(event: E, listener: (detail: WidgetEvents[E]) => void): () => void;
}

declare global {
  interface Window {
    JorgeHub?: WidgetApi;
  }
}

/** The part of Trusted Types that is needed here; the library of types for pages has none. */
interface ScriptUrlPolicies {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
}

/** Name and checksum of the built app, put in by the build: its hash lets it be cached forever while this file is not. */
declare const widgetAppFile: string;
declare const widgetAppIntegrity: string;

type Look = 'GET /widget/look';

const lookPatienceMs = 1_000;

/**
 * The script that a page embeds: `<script src="https://hub/widget.js" data-site-key="…" async></script>`. Shows the launcher at once and
 * loads the chat only when the visitor goes for it, or when the browser is idle and the visitor has chatted here before.
 */
function start(script: HTMLScriptElement) {
  const hub = script.dataset.hub ?? new URL(script.src).origin;
  const siteKey = script.dataset.siteKey ?? '';
  const listingId =
    script.dataset.listingId ?? document.querySelector<HTMLMetaElement>('meta[name="jorge-listing"]')?.content;
  const storageKey = storageKeyOf(hub, siteKey);
  const locale = script.dataset.locale || navigator.language || 'en';
  const language = languageOf(readStorage('local', languageKeyOf(storageKey)) ?? locale);
  const words = launcherWords[language];

  // The element is made before its class exists: the app brings the class and takes over what stands here.
  const chat: HTMLElement & {
    identityToken?: string;
    loadScript?(file: string, integrity: string): Promise<void>;
  } = document.createElement('jorge-chat');
  Object.assign(chat.dataset, { hub, siteKey, locale });
  if (listingId) chat.dataset.listingId = listingId;
  if (script.dataset.keepViews) chat.dataset.keepViews = script.dataset.keepViews;
  chat.lang = language;
  chat.dir = directionOf(language);
  const root = chat.attachShadow({ mode: 'open' });
  let dropTheme = () => {};
  let dropOpener = () => {};
  adoptStyles(root, launcherCss);

  /** The launcher shows once its colors are known: those that were kept, else those that the hub tells, else its own. */
  function wearLook() {
    const key = `${storageKey}:look`;
    const wear = (look: string) => {
      try {
        const { theme, opener } = JSON.parse(look) as RouteAnswer<Look>;
        dropTheme();
        dropTheme = adoptTheme(root, theme);
        waitForOpener(opener);
      } catch (error) {
        // A value that was cut off by a full storage: the hub's answer comes anyway.
        if (!(error instanceof SyntaxError)) throw error;
      }
    };
    const show = () => chat.removeAttribute('unready');
    const kept = readStorage('local', key);
    if (kept !== null) wear(kept);
    chat.toggleAttribute('unready', kept === null);
    setTimeout(show, lookPatienceMs);
    const query = new URLSearchParams({ siteKey } satisfies Given<Look>['query']);
    fetch(`${hub}/api/v1${'/widget/look' satisfies PathOf<Look>}?${query}`, { credentials: 'omit' })
      .then((answer) => (answer.ok ? answer.text() : null))
      .then((look) => {
        if (look === null || look === kept) return;
        writeStorage('local', key, look);
        wear(look);
      })
      // If the hub cannot be reached, the visitor learns it when they open the chat.
      .catch(() => undefined)
      .finally(show);
  }

  const teaserKey = `${storageKey}:teaser`;
  const { button: launcher, ask, later, teaser } = makeLauncher(words, listingId !== undefined);
  teaser.hidden = readStorage('session', teaserKey) !== null;
  root.append(teaser, launcher);
  wearLook();

  /** If the site wants it so, a greeting comes after a while or some way down the page instead of the word at first sight. */
  function waitForOpener(opener: RouteAnswer<Look>['opener']) {
    dropOpener();
    const isSeen = () => readStorage('session', teaserKey) !== null || chat.hasAttribute('open');
    if (!opener || isSeen()) return;
    teaser.hidden = true;
    const greet = () => {
      dropOpener();
      if (isSeen() || !chat.isConnected) return;
      teaser.classList.add('greeting');
      ask.textContent = `${words.hi} ${listingId === undefined ? words.site : words.home}`;
      teaser.hidden = false;
    };
    const { seconds, scrollPercent } = opener;
    const timer = seconds === null ? undefined : setTimeout(greet, seconds * 1_000);
    const onScroll = () => {
      const { scrollHeight, clientHeight } = document.documentElement;
      const percent = (window.scrollY / Math.max(1, scrollHeight - clientHeight)) * 100;
      if (scrollPercent !== null && percent >= scrollPercent) greet();
    };
    window.addEventListener('scroll', onScroll, { passive: true });
    dropOpener = () => {
      clearTimeout(timer);
      window.removeEventListener('scroll', onScroll);
    };
  }

  // A page may demand that the address of a script comes from a policy with a name that it can allow.
  const { trustedTypes } = window as { trustedTypes?: ScriptUrlPolicies };
  const policy = trustedTypes?.createPolicy('jorge-hub', { createScriptURL: (url) => url });
  // A page that pins this file pins what it loads as well.
  const pinned = script.integrity !== '';

  const loadScript = (file: string, integrity: string) =>
    new Promise<void>((loaded, failed) => {
      const url = `${hub}/${file}`;
      const tag = createElement('script');
      tag.src = policy?.createScriptURL(url) ?? url;
      if (pinned) Object.assign(tag, { integrity, crossOrigin: 'anonymous' });
      if (script.nonce) tag.nonce = script.nonce;
      tag.onload = () => loaded();
      tag.onerror = () => {
        tag.remove();
        failed(new Error(`not loaded: ${file}`));
      };
      root.append(tag);
    });
  chat.loadScript = loadScript;

  let loading = false;
  async function load() {
    // A page that swaps its content may have had a chat before: its class is still there.
    if (loading || customElements.get('jorge-chat')) return;
    loading = true;
    launcher.setAttribute('aria-busy', 'true');
    const loaded = loadScript(widgetAppFile, widgetAppIntegrity).catch((error: unknown) => {
      // A loader that was cached over an update of the hub asks for a name that is gone; the plain name is always there.
      if (pinned) throw error;
      return loadScript('widget-app.js', '');
    });
    await loaded.catch(() => {
      loading = false;
      close();
      ask.textContent = words.failed;
      teaser.hidden = false;
      emitToPage(chat, 'error', { code: 'LOAD_FAILED', message: launcherWords.en.failed });
    });
    launcher.removeAttribute('aria-busy');
  }

  function hideTeaser() {
    teaser.hidden = true;
    writeStorage('session', teaserKey, 'seen');
  }
  function show(open: boolean) {
    if (chat.hasAttribute('open') === open) return;
    chat.toggleAttribute('open', open);
    chat.removeAttribute('unready');
    launcher.setAttribute('aria-expanded', String(open));
    launcher.setAttribute('aria-label', open ? words.close : words.open);
    emitToPage(chat, open ? 'open' : 'close', {});
  }
  function open() {
    hideTeaser();
    load();
    show(true);
  }
  const close = () => show(false);

  launcher.addEventListener('click', () => (chat.hasAttribute('open') ? close() : open()));
  for (const sign of ['pointerenter', 'focus', 'touchstart'])
    launcher.addEventListener(sign, () => load(), { once: true, passive: true });
  ask.addEventListener('click', open);
  later.addEventListener('click', hideTeaser);
  chat.addEventListener('chat-close', () => {
    close();
    launcher.focus();
  });
  window.JorgeHub = {
    open,
    close,
    identify(identityToken) {
      if (typeof identityToken !== 'string' || identityToken === '')
        return emitToPage(chat, 'error', {
          code: 'AUTH_INVALID',
          message: 'identify() needs the token that your server signed.',
        });
      if (identityToken === chat.identityToken) return;
      chat.identityToken = identityToken;
      chat.dispatchEvent(new Event('chat-identify'));
      // Only a signed-in visitor who has chatted here before gets news: without a proof of identity nobody knows that it is them.
      if (readStorage('local', signedKeyOf(storageKey)) !== null) load();
    },
    forget() {
      const told = endStoredSessions(hub, siteKey);
      delete chat.identityToken;
      clearVisitorStorage(storageKey);
      chat.dispatchEvent(new Event('chat-restart'));
      return told;
    },
    on: (event, listener) => onWidgetEvent(chat, event, listener),
  };

  const place = () => {
    document.body.append(chat);
    if (readStorage('local', anonymousKeyOf(storageKey)) === null) return;
    const idle = window.requestIdleCallback ?? ((action: () => void) => setTimeout(action, 1_500));
    idle(() => load());
  };
  if (document.body) place();
  else document.addEventListener('DOMContentLoaded', place, { once: true });
}

const script = document.currentScript;
// A page that runs the tag twice, or swaps its content without a reload, keeps the one chat it has.
if (script instanceof HTMLScriptElement && script.src && !document.querySelector('jorge-chat')) start(script);
