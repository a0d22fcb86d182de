import { createElement } from './createElement.ts';

const link = /https?:\/\/[^\s<>"']+/g;

/** Text as nodes, its http and https addresses as links. Nothing in it is ever read as markup. */
export function linkText(text: string): (Node | string)[] {
  const nodes: (Node | string)[] = [];
  let from = 0;
  for (const found of text.matchAll(link)) {
    // The sentence's own full stop or bracket is not part of the address.
    const address = found[0].replace(/[.,;:!?)\]]+$/, '');
    if (!URL.canParse(address)) continue;
    nodes.push(text.slice(from, found.index));
    nodes.push(createElement('a', { href: address, target: '_blank', rel: 'noopener noreferrer nofollow' }, [address]));
    from = found.index + address.length;
  }
  nodes.push(text.slice(from));
  return nodes;
}
