import type { NotificationsAnswer } from '../../src/contract/rest/notifications.ts';
import { DeskPages } from '../desk/DeskPages.tsx';
import { board } from './deskScene.tsx';
import { buyerTalk, logged, longName, minutesAgo, talkId, unbroken } from './fixtures.ts';
import { agent, drawGate, drawStaff, supervisor } from './StaffScene.tsx';
import type { Scene } from './scene.ts';
import { answering } from './settingsScenes.tsx';

const owen = { id: 'agent-2', name: 'Owen Park' };
const viewers = [agent, owen, ...['Ana Ruiz', 'Tom Lee', 'Kim Wu'].map((name) => ({ id: name, name }))];
const notifications: NotificationsAnswer = {
  unread: 4,
  items: [
    {
      ...{ notificationId: 'n9', kind: 'webhook-paused', webhookId: 'w1', host: 'crm.bartonridge.example' },
      ...{ reason: 'failing', at: minutesAgo(1), read: false },
    },
    {
      ...{ notificationId: 'n0', kind: 'report', reportId: 'r1', title: 'Weekly team report' },
      ...{ at: minutesAgo(2), read: false },
    },
    {
      ...{ notificationId: 'n1', kind: 'mention', conversationId: 'c3', lead: { id: 'l3', name: 'Sarah Whitcomb' } },
      ...{ by: owen, text: '@Maya can you call her about the inspection?', at: minutesAgo(4), read: false },
    },
    {
      ...{ notificationId: 'n2', kind: 'task-due', conversationId: 'c4', lead: { id: 'l4' } },
      ...{ wants: { wish: 'buy', beds: 3 }, text: 'Send the disclosures', at: minutesAgo(90), read: false },
    },
    {
      ...{ notificationId: 'n3', kind: 'mention', conversationId: 'c5', lead: { id: 'l5', name: longName } },
      ...{ by: { id: 'x', name: longName }, text: unbroken.slice(0, 160), at: minutesAgo(4_000), read: true },
    },
  ],
};

/** Notifications for one team member, over a talk that colleagues have open too. */
export const teamScenes: Scene[] = [
  {
    name: 'desk-for-you',
    title: 'Desk: someone’s mentions and due tasks, and who else has the conversation open',
    path: `/desk/c/${talkId}`,
    sees: '.notifications li >> nth=3',
    press: ['.viewers', '.desk-nav > button'],
    draw(into) {
      window.fetch = answering({
        '/me/notifications': notifications,
        '/tasks': { zone: 'America/Chicago', items: [] },
      });
      return drawStaff(into, agent, { rows: board, entries: logged(buyerTalk), viewers }, <DeskPages />);
    },
  },
  {
    name: 'desk-second-factor',
    title: 'Desk: a second factor must be set up first',
    path: '/desk',
    sees: '.qr-code',
    press: ['.factor-step input', 'a', 'text=Continue'],
    draw(into) {
      const uri = 'otpauth://totp/Barton?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Barton';
      window.fetch = answering({ '/me/second-factor': { secret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ', uri } });
      return drawGate(into, { ...supervisor, setUpSecondFactor: true });
    },
  },
];
