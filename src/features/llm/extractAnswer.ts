import { confidenceOf, type Extracted, type Field, fieldOf, fields, itemsOf, wordsOf } from './ladderFields.ts';
import { looseJson, looseObjects } from './looseJson.ts';
import { readHeadings } from './readHeadings.ts';

const mostNested = 3;
const longest = 40_000;

/**
 * Reads what a model's answer holds, whatever shape it came in: JSON as it should be, JSON as models write it, headings, tags,
 * numbered points, prose. A refusal, a template that was not filled in and an empty answer hold nothing. It never throws.
 */
export function extractAnswer(raw: string): Extracted {
  const text = raw.slice(0, longest).replace(/<(think(?:ing)?|scratchpad|reasoning)>[\s\S]*?<\/\1>/gi, '');
  const objects = looseObjects(text).flatMap((value) => fieldsIn(value, 0) ?? []);
  if (objects.length === 0)
    return /^\s*(?:```\w*\s*)?(?:\{|\[\s*\]|```\s*$|$)/.test(text) ? nothing : readHeadings(text);
  const known: Partial<Record<Field, unknown>> = Object.assign({}, ...objects.toReversed());
  if (Object.values(known).every((value) => isTemplate(value))) return nothing;
  return {
    say: wordsOf(known.say),
    confidence: confidenceOf(known.confidence),
    actions: itemsOf(known.actions),
    variants: itemsOf(known.variants),
    risks: itemsOf(known.risks),
    opportunities: itemsOf(known.opportunities),
  };
}

const nothing: Extracted = { say: null, confidence: null, actions: [], variants: [], risks: [], opportunities: [] };

const isTemplate = (value: unknown): boolean =>
  value === 0 ||
  value === 'string' ||
  (Array.isArray(value) && value.length > 0 && value.every((one) => one === 'string'));

/** The fields of an object and of what is inside it, or of a list of names and values; null where there are none. */
function fieldsIn(value: unknown, depth: number): Partial<Record<Field, unknown>> | null {
  if (depth > mostNested) return null;
  if (typeof value === 'string') return /^\s*(?:```|[{[])/.test(value) ? fieldsIn(looseJson(value), depth + 1) : null;
  if (typeof value !== 'object' || value === null) return null;
  if (Array.isArray(value)) return named(value) ?? merged(value, depth);
  if ('error' in value) return null;
  const found: Partial<Record<Field, unknown>> = {};
  const others: unknown[] = [];
  for (const [key, inner] of Object.entries(value)) {
    const field = fieldOf(key);
    // A wrapper may be called as a field is.
    if (field === null || (field === 'say' && fieldsIn(inner, depth + 1) !== null)) others.push(inner);
    else found[field] ??= inner;
  }
  const all = { ...merged(others, depth), ...found };
  return Object.keys(all).length > 0 ? all : null;
}

function merged(values: readonly unknown[], depth: number): Partial<Record<Field, unknown>> | null {
  const all = values.flatMap((value) => fieldsIn(value, depth + 1) ?? []);
  return all.length === 0 ? null : Object.assign({}, ...all.toReversed());
}

function named(rows: readonly unknown[]): Partial<Record<Field, unknown>> | null {
  const found: Partial<Record<Field, unknown>> = {};
  for (const row of rows) {
    const { name, key, field, value } = (row ?? {}) as Record<string, unknown>;
    const label = fieldOf(String(name ?? key ?? field ?? ''));
    if (label !== null && value !== undefined) found[label] ??= value;
  }
  return fields.some((field) => field in found) ? found : null;
}
