import { connectHub } from '../shared/connection/connectHub.ts';
import type { OpenMore } from './chatParts.ts';
import { directionOf, languageOf } from './languages.ts';
import { openChat } from './openChat.ts';
import { readStorage } from './readStorage.ts';
import { languageKeyOf, storageKeyOf } from './visitorStorage.ts';
import { widgetSession } from './widgetSession.ts';

/** Name and checksum of the second part that was built with this one. */
declare const widgetMoreFile: string;
declare const widgetMoreIntegrity: string;

/** The chat on somebody else's page. The loader makes the element and its launcher; this class brings them to life. */
class JorgeChat extends HTMLElement {
  static observedAttributes = ['open'];
  /** Left here by the script of the second part. */
  static more: OpenMore | undefined;
  /** Set by the loader, which knows what this page allows of scripts. */
  declare loadScript?: (file: string, integrity: string) => Promise<void>;
  #chat: ReturnType<typeof openChat> | null = null;

  #restart = () => {
    this.disconnectedCallback();
    this.connectedCallback();
  };

  #loadMore = async () => {
    if (!JorgeChat.more) await this.loadScript?.(widgetMoreFile, widgetMoreIntegrity);
    if (!JorgeChat.more) throw new Error('the second part of the chat did not load');
    return JorgeChat.more;
  };

  connectedCallback() {
    const { hub, siteKey, listingId, keepViews: asked, locale: given = navigator.language } = this.dataset;
    if (!this.shadowRoot || !hub || !siteKey) return;
    const chosen = readStorage('local', languageKeyOf(storageKeyOf(hub, siteKey))) ?? given;
    // Dates and prices stay those of the visitor's region where the language is theirs.
    const locale = languageOf(given) === chosen ? given : chosen;
    // Some browsers and add-ons say it to the page alone, and send no header.
    const { globalPrivacyControl } = navigator as { globalPrivacyControl?: boolean };
    const keepViews = asked !== 'no' && globalPrivacyControl !== true;
    this.lang = languageOf(locale);
    this.dir = directionOf(languageOf(locale));
    this.#chat ??= openChat(
      this,
      this.shadowRoot,
      { hub, siteKey, listingId, locale, keepViews },
      { connect: connectHub, session: widgetSession, loadMore: this.#loadMore },
    );
    this.#chat.show(this.hasAttribute('open'));
    this.addEventListener('chat-restart', this.#restart);
  }

  /** A page that swaps its content without a reload must not leave a connection behind. */
  disconnectedCallback() {
    this.removeEventListener('chat-restart', this.#restart);
    this.#chat?.stop();
    this.#chat = null;
  }

  attributeChangedCallback() {
    this.#chat?.show(this.hasAttribute('open'));
  }
}

if (!customElements.get('jorge-chat')) customElements.define('jorge-chat', JorgeChat);
