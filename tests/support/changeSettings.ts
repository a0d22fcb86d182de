import { expect } from 'vitest';
import type { BrokerageSettings, Hours } from '../../src/contract/rest/settings.ts';
import { weekdays } from '../../src/contract/rest/settingsLimits.ts';
import { signIn } from './hubClient.ts';
import { demoPassword } from './openHub.ts';

/** The first change of the demo tenant's settings, by its admin. */
export async function changeSettings(url: string, change: Partial<BrokerageSettings>): Promise<void> {
  const { accessToken } = await signIn(url, 'admin@demo.example', demoPassword);
  const set = await fetch(`${url}/api/v1/settings`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({ version: 0, change }),
  });
  expect(set.status).toBe(200);
}

/** Open at whatever time a test runs. */
export const alwaysOpen: Pick<BrokerageSettings, 'hours' | 'holidays'> = {
  hours: Object.fromEntries(weekdays.map((day) => [day, { from: '00:00', until: '23:59' }])) as Hours,
  holidays: 'none',
};
