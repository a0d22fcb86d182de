import type { WidgetLookAnswer } from '../../src/contract/rest.ts';
import { adoptTheme } from './adoptTheme.ts';
import { anonymousKeyOf, endKeptSessions, forgetKept, signedKeyOf, storageKeyOf } from './keptOfVisitor.ts';
import { directionOf, languageOf } from './languages.ts';
import launcherCss from './launcher.css?inline';
import { makeLauncher } from './launcher.ts';
import { launcherWords } from './launcherWords.ts';
import { adoptStyles, make } from './make.ts';
import { recall, remember } from './recall.ts';
import { hearWidget, tellPage, type WidgetEvents } from './widgetEvents.ts';

/** What a page can do with its chat, once the script's `load` event has come. */
interface WidgetApi {
  open(): void;
  close(): void;
  /** Says who the visitor is, by a token that the page's own server signed. A refusal comes as an `error` event. */
  identify(identityToken: string): void;
  /**
   * Nothing of who chatted here is left in this browser, and the tokens it had are of no use any more: the next person is another
   * visitor. Other devices of the same person go on. For when somebody signs out, and for computers that people share. False: the hub could not be told.
   */
  forget(): Promise<boolean>;
  /** Returns what stops listening. */
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

/** Name and checksum of the built app, put in by the build: its hash lets it be cached for ever while this file is not. */
declare const widgetAppFile: string;
declare const widgetAppIntegrity: string;

const lookPatienceMs = 1_000;

/**
 * What a page embeds: `<script src="https://hub/widget.js" data-site-key="…" async></script>`. Shows the launcher at once and
 * loads the chat only when the visitor goes for it, or when the browser is idle and the visitor has chatted here before.
 */
function start(script: HTMLScriptElement) {
  const hub = script.dataset.hub ?? new URL(script.src).origin;
  const siteKey = script.dataset.siteKey ?? '';
  const listingId =
    script.dataset.listingId ?? document.querySelector<HTMLMetaElement>('meta[name="jorge-listing"]')?.content;
  const storageKey = storageKeyOf(hub, siteKey);
  const locale = script.dataset.locale || navigator.language || 'en';
  const language = languageOf(locale);
  const words = launcherWords[language];

  // The element is made before its class exists: the app brings the class and takes over what stands here.
  const chat: HTMLElement & { identityToken?: string } = document.createElement('jorge-chat');
  Object.assign(chat.dataset, { hub, siteKey, locale });
  if (listingId) chat.dataset.listingId = listingId;
  chat.lang = language;
  chat.dir = directionOf(language);
  const root = chat.attachShadow({ mode: 'open' });
  let dropTheme = () => {};
  adoptStyles(root, launcherCss);

  wearLook();

  /** The launcher shows once its colours are known: those that were kept, else those that the hub tells, else its own. */
  function wearLook() {
    const key = `${storageKey}:look`;
    const wear = (look: string) => {
      try {
        const { theme } = JSON.parse(look) as WidgetLookAnswer;
        dropTheme();
        dropTheme = adoptTheme(root, theme);
      } catch (error) {
        // Half a word in a full storage: the hub's answer comes anyway.
        if (!(error instanceof SyntaxError)) throw error;
      }
    };
    const show = () => chat.removeAttribute('unready');
    const kept = recall('local', key);
    if (kept !== null) wear(kept);
    chat.toggleAttribute('unready', kept === null);
    setTimeout(show, lookPatienceMs);
    fetch(`${hub}/api/v1/widget/look?siteKey=${encodeURIComponent(siteKey)}`, { credentials: 'omit' })
      .then((answer) => (answer.ok ? answer.text() : null))
      .then((look) => {
        if (look === null || look === kept) return;
        remember('local', key, look);
        wear(look);
      })
      // A hub that cannot be reached is told of when the visitor opens the chat.
      .catch(() => undefined)
      .finally(show);
  }

  const teaserKey = `${storageKey}:teaser`;
  const { button: launcher, ask, later, teaser } = makeLauncher(words, listingId !== undefined);
  teaser.hidden = recall('session', teaserKey) !== null;
  root.append(teaser, launcher);

  // A page may demand that the address of a script comes from a policy with a name that it can allow.
  const { trustedTypes } = window as { trustedTypes?: ScriptUrlPolicies };
  const policy = trustedTypes?.createPolicy('jorge-hub', { createScriptURL: (url) => url });
  // A page that pins this file pins what it loads as well.
  const pinned = script.integrity !== '';

  let loading = false;
  function load(file = widgetAppFile) {
    // A page that swaps its content may have had a chat before: its class is still there.
    if (loading || customElements.get('jorge-chat')) return;
    loading = true;
    launcher.setAttribute('aria-busy', 'true');
    const url = `${hub}/${file}`;
    const tag = make('script');
    tag.src = policy?.createScriptURL(url) ?? url;
    if (pinned) Object.assign(tag, { integrity: widgetAppIntegrity, crossOrigin: 'anonymous' });
    if (script.nonce) tag.nonce = script.nonce;
    tag.onload = () => launcher.removeAttribute('aria-busy');
    tag.onerror = () => {
      tag.remove();
      loading = false;
      // A loader that was cached over an update of the hub asks for a name that is gone; the plain name is always there.
      if (file === widgetAppFile && !pinned) return load('widget-app.js');
      launcher.removeAttribute('aria-busy');
      close();
      ask.textContent = words.failed;
      teaser.hidden = false;
      tellPage(chat, 'error', { code: 'LOAD_FAILED', message: launcherWords.en.failed });
    };
    root.append(tag);
  }

  function hideTeaser() {
    teaser.hidden = true;
    remember('session', teaserKey, 'seen');
  }
  function show(open: boolean) {
    if (chat.hasAttribute('open') === open) return;
    chat.toggleAttribute('open', open);
    chat.removeAttribute('unready');
    launcher.setAttribute('aria-expanded', String(open));
    launcher.setAttribute('aria-label', open ? words.close : words.open);
    tellPage(chat, open ? 'open' : 'close', {});
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
        return tellPage(chat, 'error', {
          code: 'AUTH_INVALID',
          message: 'identify() takes the token that your server signed.',
        });
      if (identityToken === chat.identityToken) return;
      chat.identityToken = identityToken;
      chat.dispatchEvent(new Event('chat-identify'));
      // Who has chatted here before is told of news; without a proof nobody says that it is them.
      if (recall('local', signedKeyOf(storageKey)) !== null) load();
    },
    forget() {
      const told = endKeptSessions(hub, siteKey);
      delete chat.identityToken;
      forgetKept(storageKey);
      chat.dispatchEvent(new Event('chat-forget'));
      return told;
    },
    on: (event, listener) => hearWidget(chat, event, listener),
  };

  const place = () => {
    document.body.append(chat);
    if (recall('local', anonymousKeyOf(storageKey)) === null) return;
    const idle = window.requestIdleCallback ?? ((action: () => void) => setTimeout(action, 1_500));
    idle(() => load());
  };
  if (document.body) place();
  else document.addEventListener('DOMContentLoaded', place, { once: true });
}

const script = document.currentScript;
// A page that runs the tag twice, or swaps its content without a reload, keeps the one chat it has.
if (script instanceof HTMLScriptElement && script.src && !document.querySelector('jorge-chat')) start(script);
