import { extractAnswer } from '../../src/features/llm/extractAnswer.ts';
import { type Field, type FieldGrade, f1Of, fields, gradeFields } from './ladder/gradeFields.ts';
import { type Extracted, type ModelAnswer, readAnswers } from './ladder/readAnswers.ts';

const goal = 0.95;

interface Graded {
  answer: ModelAnswer;
  found: Extracted;
  grades: Record<Field, FieldGrade>;
}

/** Measures what is had from answers in the shapes that models return, field by field and, for the seen half, shape by shape. */
export function evaluateLadder({ show, json }: { show: boolean; json: boolean }): boolean {
  const { seen, unseen } = readAnswers();
  const [ofSeen, ofUnseen] = [seen.map(gradeAnswer), unseen.map(gradeAnswer)];
  const by = (graded: readonly Graded[], field: Field): number => f1Of(graded.map(({ grades }) => grades[field]));
  const rows = [
    { name: 'all fields', seen: all(ofSeen), unseen: all(ofUnseen) },
    ...fields.map((field) => ({ name: `  ${field}`, seen: by(ofSeen, field), unseen: by(ofUnseen, field) })),
  ];
  const shapes = [...new Set(seen.map(({ shape }) => shape))].sort();
  const held = all(ofUnseen) >= goal;
  if (show)
    for (const { answer, found, grades } of ofSeen)
      if (f1Of(Object.values(grades)) < 1)
        console.log(
          `${answer.shape}: ${answer.raw}\n  is  ${JSON.stringify(found)}\n  not ${JSON.stringify(answer.truth)}`,
        );
  if (!json) {
    console.log(`${''.padEnd(18)}${'seen'.padStart(8)}${'unseen'.padStart(8)}`);
    for (const { name, seen: one, unseen: other } of rows)
      console.log(name.padEnd(18) + one.toFixed(3).padStart(8) + other.toFixed(3).padStart(8));
    console.log(
      `\nF1 by shape, seen: ${shapes.map((shape) => `${shape} ${all(ofSeen.filter(({ answer }) => answer.shape === shape)).toFixed(2)}`).join(', ')}`,
    );
    console.log(`goal ≥ ${goal} ${held ? 'reached' : 'not reached'}`);
  }
  console.log(JSON.stringify({ eval: 'ladder', held, answers: [seen.length, unseen.length], rows }));
  return held;
}

const all = (graded: readonly Graded[]): number => f1Of(graded.flatMap(({ grades }) => Object.values(grades)));

/** F1 over all fields of the answers of one half. */
export const f1OfAnswers = (answers: readonly ModelAnswer[]): number => all(answers.map(gradeAnswer));

function gradeAnswer(answer: ModelAnswer): Graded {
  const found = extractAnswer(answer.raw);
  return { answer, found, grades: gradeFields(found, answer.truth) };
}
