import { createElement } from '../createElement.ts';
import type { Sheet } from '../sheet.ts';
import { popUp } from './popUp.ts';

const emoji = '😀 😂 😊 😍 🤔 😅 😢 😮 👍 👎 👏 🙏 👋 🤝 ❤️ 🎉 🏡 🏠 🔑 🛏️ 🛁 🌳 🐶 🐱 🚗 📷 📅 ✅'.split(' ');
const columns = 7;

/** A few emoji to put into the text field; the arrow keys go through them. */
export function emojiPicker(
  { ui, root }: { ui: Sheet; root: ShadowRoot },
  label: string,
  write: (text: string) => void,
) {
  const buttons = emoji.map((one, place) => {
    const button = createElement('button', { type: 'button', tabindex: place === 0 ? '0' : '-1' }, [one]);
    button.addEventListener('click', () => {
      pop.close({ focus: false });
      write(one);
    });
    return button;
  });
  const panel = createElement('div', { class: 'emoji-list', role: 'group', 'aria-label': label }, buttons);
  panel.addEventListener('keydown', (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: columns, ArrowUp: -columns }[event.key];
    const at = buttons.indexOf(root.activeElement as HTMLButtonElement);
    const to = step === undefined ? undefined : buttons[at + step];
    if (!to) return;
    event.preventDefault();
    buttons[at]?.setAttribute('tabindex', '-1');
    to.setAttribute('tabindex', '0');
    to.focus();
  });
  ui.form.before(panel);
  const pop = popUp(ui.emoji, panel, root);
  return pop;
}
