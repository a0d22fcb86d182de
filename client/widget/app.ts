import { openChat } from './openChat.ts';

/** The chat on somebody else's page. The loader makes the element and its launcher; this class brings them to life. */
class JorgeChat extends HTMLElement {
  static observedAttributes = ['open'];
  #chat: ReturnType<typeof openChat> | null = null;

  #restart = () => {
    this.disconnectedCallback();
    this.connectedCallback();
  };

  connectedCallback() {
    const { hub, siteKey, listingId, locale = navigator.language } = this.dataset;
    if (!this.shadowRoot || !hub || !siteKey) return;
    this.#chat ??= openChat(this, this.shadowRoot, { hub, siteKey, listingId, locale });
    this.#chat.show(this.hasAttribute('open'));
    this.addEventListener('chat-forget', this.#restart);
  }

  /** A page that swaps its content without a reload must not leave a connection behind. */
  disconnectedCallback() {
    this.removeEventListener('chat-forget', this.#restart);
    this.#chat?.stop();
    this.#chat = null;
  }

  attributeChangedCallback() {
    this.#chat?.show(this.hasAttribute('open'));
  }
}

if (!customElements.get('jorge-chat')) customElements.define('jorge-chat', JorgeChat);
