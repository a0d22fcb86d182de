import { newCommandId } from '../../shared/connection/newCommandId.ts';
import { refusalIn } from '../../shared/connection/refusal.ts';
import { saveFile } from '../../shared/files/saveFile.ts';
import type { ChatDrawn, OpenMore } from '../chatParts.ts';
import { adoptStyles } from '../createElement.ts';
import { fill } from '../speech.ts';
import type { VisitRow } from '../talkRows.ts';
import { attachFiles } from './attachFiles.ts';
import { calendarFile } from './calendarFile.ts';
import { drawMore } from './drawMore.ts';
import { emojiPicker } from './emojiPicker.ts';
import { menu } from './menu.ts';
import moreCss from './more.css?inline';
import { moreRows, type SlotChoice } from './moreRows.ts';
import { moreWords } from './moreWords.ts';
import { personFaces } from './personFaces.ts';
import { rating } from './rating.ts';
import { replySound } from './replySound.ts';
import { replyToast } from './replyToast.ts';
import { showFiles } from './showFiles.ts';
import { showSources } from './showSources.ts';
import { titleCount } from './titleCount.ts';
import { transcriptText } from './transcriptText.ts';

/** The second part of the chat: homes, times and appointments; the menu; news of a closed chat; the end of a talk. */
export const openMore: OpenMore = (host) => {
  const { root, ui, speech, command, storageKey } = host;
  const words = moreWords[speech.language];
  const dropStyles = adoptStyles(root, moreCss);
  const slotChoices = new Map<string, SlotChoice>();
  let last: ChatDrawn | null = null;
  let heardSeq: number | null = null;
  let heardIn: string | null = null;

  const brokerage = () => last?.site?.brokerage ?? '';
  const sound = replySound(storageKey);
  const title = titleCount();
  const faces = personFaces(host);
  const toast = replyToast(root, speech, {
    storageKey,
    hide: words.hide,
    open: () => root.querySelector<HTMLElement>('.launcher')?.click(),
  });
  const emoji = emojiPicker(host, speech.words.emoji, host.write);
  const files = attachFiles(host, words);
  const shownFiles = showFiles(host, words);
  const stars = rating(ui.over, words, {
    storageKey,
    rate: (given) => endChat({ rating: given }),
  });
  const chatMenu = menu(host, speech, words, {
    saveTranscript() {
      const name = [speech.words.chatWith, brokerage()].filter(Boolean).join(' · ');
      saveFile('chat.txt', 'text/plain;charset=utf-8', transcriptText(name, last?.entries ?? [], speech));
    },
    sounds: sound.sounds,
    switchSound: sound.toggle,
    speak: host.speak,
    end: () => void endChat({}).catch(() => undefined),
  });

  async function endChat(said: { rating?: number }): Promise<void> {
    try {
      await command('chat-end', { commandId: newCommandId(), ...said });
    } catch (error) {
      host.hint(host.reasonOf(error));
      throw error;
    }
  }

  function choose(offerId: string, slotId: string) {
    const set = (choice: Omit<SlotChoice, 'slotId'>) => {
      slotChoices.set(offerId, { slotId, ...choice });
      host.redraw();
    };
    set({ state: 'asking', trouble: null });
    command('slot-choose', { commandId: newCommandId(), offerId, slotId }).then(
      () => set({ state: 'sent', trouble: null }),
      (error: unknown) => {
        const cannot = refusalIn(error)?.code === 'NOT_CONFIGURED';
        set({ state: 'refused', trouble: cannot ? words.cannotBook : host.reasonOf(error) });
      },
    );
  }

  function tap(listingId: string, likes: boolean) {
    const tapped = { commandId: newCommandId(), listingId, ...(likes ? { likes } : {}) };
    // The visitor asked for nothing: they are not told when it is lost.
    command('card-tap', tapped).catch(refusalIn);
  }

  function addToCalendar(visit: VisitRow) {
    const { isCall, home, address, with: agent } = visit;
    const place = isCall ? brokerage() : (address ?? home ?? brokerage());
    const file = calendarFile({
      ...visit,
      summary: fill(isCall ? words.callWith : words.visitOf, { what: place }),
      details: [agent ? fill(words.withWhom, { name: agent }) : '', brokerage()].filter(Boolean).join(', '),
      madeAt: Date.now(),
    });
    saveFile('appointment.ics', 'text/calendar;charset=utf-8', file);
  }

  /** A reply that came just now and that nobody saw come. */
  function hear({ conversationId, entries, synced, unread }: ChatDrawn) {
    if (!synced) return;
    const newest = unread.at(-1)?.seq ?? 0;
    // Messages from before the page opened, or of another talk, are no news.
    if (heardSeq !== null && heardIn === conversationId && newest > heardSeq) sound.play();
    heardSeq = Math.max(entries.at(-1)?.seq ?? 0, newest);
    heardIn = conversationId;
  }

  return {
    rows: moreRows({ speech, words, slotChoices }),
    draw: drawMore(speech, words, { hub: host.hub, choose, say: host.say, write: host.write, tap, addToCalendar }),
    drawFiles: shownFiles.draw,
    drawSources: showSources(ui.log, speech, words),
    files,
    drawn(state) {
      last = state;
      chatMenu.drawn(state);
      stars.drawn(state);
      hear(state);
      faces.drawn(state);
      const news = state.begun ? state.unread : [];
      toast.show(state.open ? null : (news.at(-1) ?? null), state.site?.brokerageServicesUrl ?? null);
      title.show(state.site?.titleCount === false ? 0 : news.length);
    },
    toggleMenu: chatMenu.toggle,
    toggleEmoji: emoji.toggle,
    stop() {
      for (const part of [sound, title, faces, toast, emoji, files, shownFiles, stars, chatMenu]) part.stop();
      dropStyles();
    },
  };
};
