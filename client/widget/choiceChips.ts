import { createElement } from './createElement.ts';

interface Chip {
  id?: string;
  label: string;
}

/** Draws quick replies; the same ones stay as they are, so that the focus does. */
export function choiceChips(container: HTMLElement, choose: (chip: Chip) => void): (chips: readonly Chip[]) => void {
  let drawn = '';
  return (chips) => {
    const key = chips.map(({ label }) => label).join('|');
    container.hidden = chips.length === 0;
    if (drawn === key) return;
    drawn = key;
    container.replaceChildren(
      ...chips.map((chip) => {
        const button = createElement('button', { type: 'button' }, [chip.label]);
        button.addEventListener('click', () => choose(chip));
        return button;
      }),
    );
  };
}
