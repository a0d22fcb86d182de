import type { CardImport } from '../../contract/rest/knowledge.ts';
import { settingsLimits } from '../../contract/rest/settingsLimits.ts';
import { cleanText } from '../../contract/values.ts';
import { readCsv } from '../../kernel/readCsv.ts';

interface CardInFile {
  /** The line that its question stands in, from 1. */
  line: number;
  question: string;
  answer: string;
}
interface CardFile {
  cards: CardInFile[];
  problems: { line: number; problem: string }[];
}

/** The questions and answers of a text that a person brings, and everything that is wrong with it, by line. */
export function readCardFile({ text, form }: Pick<CardImport, 'text' | 'form'>): CardFile {
  const found = form === 'csv' ? fromCsv(text) : fromLines(text, form === 'markdown' ? headingOf : questionOf);
  const cards = found.map((card) => ({ ...card, question: cleanText(card.question), answer: cleanText(card.answer) }));
  const problems = cards.flatMap((card) => {
    const problem = faultOf(card);
    return problem === null ? [] : [{ line: card.line, problem }];
  });
  if (cards.length === 0) problems.push({ line: 1, problem: nothingIn[form] });
  return { cards, problems };
}

const nothingIn = {
  markdown: 'has no heading that begins with ##',
  csv: 'has no row with a question and an answer',
  text: 'has no line that ends with a question mark',
} as const;

function faultOf({ question, answer }: CardInFile): string | null {
  const { cardQuestionChars, cardChars } = settingsLimits;
  if (question === '') return 'has no question';
  if (question.length > cardQuestionChars) return `has a question longer than ${cardQuestionChars} characters`;
  if (answer === '') return 'has no answer';
  return answer.length > cardChars ? `has an answer longer than ${cardChars} characters` : null;
}

const headingOf = (line: string): string | null => /^##\s+(.+?)\s*#*$/.exec(line)?.[1] ?? null;
const questionOf = (line: string): string | null => (/\?\s*$/.test(line) ? line : null);

/** Reads question by question. Text before the first question, or under another heading, belongs to no card. */
function fromLines(text: string, readQuestion: (line: string) => string | null): CardInFile[] {
  const cards: CardInFile[] = [];
  for (const [at, line] of text.replaceAll('\r\n', '\n').split('\n').entries()) {
    const question = readQuestion(line.trim());
    const last = cards.at(-1);
    if (question !== null) cards.push({ line: at + 1, question, answer: '' });
    else if (last !== undefined && !/^#\s/.test(line)) last.answer += `${line}\n`;
  }
  return cards;
}

function fromCsv(text: string): CardInFile[] {
  const rows = readCsv(text).rows.map(({ line, cells: [question = '', answer = ''] }) => ({ line, question, answer }));
  const isHeading = /^\s*(?:question|pregunta)\s*$/i.test(rows[0]?.question ?? '');
  return isHeading ? rows.slice(1) : rows;
}
