import type { LoginAnswer } from '../../src/contract/rest/auth.ts';
import type { SiteAnswer } from '../../src/contract/rest/sites.ts';
import { playCall } from './playCall.ts';
import { playTalk, post } from './playTalk.ts';
import { type RecordedModel, startRecordedModel } from './recordedModel.ts';
import type { RecordedCall, RecordedTalk } from './recordings.ts';
import { type StartedHub, startHub } from './startHub.ts';
import { serveWatchPage } from './watchPage.ts';

export interface Theater {
  hub: StartedHub;
  model: RecordedModel;
  /** The page that shows the chat as the visitor sees it. */
  watchUrl: string;
  password: string;
  /** Resolves when somebody presses Start on that page. */
  started: Promise<void>;
  /** Plays the talks or calls one after the other; `say` gets a line for each that happens. */
  play(say: (line: string) => void, signal: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

/** Nobody but this machine reaches the hub, and it keeps nothing. */
const password = 'recorded-talks';

/** A hub whose model is a recording, with a page to watch it. `speed`: how many times as fast as people. */
export async function openTheater(shows: readonly (RecordedTalk | RecordedCall)[], speed = 1): Promise<Theater> {
  const closers: (() => Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    for (const one of closers.splice(0).reverse()) await one();
  };
  try {
    const model = await startRecordedModel(shows, speed);
    closers.push(model.close);
    let onStart = (): void => {};
    const started = new Promise<void>((resolve) => {
      onStart = resolve;
    });
    const page = await serveWatchPage(() => onStart());
    closers.push(page.close);
    const hub = await startHub({
      ANTHROPIC_BASE_URL: model.url,
      ANTHROPIC_API_KEY: 'recorded',
      // A busy machine may be slow to start with; a recording is worth waiting for.
      HUB_MODEL_PATIENCE: '20',
      // No recording answers people's own questions to the model, so they are off.
      HUB_MODEL_OFF: 'ask',
      HUB_DEMO_PASSWORD: password,
      HUB_RECORDED: '1',
    });
    closers.push(hub.stop);
    const signIn = (email: string): Promise<LoginAnswer> => post(`${hub.url}/api/v1/auth/login`, { email, password });
    const admin = (await signIn('admin@demo.example')).accessToken;
    const site = { name: 'Recorded talks', allowedOrigins: [page.url] };
    const { siteKey } = await post<SiteAnswer>(`${hub.url}/api/v1/sites`, site, admin);
    const titles = shows.map(({ title, lookFor }) => ({ title, lookFor }));
    page.fill({ hub: hub.url, siteKey, password, talks: titles });

    async function play(say: (line: string) => void, signal: AbortSignal): Promise<void> {
      for (const [at, show] of shows.entries()) {
        say(`\nRecorded ${'turns' in show ? 'talk' : 'call'} ${at + 1} of ${shows.length}: ${show.title}`);
        page.tell({ phase: 'playing', at, typing: false });
        const staffToken = (await signIn('agent@demo.example')).accessToken;
        if (!('turns' in show)) {
          const stage = { hub: hub.url, adminToken: admin, agentToken: staffToken, speed };
          const onLine = (who: 'lead' | 'agent', text: string) =>
            say(`  ${who === 'lead' ? 'Caller' : 'Agent '}  ${text}`);
          await playCall(show, stage, onLine, signal);
          continue;
        }
        const { locale, listingId } = show;
        await playTalk(
          show,
          { hub: hub.url, page: page.url, siteKey, staffToken, speed },
          {
            onVisitor: ({ visitorToken }) =>
              page.tell({
                visitor: { token: visitorToken, locale, ...(listingId === undefined ? {} : { listingId }) },
              }),
            onTyping: (typing) => page.tell({ typing }),
            onLine: (who, text) => say(`  ${who === 'visitor' ? 'Visitor' : 'Jorge  '}  ${text}`),
          },
          signal,
        );
      }
      page.tell({ phase: 'over' });
    }
    return { hub, model, watchUrl: page.url, password, started, play, close };
  } catch (error) {
    await close();
    throw error;
  }
}
