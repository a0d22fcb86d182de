import type { ReactNode } from 'react';
import { Icon } from '../shared/components/Icon.tsx';
import { Notice } from '../shared/components/Notice.tsx';
import { NotLoaded } from '../shared/components/NotLoaded.tsx';
import { UserMenu } from '../shared/components/UserMenu.tsx';
import type { Loaded } from '../shared/components/useLoaded.ts';
import { DeskLink } from './DeskLink.tsx';
import { PageSkeleton } from './PageSkeleton.tsx';

interface LoadedPageProps<T> {
  /** The list that it came from. */
  back: { to: string; words: string };
  title: string;
  loaded: Pick<Loaded<T>, 'data' | 'refusal' | 'reload'>;
  /** Said where there is none of that name, for the page of one thing. */
  missing?: { title: string; text: string };
  /** Said where it could not be read. */
  failed: string;
  /** Beside the title, once it is there. */
  tools?: ReactNode;
  children(data: T): ReactNode;
}

/** A page below a list: its frame at once, then what it shows, or why that isn't there. */
export function LoadedPage<T>({ back, title, loaded, missing, failed, tools, children }: LoadedPageProps<T>) {
  const { data, refusal, reload } = loaded;
  return (
    <div className="people">
      <header className="column-head">
        <DeskLink className="people-back" to={back.to}>
          <Icon name="back" /> {back.words}
        </DeskLink>
        <h1 className="person-name">{title}</h1>
        {data === null ? null : tools}
        <UserMenu />
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long page is scrolled by the keyboard */}
      <main className="people-body" tabIndex={0}>
        {data !== null ? (
          children(data)
        ) : refusal?.code === 'NOT_FOUND' && missing ? (
          <Notice {...missing} />
        ) : refusal ? (
          <NotLoaded title={failed} why={refusal.message} onRetry={reload} />
        ) : (
          <PageSkeleton />
        )}
      </main>
    </div>
  );
}
