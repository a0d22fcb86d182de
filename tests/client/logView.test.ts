import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applyEntries,
  applyEntry,
  applyHead,
  applySynced,
  earlierRange,
  emptyLogView,
  type LogView,
  missingRange,
} from '../../client/shared/state/logView.ts';
import { entriesOf, logName } from './entriesOf.ts';

const seqsOf = (view: LogView) => view.entries.map((entry) => entry.seq);
const straight = (count: number) => applyEntries(emptyLogView(logName), entriesOf(count));

describe('the view of a log', () => {
  it('is the same whatever the order, the repeats and the batches in which its entries come', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }).chain((count) =>
          fc.record({
            count: fc.constant(count),
            order: fc.shuffledSubarray(
              entriesOf(count).flatMap((entry) => [entry, entry]),
              { minLength: count * 2 },
            ),
            batch: fc.integer({ min: 1, max: 7 }),
            syncedAt: fc.nat(),
            syncedFrom: fc.integer({ min: 1, max: count }),
          }),
        ),
        ({ count, order, batch, syncedAt, syncedFrom }) => {
          let view = emptyLogView(logName);
          for (let at = 0; at < order.length; at += batch) {
            if (at <= syncedAt % order.length) view = applySynced(view, { fromSeq: syncedFrom, seq: count });
            view = applyEntries(view, order.slice(at, at + batch));
          }
          expect(view).toEqual(straight(count));
        },
      ),
    );
  });

  it('never shows a gap, and says what to fetch until none is left', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 500 }).chain((count) =>
          fc.record({
            count: fc.constant(count),
            arrived: fc.shuffledSubarray(entriesOf(count)),
            syncedFrom: fc.integer({ min: 1, max: count }),
          }),
        ),
        ({ count, arrived, syncedFrom }) => {
          const all = entriesOf(count);
          let view = arrived.reduce(applyEntry, emptyLogView(logName));
          view = applySynced(view, { fromSeq: syncedFrom, seq: count });
          for (
            let range = missingRange(view) ?? earlierRange(view);
            range;
            range = missingRange(view) ?? earlierRange(view)
          ) {
            expect(range.toSeq - range.fromSeq).toBeLessThan(200);
            expect(range.toSeq).toBeGreaterThanOrEqual(range.fromSeq);
            const seqs = seqsOf(view);
            expect(seqs).toEqual(seqs.map((_, index) => (seqs[0] ?? 1) + index));
            const size = view.entries.length + view.aside.length;
            view = applyEntries(view, all.slice(range.fromSeq - 1, range.toSeq));
            expect(view.entries.length + view.aside.length).toBeGreaterThan(size);
          }
          expect(view).toEqual(straight(count));
        },
      ),
    );
  });

  it('begins with the newest entries when the hub begins there, and tells what came before', () => {
    const view = applySynced(applyEntries(emptyLogView(logName), entriesOf(500).slice(300)), {
      fromSeq: 301,
      seq: 500,
    });
    expect(seqsOf(view)[0]).toBe(301);
    expect(missingRange(view)).toBeNull();
    expect(earlierRange(view)).toEqual({ fromSeq: 101, toSeq: 300 });
  });

  it('asks on behind what has come, when the hub gives fewer entries at a time than were asked for', () => {
    const all = entriesOf(400);
    let view = applySynced(applyEntries(emptyLogView(logName), all.slice(250)), { fromSeq: 251, seq: 400 });
    for (let range = earlierRange(view); range; range = earlierRange(view)) {
      const held = view.entries.length + view.aside.length;
      view = applyEntries(view, all.slice(range.fromSeq - 1, Math.min(range.toSeq, range.fromSeq + 29)));
      expect(view.entries.length + view.aside.length).toBeGreaterThan(held);
    }
    expect(view.entries).toEqual(all);
  });

  it('knows from heads alone that it is behind', () => {
    const view = applyHead(straight(3), 7);
    expect(missingRange(view)).toEqual({ fromSeq: 4, toSeq: 7 });
    expect(applyHead(view, 2)).toBe(view);
  });

  it('is the same object when nothing is new, and knows nothing of other logs', () => {
    const view = straight(3);
    expect(applyEntries(view, entriesOf(2))).toBe(view);
    expect(applyEntries(view, entriesOf(9, 'internal:talk-1'))).toBe(view);
  });
});
