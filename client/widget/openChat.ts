import type { WidgetSessionAnswer } from '../../src/contract/rest/widgetSessions.ts';
import type { connectHub, HubConnection } from '../shared/connection/connectHub.ts';
import { followChat } from '../shared/connection/followConversation.ts';
import { newCommandId } from '../shared/connection/newCommandId.ts';
import { openOutbox } from '../shared/connection/outbox.ts';
import { offline, type Refusal, refusalIn } from '../shared/connection/refusal.ts';
import { lastSeqOf } from '../shared/state/logView.ts';
import { awaitsBot, type ChatModel, chatModel } from './chatModel.ts';
import type { ChatDrawn, ChatHost, OpenMore } from './chatParts.ts';
import { choiceChips } from './choiceChips.ts';
import { composer } from './composer.ts';
import { adoptStyles } from './createElement.ts';
import { initialsOf } from './faceOf.ts';
import { keepFocusWithin } from './keepFocusWithin.ts';
import { keepScroll } from './keepScroll.ts';
import { morePart } from './morePart.ts';
import { readSoFar } from './readSoFar.ts';
import { readStorage, writeStorage } from './readStorage.ts';
import { renderTalk } from './renderTalk.ts';
import sheetCss from './sheet.css?inline';
import { buildSheet } from './sheet.ts';
import { speakAloud } from './speakAloud.ts';
import { fill, speechFor } from './speech.ts';
import { statusLine } from './statusLine.ts';
import { subjectLine } from './subjectLine.ts';
import { takeBack } from './takeBack.ts';
import talkCss from './talk.css?inline';
import type { ChatDraft } from './talkRows.ts';
import { unreadNotifier } from './unreadNotifier.ts';
import { anonymousKeyOf, languageKeyOf, signedKeyOf, storageKeyOf } from './visitorStorage.ts';
import { emitToPage } from './widgetEvents.ts';
import type { widgetSession } from './widgetSession.ts';

/** The typing mark goes after this long without a word from the bot. */
const botSilenceMs = 45_000;
const botPatienceMs = 1_000;

export interface ChatConfig {
  hub: string;
  siteKey: string;
  listingId: string | undefined;
  /** The visitor's locale, as their browser names it. */
  locale: string;
  keepViews: boolean;
}
/** Connections to the hub; replaced where there is no hub, as in the gallery of states. */
export interface ChatWires {
  connect: typeof connectHub<'/widget'>;
  session: typeof widgetSession;
  /** Fetches the second part of the chat. */
  loadMore(): Promise<OpenMore>;
}

/** Runs one chat in a shadow root that has a launcher already. Connects at the first show, or at once for a visitor who has chatted before. */
export function openChat(
  element: HTMLElement & { identityToken?: string },
  root: ShadowRoot,
  { hub, siteKey, listingId, locale, keepViews }: ChatConfig,
  wires: ChatWires,
) {
  const speech = speechFor(locale);
  const { words } = speech;
  const starters = (
    listingId ? [words.stillForSale, words.seeHome, words.sellHome] : [words.buyHome, words.sellHome]
  ).map((label) => ({ label }));
  const dropStyles = adoptStyles(root, talkCss + sheetCss);
  const ui = buildSheet(speech);
  const subject = subjectLine(ui, root, hub, speech);
  root.prepend(ui.sheet);
  const notifyUnread = unreadNotifier(element, root, words);
  const scroll = keepScroll(ui);
  const aloud = speakAloud(ui.aloud);

  const storageKey = storageKeyOf(hub, siteKey);
  const read = readSoFar(storageKey);
  const session = wires.session({
    hub,
    siteKey,
    listingId,
    locale,
    keepViews,
    onAnswer(answer) {
      site = answer;
      subject.show(answer);
      draw();
    },
    onIdentityRefused: ({ code, message }) => emitToPage(element, 'error', { code, message }),
    onPerson: follow,
  });
  let site: WidgetSessionAnswer | null = null;
  let connection: HubConnection<'/widget'> | null = null;
  let chat: ReturnType<typeof followChat> | null = null;
  let shown = false;
  let drawing = false;
  let offlineSince: number | null = null;
  let botAwaitedSince: number | null = null;
  let botAwaitedFor = '';
  let personAsked = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let passing: ReturnType<typeof setTimeout> | undefined;

  let outboxKey = `${storageKey}:outbox`;
  const outbox = openOutbox<ChatDraft>({
    storageKey: outboxKey,
    // The chat is opened first: it is what says which conversation the words go to.
    async deliver({ commandId, payload }) {
      if (!connection || chat?.get().phase !== 'live') throw offline();
      return connection.send('chat-send', { commandId, ...payload });
    },
  });
  const host: ChatHost = {
    root,
    hub,
    ui,
    speech,
    token: (refused) => session.getToken(refused === undefined ? 'connect' : 'expired'),
    command: ((...told) => connection?.send(...told) ?? Promise.reject(offline())) as ChatHost['command'],
    reasonOf: (error) => reasonOf(refusalIn(error)) || words.didNotWork,
    hint: (text) => compose.hint(text),
    storageKey,
    say(text) {
      if (isBlocked()) return;
      if (ui.form.hidden) chat?.reopen();
      scroll.toEnd();
      outbox.add({ text });
    },
    write: (text) => compose.write(text),
    speak(language) {
      writeStorage('local', languageKeyOf(storageKey), language);
      element.dispatchEvent(new Event('chat-restart'));
    },
    redraw: draw,
    refreshSend: () => compose.measure(),
  };
  const more = morePart(wires.loadMore, host, () => compose.hint(words.didNotWork));
  const render = renderTalk(ui.list, speech, {
    retry: outbox.retry,
    discard: outbox.discard,
    drawMore: (element, row) => more.get()?.draw(element, row),
    drawFiles: (files) => more.get()?.drawFiles(files) ?? [],
    drawSources: (row) => more.get()?.drawSources(row) ?? [],
  });
  const showChips = choiceChips(ui.chips, ({ id, label }) => {
    if (isBlocked()) return;
    scroll.toEnd();
    outbox.add({ text: label, ...(id === undefined ? {} : { choiceId: id }) });
    ui.input.focus({ preventScroll: true });
  });
  const compose = composer(ui, speech, {
    draftKey: `${storageKey}:draft`,
    send(text) {
      if (isBlocked()) return 'no';
      scroll.toEnd();
      const attachments = more.get()?.files.ready();
      if (!outbox.add({ text, ...(attachments?.length ? { attachments } : {}) })) return 'full';
      more.get()?.files.clear();
      return 'taken';
    },
    files: () => (more.get() ? (more.get()?.files.ready()?.length ?? null) : 0),
    typing(on) {
      // A lost typing mark changes nothing.
      connection?.send('typing-set', { on }).catch(refusalIn);
    },
  });

  /** Unsent text belongs to its author and is never shown to the next visitor of this browser. */
  function follow({ signed, isOther }: { signed: boolean; isOther: boolean }) {
    const key = `${storageKey}:${signed ? 'signed-outbox' : 'outbox'}`;
    if (key === outboxKey) outbox.clear();
    else outbox.moveTo(key, { carry: signed, dropThere: signed && isOther });
    if (key === outboxKey || !signed) compose.clear();
    outboxKey = key;
  }

  function connect() {
    if (connection) return;
    if (session.isAfterSomebody()) compose.clear();
    connection = wires.connect({ url: hub, namespace: '/widget', getToken: session.getToken });
    chat = followChat(connection);
    chat.subscribe(() => {
      if (chat?.get().phase === 'live') outbox.flush();
      draw();
    });
    connection.onStatus((status) => {
      offlineSince = status === 'live' ? null : (offlineSince ?? performance.now());
      draw();
    });
  }

  /** At most once a frame, however many words arrive in it; a hidden page has no frames, so a timer stands in. */
  function draw() {
    if (drawing) return;
    drawing = true;
    if (document.visibilityState === 'hidden') setTimeout(paint, 250);
    else requestAnimationFrame(paint);
  }

  function paint() {
    drawing = false;
    if (!chat || !connection) return;
    const state = chat.get();
    const log = state.logs.public;
    const entries = log?.entries ?? [];
    for (const entry of entries) if (entry.cause) outbox.confirm(entry.cause.commandId);
    if (isBlocked()) takeBack(outbox, compose.putBack);

    const model = chatModel({
      entries,
      streams: state.streams.values(),
      outbox: outbox.items,
      typing: state.typing,
      awaitingBot: awaitingBot(entries.at(-1)?.id ?? '', awaitsBot(entries)),
      more: more.get()?.rows ?? null,
      noticeUrl: site?.brokerageServicesUrl ?? null,
      now: new Date(),
      speech,
    });
    scroll.around(() => {
      render(model.rows);
      showChoices(model);
    });
    clearTimeout(passing);
    if (model.passesAt) passing = setTimeout(draw, model.passesAt.getTime() - Date.now() + 10);
    const unread = read.unreadOf(state.conversationId, entries);
    showMore(model, { conversationId: state.conversationId, entries, synced: state.synced, unread });
    showMode(model);
    showStatus();
    aloud(entries, state.synced, site?.brokerageServicesUrl ?? null);
    if (log) notifyUnread(entries, state.synced, shown ? 0 : unread.length);

    if (log && shown && document.visibilityState === 'visible' && unread.length > 0 && connection.status === 'live') {
      read.mark(lastSeqOf(log));
      connection.send('read-mark', { seq: lastSeqOf(log) }).catch(refusalIn);
    }
  }

  function awaitingBot(lastId: string, awaited: boolean): boolean {
    if (!awaited || botAwaitedFor !== lastId) botAwaitedSince = awaited ? performance.now() : null;
    botAwaitedFor = lastId;
    if (botAwaitedSince === null || connection?.status !== 'live') return false;
    const waitedMs = performance.now() - botAwaitedSince;
    if (waitedMs < botPatienceMs) drawIn(botPatienceMs - waitedMs);
    else if (waitedMs < botSilenceMs) drawIn(botSilenceMs - waitedMs);
    return waitedMs >= botPatienceMs && waitedMs < botSilenceMs;
  }

  function drawIn(delayMs: number) {
    clearTimeout(timer);
    timer = setTimeout(draw, delayMs + 10);
  }

  function showChoices({ choices: offered, rows }: ChatModel) {
    const fresh = chat?.get().synced === true && !rows.some((row) => row.kind === 'message');
    showChips(fresh ? starters : offered);
  }

  /** Loads the parts that the first message does not need, after it. */
  function showMore(
    { mode, rows }: ChatModel,
    drawn: Pick<ChatDrawn, 'conversationId' | 'entries' | 'synced' | 'unread'>,
  ) {
    const begun = rows.some((row) => row.kind === 'message' && row.who === 'you');
    if (begun) more.want();
    const seen = shown && document.visibilityState === 'visible';
    more
      .get()
      ?.drawn({ ...drawn, begun, closed: mode === 'closed', open: shown, unread: seen ? [] : drawn.unread, site });
  }

  function showMode({ mode, agentName, waits }: ChatModel) {
    const closed = mode === 'closed';
    const answering = {
      bot: words.jorgeAi,
      human: fill(words.withYou, { name: agentName ?? words.aPerson }),
      waiting:
        waits?.for === 'visitor'
          ? words.jorgeAi
          : waits?.backAt
            ? fill(words.backAt, { time: speech.comeback(waits.backAt, new Date()) })
            : words.teamTold,
      closed: words.chatEnded,
    };
    ui.answering.textContent = answering[mode];
    ui.face.hidden = mode !== 'human' || !agentName;
    ui.face.textContent = initialsOf(agentName ?? '');
    const byJorge = mode === 'bot' || waits?.for === 'visitor';
    if (!byJorge) personAsked = false;
    ui.person.hidden = !byJorge;
    ui.person.disabled = personAsked || connection?.status !== 'live';
    ui.person.textContent = personAsked ? words.personAsked : words.talkToPerson;
    const focused = ui.sheet.querySelector<HTMLElement>('.foot :focus');
    ui.form.hidden = closed;
    ui.over.hidden = !ui.form.hidden;
    ui.again.textContent = words.startNew;
    if (focused?.getClientRects().length === 0) (ui.form.hidden ? ui.again : compose).focus();
  }

  function refusedBy(): Refusal | null {
    const held = connection?.heldOffBy;
    return connection?.endedBy ?? (held?.code === 'FORBIDDEN' ? held : (chat?.get().refusal ?? null));
  }
  const isBlocked = () => refusedBy()?.code === 'FORBIDDEN';

  const tellStatus = statusLine(ui.status, element, words);
  function showStatus() {
    if (!connection) return;
    ui.recorded.hidden = !connection.session?.recorded;
    const refused = refusedBy();
    const blocked = isBlocked();
    const changesInMs = tellStatus({ connection, outbox: outbox.items, offlineSince, refused, blocked, reasonOf });
    if (changesInMs !== null) drawIn(changesInMs);
  }

  /** The hub explains itself in English: in another language the plain sentence before it has to do. */
  const reasonOf = (refusal: Refusal | null): string => (speech.language === 'en' && refusal ? refusal.message : '');

  function askForPerson() {
    personAsked = true;
    draw();
    connection?.send('human-request', { commandId: newCommandId() }).catch((error: unknown) => {
      personAsked = false;
      compose.hint(host.reasonOf(error));
      draw();
    });
  }

  /** A new proof of identity needs a new session; if the hub refuses it, the old session continues. */
  function identify() {
    if (!element.identityToken) return;
    session.identify(element.identityToken);
    if (!connection) return;
    chat?.close();
    connection.close();
    connection = null;
    connect();
  }

  const close = () => element.dispatchEvent(new Event('chat-close'));
  outbox.subscribe(draw);
  ui.person.addEventListener('click', askForPerson);
  ui.close.addEventListener('click', close);
  ui.menu.addEventListener('click', () => more.press((part) => part.toggleMenu()));
  ui.attach.addEventListener('click', () => more.press((part) => part.files.toggle()));
  ui.emoji.addEventListener('click', () => more.press((part) => part.toggleEmoji()));
  ui.again.addEventListener('click', () => chat?.reopen());
  ui.sheet.addEventListener('keydown', (event) => {
    if (event.key === 'Tab') keepFocusWithin(ui.sheet, event);
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    close();
  });
  document.addEventListener('visibilitychange', draw);
  element.addEventListener('chat-identify', identify);
  identify();
  const isKnownHere = readStorage('local', anonymousKeyOf(storageKey)) !== null;
  if (isKnownHere || (element.identityToken && readStorage('local', signedKeyOf(storageKey)) !== null)) connect();

  return {
    show(open: boolean) {
      if (open === shown) return;
      shown = open;
      ui.sheet.hidden = !open;
      if (!open) return;
      connect();
      draw();
      scroll.toEnd();
      compose.focus();
    },
    stop() {
      chat?.close();
      connection?.close();
      outbox.close();
      clearTimeout(timer);
      clearTimeout(passing);
      document.removeEventListener('visibilitychange', draw);
      element.removeEventListener('chat-identify', identify);
      more.stop();
      scroll.stop();
      ui.sheet.remove();
      subject.drop();
      dropStyles();
    },
  };
}
