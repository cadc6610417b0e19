import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { samples } from '../../../electron/demo/samples.ts';
import { demoConnections, demoGlobals } from '../../../electron/workspace/demoWorkspace.ts';
import { activities } from '../../../shared/activities/registry.ts';
import { problemsOf } from '../../../shared/runbook/problems.ts';
import { Runbook } from '../../../shared/runbook/runbook.ts';
import { runSample, type SampleRun } from './runSample.ts';

/** The size of a card, and the least room for the label of a link between two columns of cards. */
const card = { width: 208, height: 76 };
const labelRoom = 120;

/** What a sample leaves behind, by the inbox or folder it shows in. */
const outcomes: Readonly<Record<string, (run: SampleRun) => Promise<void>>> = {
  async 'answer-help-desk-mail'({ subjects }) {
    expect(await subjects('inbox', 'ana')).toContain('Help desk: automatic answers have started');
    expect((await subjects('sentitems')).filter((one) => one.startsWith('RE: [HD]'))).toHaveLength(7);
  },
  async 'archive-old-mail'({ subjects }) {
    expect(await subjects('inbox', 'ana')).toContain('4 mails go to the archive');
    expect(await subjects('Archive')).toEqual(expect.arrayContaining(['Case 4102: VPN on the train', 'Case 4630: scanner 9']));
    expect(await subjects('Help desk')).toEqual(['Case 4688: shared calendar']);
  },
  async 'calendar-digest'({ subjects }) {
    expect(await subjects('inbox', 'ana')).toEqual(expect.arrayContaining(['Today: 1 appointments', 'Review of open tickets']));
    expect(await subjects('calendar')).toContain('Review of open tickets');
  },
  async 'number-tickets'({ subjects }) {
    const told = (await subjects('inbox', 'ana')).filter((one) => one.startsWith('HD-47'));
    expect(told.map((one) => one.slice(0, 'HD-4701'.length)).toSorted()).toEqual(['HD-4701', 'HD-4702', 'HD-4703', 'HD-4704', 'HD-4705', 'HD-4706']);
  },
  async onboarding({ subjects }) {
    expect(await subjects('contacts')).toContain('Emma Lindqvist');
    expect(await subjects('drafts')).toContain('Welcome to Contoso');
    expect(await subjects('inbox', 'priya')).toEqual(expect.arrayContaining(['Welcome: Emma Lindqvist', 'How is it going, Emma?']));
    expect(await subjects('calendar', 'priya')).toEqual(['How is it going, Emma?', 'Welcome: Emma Lindqvist']);
  },
  async 'out-of-office-digest'({ subjects }) {
    for (const user of ['li', 'marek', 'priya', 'jonas', 'sofia'])
      expect(await subjects('inbox', user)).toContain('Out of office: 1 entries in the coming year');
  },
  async 'task-from-mail'({ subjects }) {
    const taken = (await subjects('inbox', 'marek')).filter((one) => one.startsWith('FW: [HD]'));
    expect(taken).toHaveLength(2);
    expect(await subjects('tasks')).toEqual(expect.arrayContaining(taken.map((one) => one.slice('FW: '.length))));
  },
};

describe.each(samples)('sample $id', ({ id, title, runbook }) => {
  const parsed = Runbook.parse(parse(runbook));
  const connections = Object.entries(demoConnections).map(([key, connection]) => ({ key, connection }));

  const variables = Object.keys(demoGlobals.variables).map((name) => ({ name, encrypted: false, stored: true }));
  const globals = { counters: Object.keys(demoGlobals.counters), schedules: Object.keys(demoGlobals.schedules) };

  it('carries the name it is listed under', () => {
    expect(parsed.name).toBe(title);
  });

  it('has no problem in a demo workspace', () => {
    expect(problemsOf(parsed, { registry: activities, connections, variables, globals, runbooks: [] })).toEqual([]);
  });

  it('places every activity on the grid, with room for what stands on the links', () => {
    expect(Object.keys(parsed.layout).sort()).toEqual(Object.keys(parsed.activities).sort());
    const places = Object.values(parsed.layout);
    for (const [x, y] of places) expect([x % 8, y % 8]).toEqual([0, 0]);
    for (const [index, [x, y]] of places.entries()) {
      for (const [otherX, otherY] of places.slice(index + 1)) {
        const beside = Math.abs(x - otherX) >= card.width + labelRoom;
        const below = x === otherX && Math.abs(y - otherY) >= card.height + 40;
        expect([x, y, otherX, otherY, beside || below]).toEqual([x, y, otherX, otherY, true]);
      }
    }
  });

  it('runs to its end on the demo server, and leaves behind what it promises', async () => {
    await using run = await runSample(parsed);
    expect(run.failures).toEqual([]);
    expect(run.status).toBe('success');
    await outcomes[id]?.(run);
    expect(Object.keys(outcomes)).toContain(id);
  });
});
