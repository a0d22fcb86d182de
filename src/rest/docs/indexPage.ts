import { htmlPage } from './htmlPage.ts';

const places = [
  ['/demo', 'Listing page', 'A home for sale with the chat widget, as a visitor sees it.'],
  ['/desk', 'Desk', 'Where agents read, coach and answer.'],
  ['/wall', 'Wall', 'Where a supervisor sees every conversation.'],
  ['/docs', 'Documents', 'The API, the live protocol, and how to embed the widget.'],
] as const;

/** What stands at `/`. */
export const indexPage = htmlPage(
  'Jorge Hub',
  `<header><h1>Jorge Hub</h1><p>Live conversations for real-estate teams.</p></header>
  <ul class="places">${places
    .map(([path, name, words]) => `<li><a href="${path}"><strong>${name}</strong><span>${words}</span></a></li>`)
    .join('')}</ul>`,
);
