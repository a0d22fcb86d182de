import { errorTable } from '../../contract/errors.ts';
import { pinnedWidgetTag, type WidgetBuild, widgetTag } from '../../contract/rest/widgetTag.ts';
import type { AsyncApiDocument } from './asyncApi.ts';
import { code, finder, foldOut, part } from './foldOut.ts';
import { escapeHtml, htmlPage } from './htmlPage.ts';
import type { openApiDocument } from './openApi.ts';
import { mattersOf, restPart } from './restPart.ts';

type OpenApi = ReturnType<typeof openApiDocument>;

/**
 * Both documents and the way to embed the widget, for people. `words`: what each command, event and entry means, in Markdown; `origin`:
 * where the hub was asked for.
 */
export function docsPage(
  openApi: OpenApi,
  asyncApi: AsyncApiDocument,
  words: ReadonlyMap<string, string>,
  { origin, build }: { origin: string; build: WidgetBuild },
): string {
  return htmlPage(
    'Jorge Hub: documents',
    `<header><h1>Jorge Hub</h1><p>How to embed the widget, call the API and follow conversations live.</p></header>
<div class="with-index"><nav aria-label="On this page"><a href="#widget">Widget</a><a href="#rest">REST</a>${mattersOf(
      openApi,
    )
      .map(({ id, words }) => `<a class="deep" href="#${id}">${words}</a>`)
      .join('')}<a href="#live">Live</a>${Object.entries(asyncApi.channels)
      .map(([key, { title }]) => `<a class="deep" href="#live-${key}">${escapeHtml(title)}</a>`)
      .join(
        '',
      )}<a href="#errors">Errors</a><a href="/openapi.json">openapi.json</a><a href="/asyncapi.json">asyncapi.json</a></nav>
<main>${widgetPart(origin, build)}${restPart(openApi, origin)}${livePart(asyncApi, words)}${errorsPart()}</main></div>`,
  );
}

const widgetPart = (origin: string, build: WidgetBuild): string => `<h2 id="widget">Embed the widget</h2>
<p>An admin adds the site with its addresses in the desk's settings (Sites) and copies its line into the pages that should have the chat. Without the desk, the same from the hub's machine:</p>
${code('npm run admin -- site-create --tenant <id> --name "Our website" --origins https://www.example.com')}
${code(widgetTag(origin, 'demo'))}
<p>The key is the one that the first line printed; <code>demo</code> is the demo brokerage's. It is public, and each site has one of its own: which pages may use it is decided by the list of origins and the host of the hub itself.</p>
<h3>Attributes of the tag</h3>
<ul><li><code>data-site-key</code>: the site's key.</li><li><code>data-listing-id</code>: the home that the page is about; <code>&lt;meta name="jorge-listing" content="…"&gt;</code> does the same.</li>
<li><code>data-locale</code>: the language of the widget's own words and of its dates and prices, such as <code>es-MX</code>; without it the browser's. The visitor may choose another in the chat's menu. There are words in English, Spanish, French, German, Portuguese, Italian, Chinese, Vietnamese, Korean and Arabic.</li></ul>
<h3 id="widget-api">From the page's own script: <code>window.JorgeHub</code></h3>
<p>It is there once the tag's <code>load</code> event has come.</p>
${code(`const stop = JorgeHub.on("error", ({ code, message }) => report(code, message));
JorgeHub.open();
JorgeHub.close();
JorgeHub.identify(identityToken);
await JorgeHub.forget();
stop();`)}
<div class="table" tabindex="0"><table><tr><th>Call</th><th>What it does</th></tr>
<tr><td><code>open()</code>, <code>close()</code></td><td>Shows and hides the chat.</td></tr>
<tr><td><code>identify(identityToken)</code></td><td>Says who the visitor is, by a token that the page's own server signed. The same token again does nothing. What is no token comes as an <code>error</code> event with <code>AUTH_INVALID</code> and changes nothing. What the hub refuses comes as one with its code, and the visitor goes on as an anonymous one. See <a href="#widget-identity">below</a>.</td></tr>
<tr><td><code>forget()</code></td><td>For when somebody signs out of your site, and for computers that people share: takes the chat off the screen and what it kept out of this browser (also words that were not sent), ends the sessions of this browser in all its tabs, and of whoever copied its tokens; the next person begins as another visitor. Other devices where the same <code>sub</code> is signed in go on: call it there too. Resolves to <code>true</code> when the hub has ended them, to <code>false</code> when it could not be reached. The team keeps the conversation.</td></tr>
<tr><td><code>on(event, listener)</code></td><td>Listens, and returns what stops listening. Events: <code>open</code>, <code>close</code>, <code>message {from: "bot" | "person"}</code>, <code>unread {count}</code>, <code>error {code, message}</code>. Nothing of what is said in the chat is told to the page.</td></tr></table></div>
<h3 id="widget-identity">Visitors who are signed in to your site</h3>
<p>An admin makes a secret for the site in the settings (Sites, Edit); it is shown once and belongs on your server. Your server signs a JWT with it (HS256) and gives it to the page of the person who is signed in:</p>
${code(`import { SignJWT } from "jose";
const identityToken = await new SignJWT({ name: "Robin Ortega", email: "robin@example.com", phone: "+15125550143" })
  .setProtectedHeader({ alg: "HS256" })
  .setSubject(user.id)
  .setExpirationTime("10m")
  .sign(new TextEncoder().encode(secret));`)}
<div class="table" tabindex="0"><table><tr><th>Claim</th><th>What it is</th></tr>
<tr><td><code>sub</code></td><td>Your own name for the person, always the same, at most 128 characters. Needed.</td></tr>
<tr><td><code>exp</code></td><td>When the token ends. Needed; minutes are enough, because it is used when the page opens; while the page stands, the session goes on by itself.</td></tr>
<tr><td><code>name</code>, <code>email</code>, <code>phone</code></td><td>What the team is to know. Each may be left out.</td></tr></table></div>
<p>Each page then calls <code>JorgeHub.identify(identityToken)</code>, as soon as it can. What the visitor wrote before stays theirs, and nobody who has an older token of theirs reads on. The same <code>sub</code> is the same person on each device. A page that vouches for nobody shows nothing of the last person's chat, and another <code>sub</code> in the same browser begins a chat of its own; call <code>JorgeHub.forget()</code> at sign-out all the same, which ends the tokens too. A session that has ended meanwhile, as after a night with the page open, comes as an <code>error</code> event with <code>AUTH_EXPIRED</code>: identify again. Refusals: <code>NOT_CONFIGURED</code> (the site has no secret), <code>AUTH_INVALID</code> (not signed with it, or a claim is wrong), <code>AUTH_EXPIRED</code>.</p>
<h3 id="widget-place">Where the launcher stands</h3>
<p>At the lower right. The page moves it with <code>jorge-chat { --jorge-right: 24px; --jorge-bottom: 96px; }</code>, for example above a cookie notice. Nothing else of the page's style reaches into the chat.</p>
<p>While replies are unread, their number stands before the title of the page in the browser's tab, and goes with them. An admin turns that off for a site in the settings (Sites, Edit), and has the greeting appear there by itself, after some seconds or some way down the page.</p>
<h3 id="widget-policy">Pages with a content security policy</h3>
<p>The hub's origin is needed in <code>script-src</code> and <code>connect-src</code>, there with <code>wss:</code> as well:</p>
${code(`Content-Security-Policy: default-src 'self'; script-src 'self' ${origin}; connect-src 'self' ${origin} ${origin.replace(/^http/, 'ws')}`)}
<p>Under <code>require-trusted-types-for 'script'</code> the widget works as well; where <code>trusted-types</code> lists the policies, add <code>jorge-hub</code>.</p>
<h3 id="widget-pinned">A pinned widget</h3>
<p>The line above follows every update of the hub by itself, and is right for most sites. A page that runs approved scripts only takes the file of one build, with its checksum; the chat that this file loads is checked in the same way:</p>
${code(pinnedWidgetTag(origin, 'demo', build))}
<p>With the next update of the hub this file is gone, and there is no chat on the page until it has the new line (<a href="/widget.json">widget.json</a> has name and checksum for a script that publishes your pages).</p>
<p>What is needed to send and to read comes first, at most 45 KB; the rest (homes, times, visits, the menu) is a second file, which the hub serves as well and which is loaded once the visitor has said something. Where it cannot be loaded, the talk goes on without it.</p>
<p>A page that swaps its content without a reload may remove the <code>jorge-chat</code> element: its connection and its listeners end with it.</p>`;

function livePart(document: AsyncApiDocument, words: ReadonlyMap<string, string>): string {
  const find = finder(document);
  const wordsOf = (name: string): string => (words.get(name) ?? '').replaceAll('`', '');
  const { messages } = document.components;
  const receives = Object.entries(document.channels).map(([key, channel]) => {
    const names = Object.keys(channel.messages).filter((name) => `${name}.ack` in messages);
    const commands = names.map((name) =>
      foldOut('', name, messages[name]?.summary ?? wordsOf(name), [
        part('Payload', messages[name]?.payload, find),
        part('Ack', messages[`${name}.ack`]?.payload, find),
      ]),
    );
    return `<h3 id="live-${key}">${escapeHtml(channel.title)}: <code>${channel.address}</code></h3>${commands.join('')}`;
  });
  const events = Object.keys(messages).filter((name) => !name.endsWith('.ack') && !(`${name}.ack` in messages));
  return `<h2 id="live">Live</h2><p>Socket.IO 4 on path <code>/rt</code>, transport <code>websocket</code> only, one namespace for each kind of person.</p>
${code(`import { io } from "socket.io-client";
const socket = io("/agent", { path: "/rt", transports: ["websocket"], auth: { token, protocol: 1 } });
const ack = await socket.emitWithAck("board-watch", {});`)}
<h3 id="live-events">What the hub sends</h3>${events.map((name) => (name === 'entry' ? entryFold(messages.entry?.payload, find, wordsOf) : foldOut('', name, wordsOf(name), [part('Payload', messages[name]?.payload, find)]))).join('')}${receives.join('')}`;
}

/** An entry: the frame that all have once, then what `data` holds by type. */
function entryFold(payload: unknown, find: (ref: string) => unknown, wordsOf: (name: string) => string): string {
  const types = (payload as EntryPayload).oneOf;
  const ofType = types.map(({ title, allOf }) =>
    foldOut('', title, wordsOf(title.split(' ').at(-1) ?? ''), [part('data', allOf[1].properties.data, find)]),
  );
  return foldOut('', 'entry', 'A numbered line of a log.', [part('Every entry', types[0]?.allOf[0], find), ...ofType]);
}
interface EntryPayload {
  oneOf: { title: string; allOf: [envelope: unknown, own: { properties: { data: unknown } }] }[];
}

const errorsPart = (): string => `<h2 id="errors">Errors</h2>
${code('{"error": {"code": "RATE_LIMITED", "message": "…", "field": "…", "retryable": true, "retryAfterMs": 1200, "trace": "…"}}')}
<div class="table" tabindex="0"><table><tr><th>Code</th><th>Status</th><th>Retry</th><th>Meaning</th></tr>${Object.entries(
  errorTable,
)
  .map(
    ([name, { status, retryable, message }]) =>
      `<tr><td><code>${name}</code></td><td>${status}</td><td>${retryable ? 'yes' : 'no'}</td><td>${escapeHtml(message)}</td></tr>`,
  )
  .join('')}</table></div>`;
