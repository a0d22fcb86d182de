import { overlaid, type Schema } from './schema.ts';

// Deeper than this an example would say nothing more.
const maxDepth = 12;

/** An example for each format of a string. */
const formats: Record<string, string> = {
  'date-time': '2026-03-02T15:00:00.000Z',
  date: '2026-03-02',
  email: 'robin@example.com',
  uri: 'https://www.example.com',
  uuid: '3f0c2a54-6f0e-4d0e-9d5a-0d8d6d1b7a11',
};
/** Examples for fields by name, where their type says no more than "string". */
const known: Record<string, string> = {
  ...{ id: '01J8ZQ4M7R', name: 'Ana Ruiz', text: 'Is it still for sale?', token: 'eyJhbGciOi…', currency: 'USD' },
  ...{ password: 'nine herons over the lake', current: 'seven otters in a river', title: 'Zilker bungalow' },
  ...{
    language: 'en',
    timeZone: 'America/Chicago',
    siteKey: 'demo',
    accessToken: 'eyJhbGciOi…',
    phone: '+15125550143',
  },
  ...{ refreshToken: 'q3vT…', email: 'ana@example.com', log: 'public:01J8ZQ4M7R', q: 'pool' },
};

/** A value that a JSON schema allows, for people to read: with the fields that have to be there, and the others as far as they are plain. */
export function exampleOf(raw: unknown, resolve: (ref: string) => unknown, name = '', depth = 0): unknown {
  const schema = overlaid(raw as Schema, resolve);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  if (schema.examples) return schema.examples[0];
  const choices = (schema.oneOf ?? schema.anyOf)?.filter(({ type }) => type !== 'null');
  if (choices?.[0]) return exampleOf(choices[0], resolve, name, depth);
  const type = Array.isArray(schema.type) ? schema.type.find((one) => one !== 'null') : schema.type;
  if (type === 'array' || schema.items)
    return depth >= maxDepth || !schema.items ? [] : [exampleOf(schema.items, resolve, name, depth + 1)];
  if (type === 'object' || schema.properties) {
    if (depth >= maxDepth) return {};
    const fields = Object.entries(schema.properties ?? {}).filter(([field]) => schema.required?.includes(field));
    return Object.fromEntries(fields.map(([field, of]) => [field, exampleOf(of, resolve, field, depth + 1)]));
  }
  if (type === 'integer' || type === 'number') return Math.min(schema.maximum ?? 3, Math.max(schema.minimum ?? 3, 3));
  if (type === 'boolean') return true;
  if (type !== 'string') return null;
  return formats[schema.format ?? ''] ?? known[name] ?? (/Id$/.test(name) ? known.id : 'text');
}
