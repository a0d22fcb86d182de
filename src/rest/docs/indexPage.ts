import type { Role } from '../../contract/values.ts';
import { htmlPage } from './htmlPage.ts';

const places = [
  ['/demo', 'Listing page', 'A home for sale with the chat widget, just as visitors see it.'],
  ['/desk', 'Desk', 'Where agents follow conversations and answer, with coaching beside the chat.'],
  ['/wall', 'Wall', 'Where supervisors see every conversation at a glance.'],
  ['/docs', 'Documentation', 'The REST API, the live protocol, and how to embed the widget.'],
] as const;

export type DemoAccounts = readonly { email: string; role: Role }[];

/** The page at `/`; without demo accounts it says nothing about a demo. `hasModel`: Claude or another one answers. */
export const indexPage = (demoAccounts: DemoAccounts, hasModel: boolean): string =>
  htmlPage(
    'Jorge Hub',
    `<header><h1>Jorge Hub</h1><p>Live conversations for real-estate teams.</p></header>
  <ul class="places">${places
    .map(([path, name, words]) => `<li><a href="${path}"><strong>${name}</strong><span>${words}</span></a></li>`)
    .join('')}</ul>${demoAccounts.length === 0 ? '' : `${hasModel ? '' : tryPart}${demoPart(demoAccounts)}`}`,
  );

const tryPart = `<h2>See it without a key</h2>
  <p>This hub has no key for Claude, so its built-in rules answer and coach. To see the streaming, the coaching, and the
  qualification as they are with Claude, run <code>npm run try -- talk</code> in a second terminal. It starts a hub of its own and
  plays three talks; the visitors and the model’s answers are recordings.</p>`;

const demoPart = (accounts: DemoAccounts): string => `<h2>Demo accounts</h2>
  <p>They share one password. The terminal printed it when the hub first started, unless you set <code>HUB_DEMO_PASSWORD</code>.
  The wall is for supervisors and admins; everyone can use the desk.</p>
  <ul>${accounts.map(({ email, role }) => `<li><code>${email}</code> ${role}</li>`).join('')}</ul>`;
