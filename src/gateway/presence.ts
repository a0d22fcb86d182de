import type { StaffUser } from '../features/identity/model.ts';
import type { IdentityStore } from '../features/identity/ports.ts';
import type { TenantKnowledge } from '../features/settings/tenantKnowledge.ts';
import type { Clock } from '../kernel/clock.ts';
import { newId } from '../kernel/ids.ts';
import type { Logger } from '../kernel/observe.ts';
import type { Hint, Wakeups } from '../kernel/wakeups.ts';
import type { Session } from './session.ts';

/** The staff of a tenant that have a socket open, on any node. */
export interface Here {
  /** At the desk or the wall. */
  online: ReadonlySet<string>;
  /** With a desk open: these can be offered a conversation. */
  atDesk: ReadonlySet<string>;
  /** They left moments ago, perhaps by a reload. */
  justLeft: ReadonlySet<string>;
}

export interface Presence {
  /**
   * Announces the arrival of staff to the team, and sends the newcomer the roster. A visitor's arrival is announced to nobody; this
   * node then listens for the staff at other nodes.
   */
  arrived(session: Session): Promise<void>;
  left(session: Session): void;
  /** A desk has a conversation open, or no longer: everybody who has it open is told who else does. A wall that watches is told of to nobody. */
  opened(session: Session, conversationId: string, isOpen: boolean): void;
  /** Somebody said whether they are free. */
  changed(tenantId: string, change: { userId: string; name: string; status: StaffUser['presence']['status'] }): void;
  /** As far as this node knows; a node without anybody of the brokerage or its visitors knows of nobody. */
  here(tenantId: string): Here;
  /** Calls `listener` when staff presence or availability of a tenant changed. */
  onChange(listener: (tenantId: string) => void): void;
  stop(): void;
}

export interface PresenceDeps extends Pick<TenantKnowledge, 'peopleOf'> {
  identity: Pick<IdentityStore, 'findUser'>;
  wakeups: Wakeups;
  clock: Clock;
  log: Logger;
}

interface Person {
  id: string;
  name: string;
  atDesk: boolean;
  /** The conversations that they have open; absent in what an older node tells. */
  opens?: string[];
}
interface Team {
  sessions: Set<Session>;
  /** The conversations that each desk of this node has open. */
  opens: Map<Session, Set<string>>;
  visitors: Set<Session>;
  /** The last report of each other node, and when it came. */
  nodes: Map<string, { people: Person[]; at: number }>;
  leftAt: Map<string, number>;
  close(): void;
}

const tellEveryMs = 5000;
/** A node that was silent for this long is gone, and its people with it. */
const nodeLostMs = 15_000;
/** Of one desk; nobody hears of conversations that it opens beyond these. */
const mostOpens = 20;
/** A reload is no leaving. */
const graceMs = 10_000;

const topicOf = (tenantId: string): string => `presence:${tenantId}`;

/**
 * The staff that are here, over all nodes: each tells the others whom it has, at every change and every five seconds, and forgets a node
 * that falls silent. Nothing is kept anywhere; while Redis is away each node knows its own people.
 */
export function createPresence(deps: PresenceDeps): Presence {
  const { clock, wakeups } = deps;
  const node = newId();
  const teams = new Map<string, Team>();
  const listeners: ((tenantId: string) => void)[] = [];
  const tellListeners = (tenantId: string): void => {
    for (const listener of listeners) listener(tenantId);
  };

  const peopleOf = ({ sessions, opens }: Team): Map<string, Person> => {
    const people = new Map<string, Person>();
    for (const session of sessions) {
      const { principal } = session.scope;
      if (principal.kind !== 'staff') continue;
      const before = people.get(principal.id);
      const atDesk = session.namespace === '/agent' || before?.atDesk === true;
      const open = [...(before?.opens ?? []), ...(opens.get(session) ?? [])];
      people.set(principal.id, { id: principal.id, name: principal.name, atDesk, opens: [...new Set(open)] });
    }
    return people;
  };
  function allOf(team: Team): Map<string, Person> {
    const all = peopleOf(team);
    for (const { people } of team.nodes.values()) {
      for (const one of people) {
        const before = all.get(one.id);
        const opens = [...(before?.opens ?? []), ...(one.opens ?? [])];
        all.set(one.id, { ...one, atDesk: one.atDesk || before?.atDesk === true, opens });
      }
    }
    return all;
  }

  function tellStaff(team: Team, change: { userId: string; name: string; status: string }): void {
    for (const { socket } of team.sessions) socket.emit('presence-changed', change);
  }
  function tellNodes(tenantId: string, team: Team): void {
    wakeups.publish(topicOf(tenantId), { kind: 'here', node, people: [...peopleOf(team).values()] });
  }

  /**
   * Tells the desks of this node that have a conversation open, if the people who have it open differ from `before`; of
   * `opening` in any case.
   */
  function tellViewers(
    team: Team,
    before: Map<string, Person>,
    opening: { session: Session; conversationId: string } | null,
  ) {
    if (team.opens.size === 0) return;
    const after = viewersIn(allOf(team));
    const was = viewersIn(before);
    for (const [session, opens] of team.opens) {
      for (const conversationId of opens) {
        const people = after.get(conversationId) ?? [];
        const isOpening = session === opening?.session && conversationId === opening.conversationId;
        if (!isOpening && idsOf(people) === idsOf(was.get(conversationId) ?? [])) continue;
        session.socket.emit('viewers-changed', { conversationId, people });
      }
    }
  }

  /** Changes a team, and tells this node's staff who arrived and who left by that. */
  function tellDifference(tenantId: string, team: Team, act: () => void): void {
    const before = allOf(team);
    act();
    const after = allOf(team);
    const came = [...after.values()].filter(({ id }) => !before.has(id));
    const went = [...before.values()].filter(({ id }) => !after.has(id));
    for (const { id, name } of went) {
      team.leftAt.set(id, clock.now());
      tellStaff(team, { userId: id, name, status: 'offline' });
    }
    for (const one of came) {
      team.leftAt.delete(one.id);
      deps.identity.findUser(one.id).then(
        (user) => {
          // Gone again while this was read.
          if (!allOf(team).has(one.id)) return;
          tellStaff(team, { userId: one.id, name: one.name, status: user?.presence.status ?? 'available' });
        },
        (err: unknown) => deps.log.warn('presence could not be shared', { err }),
      );
    }
    tellViewers(team, before, null);
    const desksDiffer = [...after.values()].some(({ id, atDesk }) => before.get(id)?.atDesk !== atDesk);
    if (came.length + went.length > 0 || desksDiffer) tellListeners(tenantId);
  }

  function onHint(tenantId: string, team: Team, hint: Hint): void {
    if (hint.node === node) return;
    if (hint.kind === 'who') tellNodes(tenantId, team);
    else if (hint.kind === 'here') {
      const people = hint.people as Person[];
      tellDifference(tenantId, team, () => {
        if (people.length === 0) team.nodes.delete(String(hint.node));
        else team.nodes.set(String(hint.node), { people, at: clock.now() });
      });
    } else if (hint.kind === 'status') {
      const { userId, name, status } = hint as Hint & { userId: string; name: string; status: string };
      tellStaff(team, { userId, name, status });
      tellListeners(tenantId);
    }
  }

  function openTeam(tenantId: string): Team {
    const found = teams.get(tenantId);
    if (found !== undefined) return found;
    const team: Team = {
      sessions: new Set(),
      opens: new Map(),
      visitors: new Set(),
      nodes: new Map(),
      leftAt: new Map(),
      close: () => {},
    };
    team.close = wakeups.subscribe(topicOf(tenantId), (hint) => onHint(tenantId, team, hint));
    teams.set(tenantId, team);
    wakeups.publish(topicOf(tenantId), { kind: 'who', node });
    return team;
  }

  let cancel = (): void => {};
  function look(): void {
    cancel = clock.after(tellEveryMs, () => {
      const now = clock.now();
      for (const [tenantId, team] of teams) {
        tellNodes(tenantId, team);
        tellDifference(tenantId, team, () => {
          for (const [name, { at }] of team.nodes) if (now - at > nodeLostMs) team.nodes.delete(name);
        });
        for (const [userId, at] of team.leftAt) if (now - at > graceMs) team.leftAt.delete(userId);
      }
      look();
    });
  }
  look();

  return {
    async arrived(session) {
      const { tenantId, principal } = session.scope;
      const team = openTeam(tenantId);
      if (principal.kind !== 'staff') {
        team.visitors.add(session);
        return;
      }
      tellDifference(tenantId, team, () => team.sessions.add(session));
      tellNodes(tenantId, team);
      const users = new Map((await deps.peopleOf(tenantId)).map((user) => [user.id, user]));
      for (const { id, name } of allOf(team).values()) {
        const status = users.get(id)?.presence.status ?? 'available';
        session.socket.emit('presence-changed', { userId: id, name, status });
      }
    },
    left(session) {
      const { tenantId } = session.scope;
      const team = teams.get(tenantId);
      if (team === undefined) return;
      if (team.sessions.has(session)) {
        tellDifference(tenantId, team, () => {
          team.sessions.delete(session);
          team.opens.delete(session);
        });
        tellNodes(tenantId, team);
      }
      team.visitors.delete(session);
      if (team.sessions.size + team.visitors.size > 0) return;
      team.close();
      teams.delete(tenantId);
      tellListeners(tenantId);
    },
    opened(session, conversationId, isOpen) {
      const { tenantId } = session.scope;
      const team = teams.get(tenantId);
      if (session.namespace !== '/agent' || !team?.sessions.has(session)) return;
      const opens = team.opens.get(session) ?? new Set();
      if (isOpen ? opens.size >= mostOpens && !opens.has(conversationId) : !opens.has(conversationId)) return;
      const before = allOf(team);
      if (isOpen) team.opens.set(session, opens.add(conversationId));
      else if (opens.delete(conversationId) && opens.size === 0) team.opens.delete(session);
      tellViewers(team, before, isOpen ? { session, conversationId } : null);
      tellNodes(tenantId, team);
    },
    changed(tenantId, change) {
      const team = teams.get(tenantId);
      if (team !== undefined) tellStaff(team, change);
      wakeups.publish(topicOf(tenantId), { kind: 'status', node, ...change });
      tellListeners(tenantId);
    },
    here(tenantId) {
      const team = teams.get(tenantId);
      if (team === undefined) return { online: new Set(), atDesk: new Set(), justLeft: new Set() };
      const all = allOf(team);
      const atDesk = new Set([...all.values()].filter((one) => one.atDesk).map(({ id }) => id));
      const now = clock.now();
      const justLeft = [...team.leftAt].filter(([, at]) => now - at <= graceMs).map(([id]) => id);
      return { online: new Set(all.keys()), atDesk, justLeft: new Set(justLeft) };
    },
    onChange(listener) {
      listeners.push(listener);
    },
    stop: () => cancel(),
  };
}

/** The people who have each conversation open, by name. */
function viewersIn(people: ReadonlyMap<string, Person>): Map<string, { id: string; name: string }[]> {
  const viewers = new Map<string, { id: string; name: string }[]>();
  for (const { id, name, opens } of [...people.values()].sort((a, b) => (a.name < b.name ? -1 : 1)))
    for (const conversationId of new Set(opens))
      viewers.set(conversationId, [...(viewers.get(conversationId) ?? []), { id, name }]);
  return viewers;
}

const idsOf = (people: readonly { id: string }[]): string => people.map(({ id }) => id).join(' ');
