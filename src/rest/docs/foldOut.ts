import { escapeHtml } from './htmlPage.ts';
import { schemaList } from './schemaList.ts';

export const code = (text: string): string => `<pre><code>${escapeHtml(text)}</code></pre>`;

/** One call or message: a line that opens to its parts. */
export const foldOut = (verb: string, name: string, summary: string, parts: string[]): string =>
  `<details><summary>${verb ? `<span class="verb">${verb}</span>` : ''}<span class="name">${escapeHtml(name)}</span><span class="soft">${escapeHtml(summary)}</span></summary><div>${parts.join('') || '<p class="soft">No further details.</p>'}</div></details>`;

/** A schema as a list of fields under its title; empty where there are none. */
export function part(title: string, schema: unknown, find: (ref: string) => unknown): string {
  const list = schema === undefined ? '' : schemaList(schema, find);
  return list === '' ? '' : `<h4>${title}</h4>${list}`;
}

/** Follows `#/components/schemas/X` in a document. */
export const finder =
  (document: { components?: { schemas?: object } }) =>
  (ref: string): unknown =>
    (document.components?.schemas as Record<string, unknown> | undefined)?.[ref.slice(ref.lastIndexOf('/') + 1)] ?? {};
