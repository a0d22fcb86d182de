import { connectHub, type HubConnection } from '../shared/connection/connectHub.ts';
import { followChat } from '../shared/connection/followConversation.ts';
import { newCommandId } from '../shared/connection/newCommandId.ts';
import { openOutbox } from '../shared/connection/outbox.ts';
import { offline, type Refusal, refusalIn } from '../shared/connection/refusal.ts';
import { lastSeqOf } from '../shared/state/logView.ts';
import { awaitsBot, type ChatDraft, type ChatModel, chatModel, type SlotChoice } from './chatModel.ts';
import { composer } from './composer.ts';
import { endButton } from './endButton.ts';
import { keepFocusWithin } from './keepFocusWithin.ts';
import { keepPlace } from './keepPlace.ts';
import { anonymousKeyOf, signedKeyOf, storageKeyOf } from './keptOfVisitor.ts';
import { adoptStyles, make } from './make.ts';
import { newsTeller } from './newsTeller.ts';
import { recall, remember } from './recall.ts';
import { renderTalk } from './renderTalk.ts';
import sheetCss from './sheet.css?inline';
import { buildSheet } from './sheet.ts';
import { speakAloud } from './speakAloud.ts';
import { fill, speechFor } from './speech.ts';
import { subjectLine } from './subjectLine.ts';
import { takeBack } from './takeBack.ts';
import talkCss from './talk.css?inline';
import { tellPage } from './widgetEvents.ts';
import { widgetSession } from './widgetSession.ts';

/** Stands for real work: after this long without a word from the bot the mark goes. */
const botSilenceMs = 45_000;
const botPatienceMs = 1_000;
const offlineGraceMs = 1_500;
/** What the hub says no to for a while because many come at once. */
const limitCodes: ReadonlySet<string> = new Set(['CONNECTION_LIMIT', 'RATE_LIMITED']);

export interface ChatPlace {
  hub: string;
  siteKey: string;
  listingId: string | undefined;
  /** Of the visitor, as their browser names it. */
  locale: string;
}
/** The ways out to the hub: others where there is none, as in the gallery of states. */
export interface ChatWires {
  connect: typeof connectHub<'/widget'>;
  session: typeof widgetSession;
}

/** Runs one chat in a shadow root that has a launcher already. Connects at the first show, or at once for who has chatted before. */
export function openChat(
  element: HTMLElement & { identityToken?: string },
  root: ShadowRoot,
  { hub, siteKey, listingId, locale }: ChatPlace,
  wires: ChatWires = { connect: connectHub, session: widgetSession },
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
  const tellNews = newsTeller(element, root, words);
  const place = keepPlace(ui);
  const aloud = speakAloud(ui.aloud);
  const showEnd = endButton(ui.end, words, endChat);

  const storageKey = storageKeyOf(hub, siteKey);
  const readKey = `${storageKey}:read`;
  const session = wires.session({
    hub,
    siteKey,
    listingId,
    locale,
    onAnswer: subject.show,
    onIdentityRefused: ({ code, message }) => tellPage(element, 'error', { code, message }),
    onPerson: follow,
  });
  let connection: HubConnection<'/widget'> | null = null;
  let chat: ReturnType<typeof followChat> | null = null;
  let shown = false;
  let drawing = false;
  let readSeq = 0;
  let readIn: string | null = null;
  let offlineSince: number | null = null;
  let botAwaitedSince: number | null = null;
  let botAwaitedFor = '';
  let personAsked = false;
  let goesOn = false;
  let slowedDown = false;
  let toldRefusal: string | undefined;
  const slotChoices = new Map<string, SlotChoice>();
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
  const render = renderTalk(ui.list, speech, { retry: outbox.retry, discard: outbox.discard, choose: chooseSlot });
  const compose = composer(ui, speech, {
    draftKey: `${storageKey}:draft`,
    send(text) {
      if (isBlocked()) return 'no';
      place.toEnd();
      return outbox.add({ text }) ? 'taken' : 'full';
    },
    typing(on) {
      // Ephemeral: one that is lost changes nothing.
      connection?.send('typing-set', { on }).catch(refusalIn);
    },
  });

  /** Words that were not sent are of who wrote them, and of nobody who comes after. */
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
      slotChoices,
      now: new Date(),
      speech,
    });
    place.around(() => {
      render(model.rows);
      showChoices(model);
    });
    clearTimeout(passing);
    if (model.passesAt) passing = setTimeout(draw, model.passesAt.getTime() - Date.now() + 10);
    showMode(model);
    showStatus();
    aloud(entries, state.synced);

    if (!log) return;
    if (readIn !== state.conversationId) {
      readIn = state.conversationId;
      readSeq = readBefore(readIn);
    }
    const unread = entries.filter(
      (entry) => entry.seq > readSeq && entry.type === 'message-created' && entry.actor.kind !== 'visitor',
    );
    if (shown && document.visibilityState === 'visible' && unread.length > 0 && connection.status === 'live') {
      readSeq = lastSeqOf(log);
      remember('local', readKey, `${readIn} ${readSeq}`);
      connection.send('read-mark', { seq: readSeq }).catch(refusalIn);
    }
    tellNews(entries, state.synced, shown ? 0 : unread.length);
  }

  /** How far this chat was read on the pages before this one; a new chat counts from one again. */
  function readBefore(conversationId: string | null): number {
    const [kept, seq] = (recall('local', readKey) ?? '').split(' ');
    return kept === conversationId ? Number(seq) || 0 : 0;
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
    ui.start.hidden = !fresh;
    const choices: readonly { id?: string; label: string }[] = fresh ? starters : offered;
    const key = choices.map((choice) => choice.label).join('|');
    ui.chips.hidden = choices.length === 0;
    if (ui.chips.dataset.key === key) return;
    ui.chips.dataset.key = key;
    ui.chips.replaceChildren(
      ...choices.map(({ id, label }) => {
        const chip = make('button', { type: 'button' }, [label]);
        chip.addEventListener('click', () => {
          if (isBlocked()) return;
          place.toEnd();
          outbox.add({ text: label, ...(id === undefined ? {} : { choiceId: id }) });
          ui.input.focus({ preventScroll: true });
        });
        return chip;
      }),
    );
  }

  function showMode({ mode, agentName, waits, rows }: ChatModel) {
    const closed = mode === 'closed';
    const stopped = waits?.for === 'start';
    const answering = {
      bot: words.jorgeAi,
      human: fill(words.withYou, { name: agentName ?? words.aPerson }),
      waiting: stopped
        ? words.stopped
        : waits?.for === 'visitor'
          ? words.jorgeAi
          : waits?.backAt
            ? fill(words.backAt, { time: speech.comeback(waits.backAt, new Date()) })
            : words.teamTold,
      closed: words.chatEnded,
    };
    ui.answering.textContent = answering[mode];
    const byJorge = mode === 'bot' || waits?.for === 'visitor';
    if (!byJorge) personAsked = false;
    ui.person.hidden = !byJorge;
    ui.person.disabled = personAsked || connection?.status !== 'live';
    ui.person.textContent = personAsked ? words.personAsked : words.talkToPerson;
    const focused = ui.sheet.querySelector<HTMLElement>('.foot :focus');
    ui.form.hidden = closed || stopped;
    ui.over.hidden = !ui.form.hidden;
    ui.again.textContent = stopped ? words.goOn : words.startNew;
    goesOn = stopped;
    const mine = rows.some((row) => row.kind === 'message' && row.who === 'you');
    showEnd(mine && !closed);
    if (focused?.getClientRects().length === 0) (ui.form.hidden ? ui.again : compose).focus();
  }

  function refusedBy(): Refusal | null {
    const held = connection?.heldOffBy;
    return connection?.endedBy ?? (held?.code === 'FORBIDDEN' ? held : (chat?.get().refusal ?? null));
  }
  const isBlocked = () => refusedBy()?.code === 'FORBIDDEN';

  function showStatus() {
    if (!connection) return;
    const refused = refusedBy();
    const lostForMs = offlineSince === null ? 0 : performance.now() - offlineSince;
    const lost = connection.status !== 'live' && lostForMs > offlineGraceMs;
    const tooFast = sendsTooFast();
    const crowded = connection.status !== 'live' && limitCodes.has(connection.heldOffBy?.code ?? '');
    if (refused) {
      ui.status.textContent = isBlocked() ? words.blocked : `${words.notHere} ${reasonOf(refused)}`;
    } else if (crowded) ui.status.textContent = `${words.crowded} ${words.sentThen}`;
    else if (lost) {
      const now = connection.session === null ? words.notReached : words.reconnecting;
      ui.status.textContent = `${now} ${words.sentThen}`;
    } else if (tooFast) ui.status.textContent = words.tooFast;
    if (refused && refused.code !== toldRefusal)
      tellPage(element, 'error', { code: refused.code, message: refused.message });
    toldRefusal = refused?.code;
    ui.status.hidden = !refused && !lost && !crowded && !tooFast;
    if (!refused && !lost && offlineSince !== null) drawIn(offlineGraceMs - lostForMs);
  }

  /** Whether the hub slows the visitor down. Between two tries nothing says so, and the line must not blink. */
  function sendsTooFast(): boolean {
    if (outbox.items.some(({ state, refusal }) => state === 'waiting' && refusal !== undefined)) slowedDown = true;
    else if (outbox.items.every(({ state }) => state === 'sent' || state === 'failed')) slowedDown = false;
    return slowedDown;
  }

  /** The hub explains itself in English: in another language the plain sentence before it has to do. */
  const reasonOf = (refusal: Refusal | null): string => (speech.language === 'en' && refusal ? refusal.message : '');

  function chooseSlot(offerId: string, slotId: string) {
    const set = (choice: Omit<SlotChoice, 'slotId'>) => {
      slotChoices.set(offerId, { slotId, ...choice });
      draw();
    };
    if (!connection) return;
    set({ state: 'asking', trouble: null });
    connection.send('slot-choose', { commandId: newCommandId(), offerId, slotId }).then(
      () => set({ state: 'sent', trouble: null }),
      (error: unknown) => {
        const refusal = refusalIn(error);
        const trouble = refusal?.code === 'NOT_CONFIGURED' ? words.cannotBook : reasonOf(refusal) || words.didNotWork;
        set({ state: 'refused', trouble });
      },
    );
  }

  function askForPerson() {
    personAsked = true;
    draw();
    connection?.send('human-request', { commandId: newCommandId() }).catch((error: unknown) => {
      personAsked = false;
      compose.hint(reasonOf(refusalIn(error)) || words.didNotWork);
      draw();
    });
  }

  function endChat() {
    connection
      ?.send('chat-end', { commandId: newCommandId() })
      .catch((error: unknown) => compose.hint(reasonOf(refusalIn(error)) || words.didNotWork));
  }

  /** Another proof of who it is needs another session: the talk goes on with it, or as before if it is refused. */
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
  ui.again.addEventListener('click', () => {
    if (!goesOn) return chat?.reopen();
    // The word that telephone companies know; the hub takes it in every language.
    outbox.add({ text: 'START' });
    ui.form.hidden = false;
    ui.input.focus({ preventScroll: true });
  });
  ui.sheet.addEventListener('keydown', (event) => {
    if (event.key === 'Tab') keepFocusWithin(ui.sheet, event);
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    close();
  });
  document.addEventListener('visibilitychange', draw);
  element.addEventListener('chat-identify', identify);
  identify();
  const isKnownHere = recall('local', anonymousKeyOf(storageKey)) !== null;
  if (isKnownHere || (element.identityToken && recall('local', signedKeyOf(storageKey)) !== null)) connect();

  return {
    show(open: boolean) {
      if (open === shown) return;
      shown = open;
      ui.sheet.hidden = !open;
      if (!open) return;
      connect();
      draw();
      place.toEnd();
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
      place.stop();
      ui.sheet.remove();
      subject.drop();
      dropStyles();
    },
  };
}
