import type { StaffUser } from '../features/identity/model.ts';
import type { IdentityStore } from '../features/identity/ports.ts';
import type { Clock } from '../kernel/clock.ts';
import { newId } from '../kernel/ids.ts';
import type { Logger } from '../kernel/observe.ts';
import type { Hint, Wakeups } from '../kernel/wakeups.ts';
import type { Session } from './session.ts';

/** Whoever of a brokerage has a socket open, on any node. */
export interface Here {
  /** With a desk open: these can be offered a conversation. */
  atDesk: ReadonlySet<string>;
  /** Of those who left moments ago, by a reload perhaps. */
  justLeft: ReadonlySet<string>;
}

export interface Presence {
  /**
   * Tells the team that somebody came, and whoever came who is here. Visitors are nobody's business; for them this node listens who
   * of the team is at another one.
   */
  arrived(session: Session): Promise<void>;
  left(session: Session): void;
  /** Somebody said whether they are free. */
  changed(tenantId: string, change: { userId: string; name: string; status: StaffUser['presence']['status'] }): void;
  /** As far as this node knows; a node without anybody of the brokerage or its visitors knows of nobody. */
  here(tenantId: string): Here;
  stop(): void;
}

export interface PresenceParts {
  identity: Pick<IdentityStore, 'findUser' | 'listUsers'>;
  wakeups: Wakeups;
  clock: Clock;
  log: Logger;
  /** Somebody arrived or left, or became free or busy. */
  onChange(tenantId: string): void;
}

interface Person {
  id: string;
  name: string;
  atDesk: boolean;
}
interface Team {
  sessions: Set<Session>;
  visitors: Set<Session>;
  /** What other nodes said last, and when. */
  nodes: Map<string, { people: Person[]; at: number }>;
  leftAt: Map<string, number>;
  close(): void;
}

const tellEveryMs = 5000;
/** A node that was silent for so long is gone, and with it whoever was there. */
const nodeLostMs = 15_000;
/** A reload is no leaving. */
const graceMs = 10_000;

const topicOf = (tenantId: string): string => `presence:${tenantId}`;

/**
 * Who is here, over all nodes: each tells the others whom it has, at every change and every five seconds, and forgets a node
 * that falls silent. Nothing is kept anywhere; while Redis is away each node knows its own people.
 */
export function createPresence(parts: PresenceParts): Presence {
  const { clock, wakeups } = parts;
  const node = newId();
  const teams = new Map<string, Team>();

  const peopleOf = (sessions: Iterable<Session>): Map<string, Person> => {
    const people = new Map<string, Person>();
    for (const { scope, namespace } of sessions) {
      const { principal } = scope;
      if (principal.kind !== 'staff') continue;
      const atDesk = namespace === '/agent' || people.get(principal.id)?.atDesk === true;
      people.set(principal.id, { id: principal.id, name: principal.name, atDesk });
    }
    return people;
  };
  function allOf(team: Team): Map<string, Person> {
    const all = peopleOf(team.sessions);
    for (const { people } of team.nodes.values()) {
      for (const one of people) all.set(one.id, { ...one, atDesk: one.atDesk || all.get(one.id)?.atDesk === true });
    }
    return all;
  }

  function tellStaff(team: Team, change: { userId: string; name: string; status: string }): void {
    for (const { socket } of team.sessions) socket.emit('presence-changed', change);
  }
  function tellNodes(tenantId: string, team: Team): void {
    wakeups.publish(topicOf(tenantId), { kind: 'here', node, people: [...peopleOf(team.sessions).values()] });
  }

  /** Does something to a team and tells this node's staff who came by it and who went. */
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
      parts.identity.findUser(one.id).then(
        (user) => {
          // Gone again while this was read.
          if (!allOf(team).has(one.id)) return;
          tellStaff(team, { userId: one.id, name: one.name, status: user?.presence.status ?? 'available' });
        },
        (err: unknown) => parts.log.warn('presence could not be told', { err }),
      );
    }
    const desksDiffer = [...after.values()].some(({ id, atDesk }) => before.get(id)?.atDesk !== atDesk);
    if (came.length + went.length > 0 || desksDiffer) parts.onChange(tenantId);
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
      parts.onChange(tenantId);
    }
  }

  function openTeam(tenantId: string): Team {
    const found = teams.get(tenantId);
    if (found !== undefined) return found;
    const team: Team = {
      sessions: new Set(),
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
      const users = new Map((await parts.identity.listUsers(tenantId)).map((user) => [user.id, user]));
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
        tellDifference(tenantId, team, () => team.sessions.delete(session));
        tellNodes(tenantId, team);
      }
      team.visitors.delete(session);
      if (team.sessions.size + team.visitors.size > 0) return;
      team.close();
      teams.delete(tenantId);
      parts.onChange(tenantId);
    },
    changed(tenantId, change) {
      const team = teams.get(tenantId);
      if (team !== undefined) tellStaff(team, change);
      wakeups.publish(topicOf(tenantId), { kind: 'status', node, ...change });
      parts.onChange(tenantId);
    },
    here(tenantId) {
      const team = teams.get(tenantId);
      if (team === undefined) return { atDesk: new Set(), justLeft: new Set() };
      const atDesk = new Set([...allOf(team).values()].filter((one) => one.atDesk).map(({ id }) => id));
      const now = clock.now();
      const justLeft = [...team.leftAt].filter(([, at]) => now - at <= graceMs).map(([id]) => id);
      return { atDesk, justLeft: new Set(justLeft) };
    },
    stop: () => cancel(),
  };
}
