import type { ReactNode } from 'react';

/** A state of a whole page or column in words, with what can be done about it. `alone`: the column is all that is shown. */
export function Notice(props: {
  title: string;
  text: string;
  children?: ReactNode;
  whole?: 'page' | 'column';
  alone?: boolean;
}) {
  const { title, text, children, whole = 'column', alone = false } = props;
  const [Container, Title] = whole === 'page' ? (['main', 'h1'] as const) : (['div', 'h2'] as const);
  return (
    <Container className="notice">
      <Title {...(alone ? { 'aria-level': 1 } : {})}>{title}</Title>
      <p>{text}</p>
      {children ? <div className="notice-actions">{children}</div> : null}
    </Container>
  );
}
