import { errorTable } from '../../contract/errors.ts';
import { pinnedWidgetTag, type WidgetBuild, widgetTag } from '../../contract/rest/widgetTag.ts';
import type { AsyncApiDocument } from './asyncApi.ts';
import { code, finder, foldOut, part } from './foldOut.ts';
import { escapeHtml, htmlPage } from './htmlPage.ts';
import type { openApiDocument } from './openApi.ts';
import { mattersOf, restPart } from './restPart.ts';
import { webhooksPart } from './webhooksPart.ts';

type OpenApi = ReturnType<typeof openApiDocument>;

/**
 * Both documents and the way to embed the widget, for people. `words`: the meaning of each command, event and entry, in Markdown; `origin`:
 * where the hub was asked for; `webhookExample`: how a receiver checks a webhook.
 */
export function docsPage(
  openApi: OpenApi,
  asyncApi: AsyncApiDocument,
  words: ReadonlyMap<string, string>,
  { origin, build, webhookExample }: { origin: string; build: WidgetBuild; webhookExample: string },
): string {
  return htmlPage(
    'Jorge Hub: documentation',
    `<header><h1>Jorge Hub</h1><p>How to embed the widget, call the API, and follow conversations live.</p></header>
<div class="with-index"><nav aria-label="On this page"><a href="#widget">Widget</a><a href="#rest">REST</a>${mattersOf(
      openApi,
    )
      .map(({ id, words }) => `<a class="deep" href="#${id}">${words}</a>`)
      .join('')}<a href="#webhooks">Webhooks</a><a href="#live">Live</a>${Object.entries(asyncApi.channels)
      .map(([key, { title }]) => `<a class="deep" href="#live-${key}">${escapeHtml(title)}</a>`)
      .join(
        '',
      )}<a href="#errors">Errors</a><a href="/openapi.json">openapi.json</a><a href="/asyncapi.json">asyncapi.json</a></nav>
<main>${widgetPart(origin, build)}${restPart(openApi, origin)}${webhooksPart(openApi, words, webhookExample)}${livePart(asyncApi, words)}${errorsPart()}</main></div>`,
  );
}

const widgetPart = (origin: string, build: WidgetBuild): string => `<h2 id="widget">Embed the widget</h2>
<p>An admin adds the site and its addresses at the desk, under Settings, Sites, and copies the site's line into the pages that should have the chat. You can also do this from the command line, on the hub's machine:</p>
${code('npm run admin -- site-create --tenant <id> --name "Our website" --origins https://www.example.com')}
${code(widgetTag(origin, 'demo'))}
<p>Use the key that the command printed; <code>demo</code> is the key of the demo brokerage. Each site has its own key. The key is public: the list of allowed origins, and the hub's own host, decide which pages may use it.</p>
<h3>Attributes of the tag</h3>
<ul><li><code>data-site-key</code>: the site's key.</li><li><code>data-listing-id</code>: the ID of the home that the page is about; <code>&lt;meta name="jorge-listing" content="…"&gt;</code> does the same.</li>
<li><code>data-keep-views</code>: <code>no</code> if the visitor refused, or hasn't agreed where the law asks for it. The hub then keeps none of the homes that they look at. It also keeps none where the browser sends Global Privacy Control.</li>
<li><code>data-locale</code>: the language of the widget's own text, dates, and prices, such as <code>es-MX</code>; by default, the browser's. The visitor can choose another in the chat's menu. The widget speaks English, Spanish, French, German, Portuguese, Italian, Chinese, Vietnamese, Korean, and Arabic.</li></ul>
<h3 id="widget-api">From the page's own script: <code>window.JorgeHub</code></h3>
<p>It is available once the tag's <code>load</code> event has fired.</p>
${code(`const stop = JorgeHub.on("error", ({ code, message }) => report(code, message));
JorgeHub.open();
JorgeHub.close();
JorgeHub.identify(identityToken);
await JorgeHub.forget();
stop();`)}
<div class="table" tabindex="0"><table><tr><th>Call</th><th>What it does</th></tr>
<tr><td><code>open()</code>, <code>close()</code></td><td>Open and close the chat.</td></tr>
<tr><td><code>identify(identityToken)</code></td><td>Tells the hub who the visitor is, with a token signed by your server. Calling it again with the same token does nothing. A value that is not a token changes nothing and causes an <code>error</code> event with <code>AUTH_INVALID</code>. If the hub refuses the token, there is an <code>error</code> event with the hub's code, and the visitor continues anonymously. See <a href="#widget-identity">below</a>.</td></tr>
<tr><td><code>forget()</code></td><td>Call this when someone signs out of your site or leaves a shared computer. It removes the chat from the screen, deletes everything the chat stored in this browser (including unsent text), and ends the browser's sessions in all tabs, as well as any session with copied tokens. The next person starts as a new visitor. Other devices signed in with the same <code>sub</code> stay signed in, so call it there too. Resolves to <code>true</code> once the hub has ended the sessions, or to <code>false</code> if the hub could not be reached. The team keeps the conversation.</td></tr>
<tr><td><code>on(event, listener)</code></td><td>Listens for an event, and returns a function that stops listening. Events: <code>open</code>, <code>close</code>, <code>message {from: "bot" | "person"}</code>, <code>unread {count}</code>, <code>error {code, message}</code>. The page never learns what is said in the chat.</td></tr></table></div>
<h3 id="widget-identity">Visitors who are signed in to your site</h3>
<p>An admin creates a secret for the site in the settings (Sites, Edit). It is shown only once; keep it on your server. Your server uses it to sign a JWT (HS256), and passes the JWT to the page of the person who is signed in:</p>
${code(`import { SignJWT } from "jose";
const identityToken = await new SignJWT({ name: "Robin Ortega", email: "robin@example.com", phone: "+15125550143" })
  .setProtectedHeader({ alg: "HS256" })
  .setSubject(user.id)
  .setExpirationTime("10m")
  .sign(new TextEncoder().encode(secret));`)}
<div class="table" tabindex="0"><table><tr><th>Claim</th><th>What it is</th></tr>
<tr><td><code>sub</code></td><td>Your own ID for the person; it must never change. Up to 128 characters. Required.</td></tr>
<tr><td><code>exp</code></td><td>When the token expires. Required. A few minutes are enough: the token is used when the page opens, and the session renews itself while the page stays open.</td></tr>
<tr><td><code>name</code>, <code>email</code>, <code>phone</code></td><td>What the team should know about the person. All optional.</td></tr></table></div>
<p>Each page then calls <code>JorgeHub.identify(identityToken)</code> as soon as it can. The visitor keeps what they wrote before, and anyone who holds an older token of theirs can no longer read along. The same <code>sub</code> is the same person on every device. A page that identifies nobody shows nothing of the last person's chat, and another <code>sub</code> in the same browser starts its own chat. Still, call <code>JorgeHub.forget()</code> at sign-out, because it also ends the tokens. If a session has ended in the meantime, such as after a night with the page open, there is an <code>error</code> event with <code>AUTH_EXPIRED</code>: identify the visitor again. Possible errors: <code>NOT_CONFIGURED</code> (the site has no secret), <code>AUTH_INVALID</code> (the token was not signed with the secret, or a claim is wrong), <code>AUTH_EXPIRED</code>.</p>
<h3 id="widget-place">Where the launcher appears</h3>
<p>The launcher appears at the lower right. To move it, for example above a cookie notice, use <code>jorge-chat { --jorge-right: 24px; --jorge-bottom: 96px; }</code>. No other styles of the page affect the chat.</p>
<p>While there are unread replies, their number appears in front of the page title in the browser tab. In the settings (Sites, Edit), an admin can turn this off for a site, and can have the greeting appear by itself, after some seconds or some way down the page.</p>
<h3 id="widget-policy">Pages with a Content Security Policy</h3>
<p>Add the hub's origin to <code>script-src</code> and <code>connect-src</code>; in <code>connect-src</code>, also with <code>wss:</code>:</p>
${code(`Content-Security-Policy: default-src 'self'; script-src 'self' ${origin}; connect-src 'self' ${origin} ${origin.replace(/^http/, 'ws')}`)}
<p>The widget also works under <code>require-trusted-types-for 'script'</code>; if <code>trusted-types</code> lists the allowed policies, add <code>jorge-hub</code>.</p>
<h3 id="widget-pinned">A pinned widget</h3>
<p>The line above always loads the current widget and is right for most sites. If a page may only run approved scripts, use the file of one build with its checksum; the chat that this file loads is checked in the same way:</p>
${code(pinnedWidgetTag(origin, 'demo', build))}
<p>The next update of the hub removes this file, and the page has no chat until you add the new line. A script that publishes your pages can get the file's name and checksum from <a href="/widget.json">widget.json</a>.</p>
<p>The first file, at most 45 KB, has what the visitor needs to read and write. The rest (homes, times, visits, the menu) is in a second file, also served by the hub, which loads once the visitor has written something. If it cannot be loaded, the chat continues without it.</p>
<p>A page that replaces its content without reloading may remove the <code>jorge-chat</code> element, which also ends its connection and its listeners.</p>`;

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
  return `<h2 id="live">Live</h2><p>Socket.IO 4 on path <code>/rt</code>, transport <code>websocket</code> only, with one namespace for each kind of user.</p>
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
