import { createElement } from '../createElement.ts';

/** A button that does something when it is pressed. */
export function button(label: string, action: () => void, more: Record<string, string> = {}): HTMLButtonElement {
  const made = createElement('button', { type: 'button', ...more }, [label]);
  made.addEventListener('click', action);
  return made;
}
/** A link to another page, which opens beside this one. */
export const link = (href: string, children: (Node | string)[], more: Record<string, string> = {}) =>
  createElement('a', { href, target: '_blank', rel: 'noopener noreferrer', ...more }, children);
