import type { Extracted } from './readAnswers.ts';

/** Of one field: values that are right, that are made up, and that are missed. */
export interface FieldGrade {
  right: number;
  extra: number;
  missed: number;
}
export const fields = ['say', 'confidence', 'actions', 'variants', 'risks', 'opportunities'] as const;
export type Field = (typeof fields)[number];

const within = 0.02;

/** Compares each field with what it should be. An item of a list counts as one value, wherever in the list it stands. */
export function gradeFields(found: Extracted, truth: Extracted): Record<Field, FieldGrade> {
  return Object.fromEntries(fields.map((field) => [field, gradeField(found[field], truth[field])])) as Record<
    Field,
    FieldGrade
  >;
}

type Value = Extracted[Field];

function gradeField(found: Value, truth: Value): FieldGrade {
  const open = valuesOf(truth);
  let right = 0;
  const all = valuesOf(found);
  for (const value of all) {
    const at = open.findIndex((one) => isSame(value, one));
    if (at < 0) continue;
    open.splice(at, 1);
    right += 1;
  }
  return { right, extra: all.length - right, missed: open.length };
}

const valuesOf = (value: Value): (string | number)[] =>
  value === null ? [] : Array.isArray(value) ? [...value] : [value];

const isSame = (one: string | number, other: string | number): boolean =>
  typeof one === 'number' || typeof other === 'number'
    ? Math.abs(Number(one) - Number(other)) <= within
    : plain(one) === plain(other);

const plain = (words: string): string => words.replace(/\s+/g, ' ').replace(/[“”]/g, '"').replace(/[‘’]/g, "'").trim();

/** F1 of several grades: 1 where all is right, and nothing is made up. */
export function f1Of(grades: readonly FieldGrade[]): number {
  const sum = (of: (one: FieldGrade) => number): number => grades.reduce((total, one) => total + of(one), 0);
  const right = sum((one) => one.right);
  const faults = sum((one) => one.extra + one.missed);
  return right + faults === 0 ? 1 : (2 * right) / (2 * right + faults);
}
