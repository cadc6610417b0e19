import { innermost, type RunEvent } from '../../shared/engine/events.ts';

/** Kinds that a scenario leaves out unless it asks for them. */
const quiet = new Set<RunEvent['type']>(['activityQueued', 'inputResolved', 'activityProgress', 'exchangeRequest', 'resumed']);

/** Published with every Exchange activity; scenarios are about the rest. */
const connectionLabels = new Set(['Domain', 'Exchange Server Address', 'Timeout (seconds)', 'Use Autodiscover', 'User Name']);

function values(row: Readonly<Record<string, string>>): string {
  const shown = Object.entries(row).filter(([label, value]) => value !== '' && !connectionLabels.has(label));
  return shown.map(([label, value]) => `${label}=${JSON.stringify(value)}`).join(' ');
}

function words(event: RunEvent): string {
  switch (event.type) {
    case 'runStarted':
      return `run ${event.order}`;
    case 'activityQueued':
    case 'activityStarted':
    case 'resumed':
      return `${event.type.replace('activity', '').toLowerCase()} ${event.activity} ${event.item}/${event.items}`;
    case 'inputResolved':
      return `inputs ${event.activity} ${values(Object.fromEntries(event.inputs.map((input) => [input.label, input.value])))}`.trim();
    case 'activityProgress':
      return `progress ${event.activity} ${event.done} ${event.unit}`;
    case 'activityPublished':
      return `row ${event.activity} ${values(event.values)}`.trim();
    case 'activityFinished':
      return `finished ${event.activity} ${event.outcome} ${event.rows}${event.stored === undefined ? '' : ` from ${event.stored}`}${event.reason === undefined ? '' : `: ${event.reason}`}`;
    case 'loopAttempt':
      return `attempt ${event.activity} ${event.attempt} ${event.status} ${event.rows} ${event.exits ? 'exits' : 'goes on'}: ${event.reason}`;
    case 'dataReturned':
      return `returned ${values(event.values)}`.trim();
    case 'platformEvent':
      return `event ${event.severity}: ${event.summary}${event.details === undefined ? '' : ` ${event.details}`}`;
    case 'childEvent':
      return `  ${event.activity}: ${words(event.event)}`;
    case 'linkEvaluated':
      return `${event.followed ? 'follow' : 'stop'} ${event.from}>${event.to} row ${event.row}: ${event.reason}`;
    case 'paused':
      return [`paused ${event.activity} ${event.item}/${event.items} ${event.reason}`, event.detail, event.risk].filter((part) => part !== undefined).join(' ');
    case 'inputEdited':
      return `edited ${event.activity} ${event.input.label}=${JSON.stringify(event.input.value)}`;
    case 'exchangeWaits':
      return `waits ${event.activity} until ${event.until}`;
    case 'exchangeAwaited':
      return `awaits ${event.activity} ${event.operation} on ${event.host} until ${event.until}`;
    case 'message':
      return `${event.level}: ${event.text}`;
    case 'exchangeRequest':
      return `request ${event.activity} ${event.trace}`;
    case 'limitReached':
      return `limit ${event.limit} ${event.maximum}`;
    case 'runFinished':
      return `end ${event.status}${event.error === undefined ? '' : `: ${event.error.what}`}`;
  }
}

/** An event in one line: `[5s]` for the time since the start where time has passed, then what happened. */
export function notation(event: RunEvent, startedAt: string): string {
  const seconds = (Date.parse(event.at) - Date.parse(startedAt)) / 1000;
  return `${seconds === 0 ? '' : `[${seconds}s] `}${words(event)}`;
}

/** Whether a scenario shows the event. */
export function shown(event: RunEvent, extra: readonly string[]): boolean {
  const kind = innermost(event).type;
  return !quiet.has(kind) || extra.includes(kind);
}
