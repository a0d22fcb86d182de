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
  hub_connections: { kind: 'gauge', help: 'Open sockets on this node', labels: [] },
  hub_refused_connections_total: { kind: 'counter', help: 'Sockets that were refused', labels: ['code'] },
  hub_ended_connections_total: {
    kind: 'counter',
    help: 'Connections ended for exceeding their limits, by the error code they were sent',
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
    help: 'Messages in Redis that were dropped because they were unsigned or replayed',
    labels: ['reason'],
  },
  hub_entries_total: { kind: 'counter', help: 'Entries appended to logs', labels: ['type'] },
  hub_call_segments_refused_total: {
    kind: 'counter',
    help: 'Words of calls that were refused for want of consent',
    labels: [],
  },
  hub_follow_failures_total: {
    kind: 'counter',
    help: 'Messages whose wait could not be marked at once and is marked by their job',
    labels: [],
  },
  hub_turns_total: { kind: 'counter', help: 'Bot turns', labels: ['bot'] },
  hub_turn_seconds: { kind: 'histogram', help: 'Time of a bot turn with its effects', labels: ['bot'], buckets: slow },
  hub_job_late_seconds: {
    kind: 'histogram',
    help: 'How late jobs started',
    labels: ['kind'],
    buckets: [0.1, 0.5, 1, 5, 10, 30, 60, 300, 1800, 7200],
  },
  hub_job_failures_total: { kind: 'counter', help: 'Job runs that failed and will be tried again', labels: ['kind'] },
  hub_jobs_dead_total: { kind: 'counter', help: 'Jobs given up after failing too often', labels: ['kind'] },
  hub_jobs_refused_total: { kind: 'counter', help: 'Jobs refused because there were too many', labels: ['kind'] },
  hub_model_requests_total: {
    kind: 'counter',
    help: 'Model requests by outcome',
    labels: ['task', 'status'],
  },
  hub_model_first_text_seconds: {
    kind: 'histogram',
    help: 'Time from the request to the first text',
    labels: ['task'],
    buckets: slow,
  },
  hub_model_cost_micro_usd_total: {
    kind: 'counter',
    help: 'Cost of model requests in millionths of a dollar',
    labels: ['model'],
  },
  hub_model_out: { kind: 'gauge', help: '1 while the model is bypassed', labels: [] },
  hub_model_fallbacks_total: {
    kind: 'counter',
    help: 'Requests that the playbook answered because the model could not',
    labels: ['task'],
  },
  hub_model_held_back_total: {
    kind: 'counter',
    help: 'Model answers that were not begun: what they rest on was not there, or they came too late',
    labels: ['task'],
  },
  hub_webhook_deliveries_total: {
    kind: 'counter',
    help: 'Attempts to deliver an event to a webhook by outcome (delivered, or why it was not)',
    labels: ['outcome'],
  },
  hub_narratives_total: {
    kind: 'counter',
    help: 'Narratives by writer, by where they came from (written, kept, or fallback), and by length',
    labels: ['basis', 'from', 'length'],
  },
  hub_narrative_seconds: {
    kind: 'histogram',
    help: 'Time to write a narrative',
    labels: ['basis'],
    buckets: slow,
  },
  hub_model_misfits_total: {
    kind: 'counter',
    help: 'Model answers that did not fit their schema, whether rescued or not',
    labels: ['task'],
  },
};
