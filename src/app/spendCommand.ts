import { z } from 'zod';
import { dayOf } from '../features/insight/dayOf.ts';
import { sumLedger } from '../features/llm/sumLedger.ts';
import { instantOf } from '../kernel/zonedTime.ts';
import { AdminRefused, command, tenant, tenantHelp } from './adminCommand.ts';

/** Of a day. A brokerage at its stop sum all day long has fewer. */
const mostCalls = 100_000;

const day = z.iso.date('must be a date such as 2026-11-22').optional();

export const spendCommand = command({
  summary: 'Print what Claude cost a brokerage in one day, by task and model: calls, tokens, dollars, time, outcomes.',
  options: z.strictObject({ tenant, day }),
  help: { tenant: tenantHelp, day: ['<day>', 'such as 2026-11-22 (default: today in the brokerage’s time zone)'] },
  more: ['', 'The ledger covers 90 days. It holds nothing that identifies a person or what was said.'],
  async run({ store, ledger, clock }, options) {
    const found = await store.findTenant(options.tenant);
    if (found === null) throw new AdminRefused('No tenant has this ID. Run tenant-list to see them.');
    const { date, ...within } = dayOf(noonOf(options.day, found.timeZone) ?? clock.now(), found.timeZone);
    const rows = await ledger.newest(found.id, mostCalls, within);
    const dollars = (micro: number) => `$${(micro / 1_000_000).toFixed(4)}`;
    const cost = rows.reduce((sum, { costMicroUsd }) => sum + costMicroUsd, 0);
    const lines = [`${found.name}, ${date} (${found.timeZone}): ${rows.length} calls, ${dollars(cost)}`];
    if (rows.length === mostCalls) lines.push(`Only the newest ${mostCalls} calls of the day are counted.`);
    if (rows.length === 0) return lines;
    const table = [
      ['task', 'model', 'calls', 'in', 'from cache', 'to cache', 'out', 'cost', 'p50 ms', 'p95 ms', 'outcomes'],
      ...sumLedger(rows).map((sum) => [
        sum.task,
        sum.model ?? 'none started',
        String(sum.calls),
        String(sum.inputTokens),
        String(sum.cacheReadTokens),
        String(sum.cacheWriteTokens),
        String(sum.outputTokens),
        dollars(sum.costMicroUsd),
        String(sum.latencyMs.p50),
        String(sum.latencyMs.p95),
        Object.entries(sum.outcomes)
          .map(([name, count]) => `${name} ${count}`)
          .join(', '),
      ]),
    ];
    const widths = table[0]?.map((_, at) => Math.max(...table.map((row) => row[at]?.length ?? 0))) ?? [];
    return [
      ...lines,
      '',
      ...table.map((row) =>
        row
          .map((cell, at) => cell.padEnd(widths[at] ?? 0))
          .join('  ')
          .trimEnd(),
      ),
    ];
  },
});

function noonOf(date: string | undefined, zone: string): number | null {
  if (date === undefined) return null;
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return instantOf({ year, month, day, hour: 12, minute: 0 }, zone);
}
