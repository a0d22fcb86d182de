import { htmlPage } from './htmlPage.ts';

/** The page where there is none: it leads on, and says nothing of what was asked for. */
export const lostPage = htmlPage(
  'Page not found: Jorge Hub',
  `<header><h1>Page not found</h1><p>The address may be mistyped, or the page may have moved.</p></header>
  <ul class="places"><li><a href="/"><strong>Start</strong><span>All the pages of this hub.</span></a></li>
  <li><a href="/desk"><strong>Desk</strong><span>For agents.</span></a></li>
  <li><a href="/docs"><strong>Documentation</strong><span>For developers who build on this hub.</span></a></li></ul>`,
);
