import type { Clock } from '../../kernel/clock.ts';
import type { Asked, OriginJudge } from './judgeOrigin.ts';
import type { Site } from './model.ts';
import type { IdentityStore } from './ports.ts';

const againMs = 3_600_000;

/**
 * Keeps that a page of the site carries the widget, at most once an hour, so that its people see that it is installed. A call that
 * names no origin, or another's, is no page of the site.
 */
export async function noteWidget(
  { store, origins, clock }: { store: Pick<IdentityStore, 'changeSite'>; origins: OriginJudge; clock: Clock },
  { id, tenantId, allowedOrigins, seen }: Pick<Site, 'id' | 'tenantId' | 'allowedOrigins' | 'seen'>,
  asked: Asked,
): Promise<void> {
  const at = clock.now();
  const { origin } = asked;
  if (origin === undefined || (seen !== undefined && at - seen.at < againMs)) return;
  if (origins.allows(asked, allowedOrigins)) await store.changeSite(tenantId, id, { seen: { at, origin } });
}
