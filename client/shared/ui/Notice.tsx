import type { ReactNode } from 'react';

/** A state of a whole page or column in words, with what can be done about it. */
export function Notice({ title, text, children }: { title: string; text: string; children?: ReactNode }) {
  return (
    <div className="notice">
      <h2>{title}</h2>
      <p>{text}</p>
      {children ? <div className="notice-actions">{children}</div> : null}
    </div>
  );
}
