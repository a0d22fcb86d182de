/** An element with attributes and children. Text is always a text node: no words ever become markup. */
export function createElement<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, string> = {},
  children: (Node | string)[] = [],
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

const svg = 'http://www.w3.org/2000/svg';

/** A 24 × 24 line drawing, hidden from screen readers: the control around it has the words. */
export function icon(name: string, ...paths: string[]): SVGSVGElement {
  const drawing = document.createElementNS(svg, 'svg');
  const attributes = { class: name, viewBox: '0 0 24 24', fill: 'none', stroke: 'currentColor', 'aria-hidden': 'true' };
  for (const [key, value] of Object.entries(attributes)) drawing.setAttribute(key, value);
  for (const path of paths) {
    const line = document.createElementNS(svg, 'path');
    line.setAttribute('d', path);
    line.setAttribute('stroke-width', '1.8');
    line.setAttribute('stroke-linecap', 'round');
    line.setAttribute('stroke-linejoin', 'round');
    drawing.append(line);
  }
  return drawing;
}

/**
 * Constructed sheets pass a page's `style-src 'self'`; a style element is for browsers that cannot construct them.
 * Returns what takes them off again.
 */
export function adoptStyles(root: ShadowRoot, css: string): () => void {
  if (!('adoptedStyleSheets' in root)) {
    const element = createElement('style', {}, [css]);
    (root as ShadowRoot).append(element);
    return () => element.remove();
  }
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  return () => {
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((adopted) => adopted !== sheet);
  };
}
