import { createElement } from '../createElement.ts';
import { type Language, languages } from '../languages.ts';
import type { Sheet } from '../sheet.ts';
import type { Speech } from '../speech.ts';
import { popUp } from './popUp.ts';
import type { MoreWords } from './words/en.ts';

interface MenuActions {
  saveTranscript(): void;
  /** Returns whether it sounds from now on. */
  switchSound(): boolean;
  sounds(): boolean;
  speak(language: Language): void;
  end(): void;
}

const ownNameOf = (language: Language): string =>
  new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;

/** The menu of the chat: its text to keep, the sound, the language, and the end, which asks once more. */
export function menu(
  { ui, root }: { ui: Sheet; root: ShadowRoot },
  speech: Speech,
  words: MoreWords,
  actions: MenuActions,
) {
  let canEnd = false;
  let asking = false;
  const item = (label: string, action: () => void) => {
    const made = createElement('button', { type: 'button' }, [label]);
    made.addEventListener('click', action);
    return made;
  };
  const save = item(words.saveTalk, () => {
    actions.saveTranscript();
    pop.close();
  });
  const sound = item(words.sound, () => sound.setAttribute('aria-checked', String(actions.switchSound())));
  sound.setAttribute('role', 'switch');
  sound.setAttribute('aria-checked', String(actions.sounds()));

  const language = createElement(
    'select',
    {},
    languages.map((code) => {
      const option = createElement('option', { value: code, lang: code }, [ownNameOf(code)]);
      option.selected = code === speech.language;
      return option;
    }),
  );
  language.addEventListener('change', () => actions.speak(language.value as Language));

  const end = item(words.endChat, () => ask(true));
  const sure = item(words.endIt, () => {
    ask(false);
    pop.close({ focus: false });
    // On a phone, focus in the text field would open the keyboard, so the menu button gets it.
    (window.matchMedia('(pointer: coarse)').matches ? ui.menu : ui.input).focus({ preventScroll: true });
    actions.end();
  });
  const keep = item(words.keepIt, () => {
    ask(false);
    end.focus();
  });
  const question = createElement('div', { class: 'end-ask', role: 'group', 'aria-label': words.endAsk, hidden: '' }, [
    createElement('span', {}, [words.endAsk]),
    sure,
    keep,
  ]);
  function showEnd() {
    end.hidden = !canEnd || asking;
    question.hidden = !canEnd || !asking;
  }
  /** A slip must not cost the talk. */
  function ask(on: boolean) {
    asking = on;
    showEnd();
    if (on) sure.focus();
  }

  const panel = createElement('div', { class: 'menu', role: 'group', 'aria-label': words.chatMenu }, [
    save,
    sound,
    createElement('label', {}, [words.language, language]),
    end,
    question,
  ]);
  ui.menu.after(panel);
  const pop = popUp(ui.menu, panel, root);

  return {
    toggle() {
      ask(false);
      pop.toggle();
    },
    drawn({ begun, closed }: { begun: boolean; closed: boolean }) {
      save.hidden = !begun;
      canEnd = begun && !closed;
      showEnd();
    },
    stop: pop.stop,
  };
}
