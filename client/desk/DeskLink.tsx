import type { ReactNode } from 'react';
import { goToPath } from './route.ts';

interface DeskLinkProps {
  to: string;
  className?: string;
  title?: string;
  children: ReactNode;
}

/** A link within the desk: a press stays on the page, a press with a key opens another one as links do. */
export function DeskLink({ to, children, ...rest }: DeskLinkProps) {
  return (
    <a
      {...rest}
      href={to}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
        event.preventDefault();
        goToPath(to);
      }}
    >
      {children}
    </a>
  );
}
