import {
  bodyOf,
  type Call,
  curlOf,
  type ExampleCall,
  exampleCall,
  type Find,
  type OpenApi,
  verbs,
} from './exampleCall.ts';
import { exampleOf } from './exampleOf.ts';
import { code, finder, foldOut, part } from './foldOut.ts';
import { escapeHtml } from './htmlPage.ts';
import { overlaid, type Schema } from './schema.ts';
import { typeWords } from './schemaList.ts';

interface Named {
  verb: (typeof verbs)[number];
  path: string;
  call: Call;
}

/** Every call of the API by matter, each with its parameters, how it is made with curl and from a script, and an example answer. */
export function restPart(document: OpenApi, origin: string): string {
  const find = finder(document);
  const matters = new Map<string, string[]>();
  for (const [path, item] of Object.entries(document.paths ?? {}))
    for (const method of verbs) {
      const call = item[method];
      if (!call) continue;
      const named = { verb: method, path, call };
      const matter = call.tags?.[0] ?? 'other';
      matters.set(matter, [...(matters.get(matter) ?? []), callPart(named, origin, find)]);
    }
  const parts = [...matters].map(
    ([matter, calls]) => `<h3 id="rest-${matter}">${matterWords(matter)}</h3>${calls.join('')}`,
  );
  return `<h2 id="rest">REST</h2><p>Sign in, or create an API key in the desk’s settings. Send the access token or the key as the bearer token of every other call:</p>
${code(`curl ${origin}/api/v1/auth/login -H 'content-type: application/json' \\
  -d '{"email":"agent@demo.example","password":"…"}'
curl ${origin}/api/v1/conversations -H 'authorization: Bearer <accessToken or hk_…>'`)}
<p>Times are ISO 8601 in UTC. Unknown fields are refused. All errors have the same shape; <a href="#errors">see below</a>.</p>${parts.join('')}`;
}

/** The matters of the calls, for an index: the end of their anchors, and their words. */
export const mattersOf = (document: OpenApi): { id: string; words: string }[] =>
  [
    ...new Set(
      Object.values(document.paths ?? {}).flatMap((item) => verbs.flatMap((verb) => item[verb]?.tags?.[0] ?? [])),
    ),
  ].map((id) => ({ id: `rest-${id}`, words: matterWords(id) }));

const matterWords = (matter: string): string => {
  const words = escapeHtml(matter.replaceAll('-', ' '));
  return words.charAt(0).toUpperCase() + words.slice(1);
};

function callPart({ verb, path, call }: Named, origin: string, find: Find): string {
  const good = call.responses?.['200'];
  const answer = good && 'content' in good ? good.content?.['application/json']?.schema : undefined;
  const example = exampleCall(verb, path, call, find);
  return foldOut(example.verb, path, call.summary ?? '', [
    example.needsBearer ? '<p class="soft">Needs a bearer token: an access token or an API key.</p>' : '',
    parametersPart(call, find),
    part('Body', bodyOf(call), find),
    part('Response', answer, find),
    `<h4>curl</h4>${code(curlOf(example, origin))}`,
    `<h4>JavaScript</h4>${code(scriptOf(example))}`,
    answer === undefined ? '' : `<h4>Example response</h4>${code(JSON.stringify(exampleOf(answer, find), null, 2))}`,
  ]);
}

function parametersPart(call: Call, find: Find): string {
  const rows = (call.parameters ?? []).flatMap((parameter) => {
    if (!('in' in parameter)) return [];
    const optional = parameter.required ? '' : '?';
    const words = `in the ${parameter.in}: ${typeWords(overlaid((parameter.schema ?? {}) as Schema, find), find)}`;
    return [
      `<li><code>${escapeHtml(parameter.name)}${optional}</code> <span class="soft">${escapeHtml(words)}</span></li>`,
    ];
  });
  return rows.length === 0 ? '' : `<h4>Parameters</h4><ul class="fields">${rows.join('')}</ul>`;
}

function scriptOf({ verb, address, body, needsBearer }: ExampleCall): string {
  const headers = [
    ...(needsBearer ? [`authorization: \`Bearer \${token}\``] : []),
    ...(body === undefined ? [] : ['"content-type": "application/json"']),
  ];
  const options = [
    ...(verb === 'GET' ? [] : [`method: "${verb}"`]),
    ...(headers.length === 0 ? [] : [`headers: { ${headers.join(', ')} }`]),
    ...(body === undefined ? [] : [`body: JSON.stringify(${JSON.stringify(body)})`]),
  ];
  const told = options.length === 0 ? '' : `, {\n  ${options.join(',\n  ')},\n}`;
  return `const response = await fetch("${address}"${told});`;
}
