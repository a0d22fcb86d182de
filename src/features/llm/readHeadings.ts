import { confidenceOf, type Extracted, type Field, fieldOf, itemsOf, plainWords } from './ladderFields.ts';
import { withoutEntities } from './looseJson.ts';

const mark = '[*_`]{0,3}';
const heading = new RegExp(
  `^\\s*(?:[#>]+\\s*)?(?:[-*•–+]\\s+)?(?:\\(?(?:\\d{1,2}|[ivx]{1,4})[.)]\\s*)?[^\\p{L}\\n]{0,8}?(?<label>\\p{L}[\\p{L}_ '’/-]{1,30}?)\\s*${mark}(?:\\s*\\([^)\\n]{0,40}\\))?\\s*${mark}(?:(?<sign>:|：|=>|->|→|=|–|—|\\s-\\s)\\s*${mark}\\s*(?<rest>.*)|)$`,
  'iu',
);
const isBullet = /^\s*(?:[-*•·–—▪+]|\(?\d{1,2}[.)]|\[[ x]?\])\s+/i;
const refuses =
  /^\W*(?:(?:i['’]m |i am )?sorry,? (?:but|i)\b|i apologi[sz]e|lo siento,? (?:pero|no)|i (?:cannot|can['’]t|won['’]t|must decline|am unable|am not able)|i['’]m (?:unable|not able)|no puedo|(?:error|http)\b|overloaded)|\b(?:(?:can(?:no|['’])t|unable to|won['’]t|not able to) (?:help|assist|produce|comply|provide|answer|do that|fulfill|process|generate)|as an ai\b|language model|clarify|which fields|no puedo (?:ayudar|producir|responder|proporcionar)|could you (?:please )?(?:provide|share|tell)|i need more (?:information|context)|against (?:my|the) (?:policy|guidelines)|refus(?:e|ed|al)|blocked|content policy|rather not|not comfortable|decline)/i;
const blockTags = /<\/?(?:p|div|ul|ol|br|table|tr|h\d|body|html)\b[^>]{0,200}>/gi;
const inlineTags = /<\/?(?:b|i|u|em|strong|span|code|a)\b[^>]{0,200}>/gi;

/** Tags as headings and items, one heading a line. */
function linesOf(raw: string): string[] {
  let text = raw.replace(/^[ \t]*(?:```|~~~)\w*[ \t]*$/gm, '').replace(/<\|[^|>]{0,40}\|>/g, '\n');
  if (/<\/?[a-z]/i.test(text) || /\[\/?[a-z]{3,}\]/i.test(text)) {
    const tagged = (whole: string, slash: string, name: string): string =>
      slash === '/' ? '\n' : fieldOf(name) !== null ? `\n${name}:\n` : whole.startsWith('[') ? whole : '\n- ';
    text = withoutBrokenEnd(text)
      .replace(/<!\[CDATA\[|\]\]>/g, '')
      .replace(/<([a-z_]{3,20})\s+(?:value|text)="([^"]*)"\s*\/?>/gi, '\n$1: $2\n')
      .replace(
        /<[a-z_]{1,20}((?:\s+[a-z_]{2,20}="[^"]*")+)\s*\/?>/gi,
        (_, list: string) => `${list.replace(/\s+([a-z_]+)="([^"]*)"/gi, '\n$1: $2')}\n`,
      )
      .replace(inlineTags, '')
      .replace(blockTags, '\n')
      .replace(/<(\/?)([a-z_]{1,30})(?:\s[^>]{0,200})?>/gi, tagged)
      .replace(/\[(\/?)([a-z_]{3,30})\]/gi, tagged);
  }
  return tableOf(withoutEntities(text))
    .split('\n')
    .flatMap((line) => {
      const parts = line.split(/(?<=\S{2}[.!?;)\]"”]|\s\|)\s+(?=(?:\p{L}{1,15} ){0,2}\p{L}{2,15}\s*:\s)/u);
      return parts.reduce<string[]>((all, part) => {
        const label = /^[^:]{1,40}(?=\s*:)/.exec(part)?.[0] ?? '';
        if (all.length > 0 && fieldOf(label) === null) all.push(`${all.pop()} ${part}`);
        else {
          // The stop between two headings on one line belongs to neither.
          if (all.length > 0 && parts.length > 2 && !/^[^:]*$/.test(all.at(-1) ?? ''))
            all.push((all.pop() ?? '').replace(/\s*[|;.]$/, ''));
          all.push(part);
        }
        return all;
      }, []);
    });
}

/** Without the text of a last tag that was never closed, where tags are closed. */
function withoutBrokenEnd(text: string): string {
  const last = [...text.matchAll(/<([a-z_]{2,30})>/gi)].at(-1);
  if (last === undefined || !/<\/[a-z_]+>/i.test(text)) return text;
  return /<\//.test(text.slice(last.index)) ? text : text.slice(0, last.index);
}

/** A table as headings: a row for each field, or a column. */
function tableOf(text: string): string {
  const rows = text.split('\n').map(
    (line) =>
      /^\s*\|(.+)\|\s*$/
        .exec(line)?.[1]
        ?.split('|')
        .map((cell) => cell.trim()) ?? null,
  );
  const head = rows.findIndex((cells) => cells !== null);
  const names = rows[head] ?? [];
  if (names.filter((cell) => fieldOf(cell) !== null).length >= 3) {
    const body = rows.slice(head + 1).find((cells) => cells !== null && !cells.every((cell) => /^:?-*:?$/.test(cell)));
    return names.map((name, at) => `${name}: ${(body ?? [])[at] ?? ''}`).join('\n');
  }
  return text
    .split('\n')
    .map((line, at) => rows[at]?.slice(0, 2).join(': ') ?? line)
    .join('\n');
}

const isExact = (label: string): boolean =>
  !/\s/.test(label.trim()) || /^(?:next steps|to do|things to avoid|follow ups|what to say)$/i.test(label.trim());

/**
 * Reads an answer that was written for people: headings of any kind, tags, numbered points, or plain prose. A refusal, and a
 * question back, say nothing.
 */
export function readHeadings(raw: string): Extracted {
  const sections: Partial<Record<Field | 'before', string[]>> = {};
  let current: Field | 'before' | null = 'before';
  const lines = linesOf(raw);
  let isLabelled = false;
  for (const line of lines) {
    const { label = '', sign, rest = '' } = heading.exec(line)?.groups ?? {};
    const field =
      label === '' ||
      (sign === undefined && !isExact(label)) ||
      (isBullet.test(line) && label.includes(' ') && !/[*_]/.test(line))
        ? null
        : fieldOf(label);
    if (field !== null) {
      current = field;
      isLabelled = true;
      sections[field] ??= [];
      if (rest !== '' && !/^[>|][-+]?$/.test(rest)) sections[field].push(rest);
    } else if (/^\s*#/.test(line) || /^\s*[-=*_]{3,}\s*$/.test(line)) {
      if (/^\s*#/.test(line)) current = null;
    } else if (line.trim() !== '' && !(current === 'before' && sign !== undefined && rest === '')) {
      const home: Field | 'before' | null =
        isBullet.test(line) && (current === 'confidence' || (current === 'say' && !isLabelled)) ? 'actions' : current;
      if (home !== null) {
        sections[home] ??= [];
        sections[home].push(line);
      }
    }
  }
  return isLabelled ? fromSections(sections) : (byPosition(lines) ?? fromProse(raw));
}

function fromSections(sections: Partial<Record<Field | 'before', string[]>>): Extracted {
  const list = (field: Field): string[] => itemsOf(joined(sections[field] ?? []).join('\n'));
  const say = sections.say ?? sections.before ?? [];
  const spoken = sections.say === undefined && refuses.test(say.join(' ')) ? [] : say;
  return {
    say: plainWords(
      spoken
        .map((line) => line.trim())
        .join(' ')
        .replace(/\s*\($/, ''),
    ),
    confidence: confidenceOf(sections.confidence?.[0] ?? null),
    actions: list('actions'),
    variants: list('variants'),
    risks: list('risks'),
    opportunities: list('opportunities'),
  };
}

/** A line under a bullet, which has none of its own, goes on with it. */
function joined(lines: readonly string[]): string[] {
  const out: string[] = [];
  const hasBullets = lines.some((line) => isBullet.test(line));
  for (const line of lines) {
    const last = out.at(-1);
    if (hasBullets && !isBullet.test(line) && last !== undefined && /^\s/.test(line))
      out[out.length - 1] = `${last} ${line.trim()}`;
    else out.push(line);
  }
  return out;
}

/** Six numbered points without a name: the fields in their order. */
function byPosition(lines: readonly string[]): Extracted | null {
  const points = lines.flatMap((line) => /^\s*\(?\d[.)]\s+(.*)$/.exec(line)?.[1] ?? []);
  const [say, confidence, actions = '', variants = '', risks = '', opportunities = ''] = points;
  if (points.length !== 6 || say === undefined || confidenceOf(confidence) === null) return null;
  return {
    say: plainWords(say),
    confidence: confidenceOf(confidence),
    actions: itemsOf(actions),
    variants: itemsOf(variants),
    risks: itemsOf(risks),
    opportunities: itemsOf(opportunities),
  };
}

const toldConfidence =
  /[([]?\s?\b(?:confidence|certainty|confianza)\b\W{0,4}(?:is |of |level |es )?([^)\]\n.]{1,20}(?:\.\d+)?)[)\]]?\.?\s*/i;

function fromProse(raw: string): Extracted {
  const told = toldConfidence.exec(raw);
  const confidence = confidenceOf(told?.[1] ?? null);
  const words = (confidence === null || told === null ? raw : raw.replace(told[0], ' ')).replace(/\s+/g, ' ').trim();
  const asksBack = /^[^.!?]*\?$/.test(words);
  const says = words !== '' && !asksBack && !refuses.test(words) && /\p{L}{2}/u.test(words);
  const none = { actions: [], variants: [], risks: [], opportunities: [] };
  return says ? { say: plainWords(words), confidence, ...none } : { say: null, confidence: null, ...none };
}
