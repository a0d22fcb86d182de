import { changeNarrative, readNarrative } from '../../features/composing/narratives/changeNarrative.ts';
import { rewriteParagraph } from '../../features/composing/narratives/rewriteParagraph.ts';
import {
  cancelBatch,
  type NarrativeBatchDeps,
  orderBatch,
  readBatch,
} from '../../features/composing/narratives/runBatch.ts';
import { writeNarrative } from '../../features/composing/narratives/writeNarrative.ts';
import { type Route, staffRoute } from '../handle.ts';
import { sendEvents, wantsEvents } from '../sendEvents.ts';

export const narrativeRoutes = (deps: NarrativeBatchDeps): Route[] => [
  staffRoute('POST /narratives', {
    summary:
      'Write the story of a home, for a lead if one is named; each sentence with the facts it rests on. With `Accept: text/event-stream`, `text` events carry the words as they are written, and a `done` event the answer.',
    from: 'hub',
    events: true,
    run: ({ session: { scope }, body, req, res }) =>
      wantsEvents(req)
        ? sendEvents(res, ({ send, signal }) =>
            writeNarrative(deps, scope, body, { onText: (text) => send('text', { text }), signal }),
          )
        : writeNarrative(deps, scope, body),
  }),
  staffRoute('POST /narratives/batch', {
    summary: 'Have up to 50 narratives written, at most five at once. Nothing is sent to anyone.',
    from: 'hub',
    status: 202,
    run: ({ session: { scope }, body }) => orderBatch(deps, scope, body),
  }),
  staffRoute('GET /narratives/batch/:id', {
    summary: 'Get how far a batch is, item by item.',
    from: 'hub',
    run: ({ session: { scope }, params }) => readBatch(deps, scope, params.id),
  }),
  staffRoute('DELETE /narratives/batch/:id', {
    summary: 'Cancel what of a batch isn’t written yet.',
    from: 'hub',
    run: ({ session: { scope }, params }) => cancelBatch(deps, scope, params.id),
  }),
  staffRoute('GET /narratives/:id', {
    summary: 'Get a narrative. One that nobody changed or rated is kept for a day, any other for 90 days.',
    from: 'hub',
    run: ({ session: { scope }, params }) => readNarrative(deps, scope, params.id),
  }),
  staffRoute('POST /narratives/:id/rewrite', {
    summary:
      'Have Claude write one paragraph of a narrative anew; the answer is a narrative of its own. Also as server-sent events, as `POST /narratives`.',
    from: 'hub',
    events: true,
    run: ({ session: { scope }, params, body, req, res }) =>
      wantsEvents(req)
        ? sendEvents(res, ({ send, signal }) =>
            rewriteParagraph(deps, scope, params.id, body.paragraph, {
              onText: (text) => send('text', { text }),
              signal,
            }),
          )
        : rewriteParagraph(deps, scope, params.id, body.paragraph),
  }),
  staffRoute('PUT /narratives/:id', {
    summary: 'Keep what a person made of a narrative, or their rating of it.',
    from: 'hub',
    run: ({ session: { scope }, params, body }) => changeNarrative(deps, scope, params.id, body),
  }),
];
