import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { activities } from '../../../shared/activities/registry.ts';
import { Runbook } from '../../../shared/runbook/runbook.ts';
import { samples } from '../../../electron/demo/samples.ts';

describe.each(samples)('sample $id', ({ title, runbook }) => {
  const parsed = Runbook.parse(parse(runbook));

  it('carries the name it is listed under', () => {
    expect(parsed.name).toBe(title);
  });

  it('uses activities of this version and the demo connections only', () => {
    for (const activity of Object.values(parsed.activities)) {
      const definition = activities.get(activity.type);
      expect(definition).toBeDefined();
      const keys =
        definition?.connection === 'none' ? [undefined] : definition?.connection === 'itemActivity' ? ['demo-mail-items'] : ['demo-mailbox', 'demo-mail-items'];
      expect(keys).toContain(activity.connection);
      expect(Object.keys(definition?.properties ?? {})).toEqual(expect.arrayContaining(Object.keys(activity.properties)));
    }
  });

  it('links activities that exist, and refers only to them', () => {
    const keys = Object.keys(parsed.activities);
    for (const link of parsed.links) expect(keys).toEqual(expect.arrayContaining([link.from, link.to]));
    for (const [, key] of runbook.matchAll(/\{\{([\w-]+)\./g)) expect(keys).toContain(key);
  });

  it('places every activity on the grid, none over another', () => {
    expect(Object.keys(parsed.layout).sort()).toEqual(Object.keys(parsed.activities).sort());
    const places = Object.values(parsed.layout);
    for (const [x, y] of places) expect([x % 8, y % 8]).toEqual([0, 0]);
    expect(new Set(places.map(String)).size).toBe(places.length);
  });
});
