export interface MetricDeclaration {
  kind: 'counter' | 'gauge' | 'histogram';
  help: string;
  labels: readonly string[];
  /** Upper bounds in seconds, of a histogram. */
  buckets?: readonly number[];
}

const fast = [0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5];
const slow = [0.1, 0.25, 0.5, 1, 2, 4, 8, 15, 30, 60, 120];

/** Every number the hub publishes beside those of the process itself. */
export const metrics: Readonly<Record<string, MetricDeclaration>> = {
  hub_http_requests_total: { kind: 'counter', help: 'HTTP requests', labels: ['method', 'route', 'status'] },
  hub_http_seconds: { kind: 'histogram', help: 'Time to answer an HTTP request', labels: ['route'], buckets: fast },
  hub_connections: { kind: 'gauge', help: 'Open sockets of this node', labels: [] },
  hub_refused_connections_total: { kind: 'counter', help: 'Sockets that were refused', labels: ['code'] },
  hub_ended_connections_total: {
    kind: 'counter',
    help: 'Connections that were ended for what they cost, by the code they were told',
    labels: ['code'],
  },
  hub_commands_total: {
    kind: 'counter',
    help: 'Commands by outcome (ok or the error code)',
    labels: ['command', 'outcome'],
  },
  hub_ack_seconds: { kind: 'histogram', help: 'Time from a command to its ack', labels: ['command'], buckets: fast },
  hub_forged_messages_total: {
    kind: 'counter',
    help: 'Messages in Redis that no node wrote (unsigned) or that somebody sent again (replayed), all dropped',
    labels: ['reason'],
  },
  hub_entries_total: { kind: 'counter', help: 'Entries appended to logs', labels: ['type'] },
  hub_follow_failures_total: {
    kind: 'counter',
    help: 'Messages whose wait could not be marked at once: their job marks it',
    labels: [],
  },
  hub_turns_total: { kind: 'counter', help: 'Turns of bots', labels: ['bot'] },
  hub_turn_seconds: { kind: 'histogram', help: 'Time of a turn with its effects', labels: ['bot'], buckets: slow },
  hub_job_late_seconds: {
    kind: 'histogram',
    help: 'How much later than its time a job began to run',
    labels: ['kind'],
    buckets: [0.1, 0.5, 1, 5, 10, 30, 60, 300, 1800, 7200],
  },
  hub_job_failures_total: { kind: 'counter', help: 'Runs of jobs that failed and are tried again', labels: ['kind'] },
  hub_jobs_dead_total: { kind: 'counter', help: 'Jobs that failed too often and were given up', labels: ['kind'] },
  hub_jobs_refused_total: { kind: 'counter', help: 'Jobs that were not taken: there were too many', labels: ['kind'] },
  hub_model_requests_total: {
    kind: 'counter',
    help: 'Requests to the model by how they ended',
    labels: ['task', 'status'],
  },
  hub_model_first_text_seconds: {
    kind: 'histogram',
    help: 'Time from the order to the first text',
    labels: ['task'],
    buckets: slow,
  },
  hub_model_cost_micro_usd_total: {
    kind: 'counter',
    help: 'Cost of model requests in millionths of a dollar',
    labels: ['model'],
  },
  hub_model_out: { kind: 'gauge', help: '1 while the model is passed over', labels: [] },
  hub_model_fallbacks_total: {
    kind: 'counter',
    help: 'Orders that the playbook wrote because the model could not',
    labels: ['task'],
  },
  hub_model_misfits_total: {
    kind: 'counter',
    help: 'Answers of the model that did not fit their schema, rescued or not',
    labels: ['task'],
  },
};
