import { linksIn } from '../../state/linksIn.ts';

interface WordsProps {
  text: string;
  /** The letters in question, from and to. */
  marked?: { start: number; end: number } | null;
}

/** A person's text, with its links, numbers and addresses to press and the words in question marked. */
export function Words({ text, marked = null }: WordsProps) {
  let start = 0;
  return linksIn(text).map(({ words, href }) => {
    const at = start;
    start += words.length;
    const inner = marked ? <Marked text={words} start={marked.start - at} end={marked.end - at} /> : words;
    if (href === undefined) return <span key={at}>{inner}</span>;
    const isPage = href.startsWith('http');
    return (
      <a
        key={at}
        className="link-in-words"
        href={href}
        rel="noopener noreferrer nofollow"
        {...(isPage ? { target: '_blank' } : {})}
      >
        {inner}
      </a>
    );
  });
}

function Marked({ text, start, end }: { text: string; start: number; end: number }) {
  const from = Math.min(text.length, Math.max(0, start));
  const to = Math.min(text.length, Math.max(from, end));
  return from === to ? (
    text
  ) : (
    <>
      {text.slice(0, from)}
      <mark>{text.slice(from, to)}</mark>
      {text.slice(to)}
    </>
  );
}
