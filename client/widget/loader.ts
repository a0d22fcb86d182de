import launcherCss from './launcher.css?inline';
import { adoptStyles, icon, make } from './make.ts';
import { recall, remember } from './recall.ts';

declare global {
  interface Window {
    JorgeHub?: { open(): void; close(): void };
  }
}

/** Name of the built app, put in by the build: its hash lets it be cached for ever while this file is not. */
declare const widgetAppFile: string;

/**
 * What a page embeds: `<script src="https://hub/widget.js" data-site-key="…" async></script>`. Shows the launcher at once and
 * loads the chat only when the visitor goes for it, or when the browser is idle and the visitor has chatted here before.
 */
function start(script: HTMLScriptElement) {
  const hub = script.dataset.hub ?? new URL(script.src).origin;
  const siteKey = script.dataset.siteKey ?? '';
  const listingId =
    script.dataset.listingId ?? document.querySelector<HTMLMetaElement>('meta[name="jorge-listing"]')?.content;

  // The element is made before its class exists: the app brings the class and takes over what stands here.
  const chat = document.createElement('jorge-chat');
  chat.dataset.hub = hub;
  chat.dataset.siteKey = siteKey;
  if (listingId) chat.dataset.listingId = listingId;
  const root = chat.attachShadow({ mode: 'open' });
  adoptStyles(root, launcherCss);

  const teaserKey = `jorge-hub:${hub}:${siteKey}:teaser`;
  const launcher = make(
    'button',
    { class: 'launcher', type: 'button', 'aria-label': 'Open chat', 'aria-expanded': 'false' },
    [
      icon(
        'talk',
        'M4 5.5A2.5 2.5 0 0 1 6.5 3h11A2.5 2.5 0 0 1 20 5.5v8a2.5 2.5 0 0 1-2.5 2.5H10l-4.6 3.9A.85.85 0 0 1 4 19.25z',
        'M8 7.8h8M8 11.3h5',
      ),
      icon('down', 'M6 9.5l6 6 6-6'),
      make('span', { class: 'badge', hidden: '' }),
    ],
  );
  const ask = make('button', { type: 'button' }, [listingId ? 'Questions about this home?' : 'Questions? Ask here.']);
  const later = make('button', { class: 'later', type: 'button', 'aria-label': 'Hide this' }, ['×']);
  const teaser = make('div', { class: 'teaser' }, [ask, later]);
  teaser.hidden = recall('session', teaserKey) !== null;
  root.append(teaser, launcher);

  let loading = false;
  function load(file = widgetAppFile) {
    if (loading) return;
    loading = true;
    launcher.setAttribute('aria-busy', 'true');
    const tag = make('script', { src: `${hub}/${file}` });
    if (script.nonce) tag.nonce = script.nonce;
    tag.onload = () => launcher.removeAttribute('aria-busy');
    tag.onerror = () => {
      tag.remove();
      loading = false;
      // A loader that was cached over an update of the hub asks for a name that is gone; the plain name is always there.
      if (file === widgetAppFile) return load('widget-app.js');
      launcher.removeAttribute('aria-busy');
      close();
      ask.textContent = 'The chat could not load. Try again.';
      teaser.hidden = false;
    };
    root.append(tag);
  }

  function hideTeaser() {
    teaser.hidden = true;
    remember('session', teaserKey, 'seen');
  }
  function open() {
    hideTeaser();
    load();
    chat.toggleAttribute('open', true);
    launcher.setAttribute('aria-expanded', 'true');
    launcher.setAttribute('aria-label', 'Close chat');
  }
  function close() {
    chat.toggleAttribute('open', false);
    launcher.setAttribute('aria-expanded', 'false');
    launcher.setAttribute('aria-label', 'Open chat');
  }

  launcher.addEventListener('click', () => (chat.hasAttribute('open') ? close() : open()));
  for (const sign of ['pointerenter', 'focus', 'touchstart'])
    launcher.addEventListener(sign, () => load(), { once: true, passive: true });
  ask.addEventListener('click', open);
  later.addEventListener('click', hideTeaser);
  chat.addEventListener('chat-close', () => {
    close();
    launcher.focus();
  });
  window.JorgeHub = { open, close };

  const place = () => {
    document.body.append(chat);
    if (recall('local', `jorge-hub:${hub}:${siteKey}:visitor`) === null) return;
    const idle = window.requestIdleCallback ?? ((action: () => void) => setTimeout(action, 1_500));
    idle(() => load());
  };
  if (document.body) place();
  else document.addEventListener('DOMContentLoaded', place, { once: true });
}

const script = document.currentScript;
// A page that runs the tag twice, or swaps its content without a reload, keeps the one chat it has.
if (script instanceof HTMLScriptElement && script.src && !document.querySelector('jorge-chat')) start(script);
