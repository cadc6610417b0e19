import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { Designer } from '../../../renderer/features/designer/Designer.tsx';
import { movingAttribute } from '../../../renderer/features/designer/useCanvasView.ts';
import { Runbook } from '../../../shared/runbook/runbook.ts';
import { showOver } from '../openRunbook.tsx';

/** More activities than are drawn at once, in one long row. */
const keys = Array.from({ length: 160 }, (_, index) => `step-${index}`);
const longRow = Runbook.parse({
  name: 'Long',
  activities: Object.fromEntries(keys.map((key, index) => [key, { type: 'control.initializeData', name: `Step ${index}` }])),
  links: keys.slice(1).map((to, index) => ({ from: keys[index], to })),
  layout: Object.fromEntries(keys.map((key, index) => [key, [40 + 280 * index, 40]])),
});
const drawn = (): HTMLElement[] => screen.getAllByRole('group', { name: /^Step \d+,/ });

describe('a large runbook', () => {
  it('draws what is seen, and Tab goes on to what is not', async () => {
    const user = userEvent.setup();
    const { editor } = await showOver(longRow, <Designer runbookKey="triage" />);
    await waitFor(() => expect(drawn().length).toBeLessThan(20));
    const last = drawn().at(-1) ?? expect.fail();
    const at = Number(/^Step (\d+),/.exec(last.getAttribute('aria-label') ?? '')?.[1]);
    act(() => last.focus());
    await user.tab();
    await user.tab();
    await waitFor(() => expect(screen.getByRole('group', { name: new RegExp(`^Step ${at + 1},`) })).toHaveFocus());
    expect(editor().selection.activities).toEqual([`step-${at + 1}`]);
  });

  it('has cards without styles of their own, which would be worked out for each that comes into view', async () => {
    await showOver(longRow, <Designer runbookKey="triage" />);
    const [first] = await screen.findAllByRole('group', { name: /^Step \d+,/ });
    expect(first?.querySelector('.activity-card .card-name')).toHaveTextContent('Step 0');
    // Icons are the library's and have one class each.
    expect([...(first?.querySelectorAll('.activity-card, .activity-card *:not(svg)') ?? [])].filter((part) => /(^| )css-/.test(part.getAttribute('class') ?? ''))).toEqual([]);
  });

  it('is one shape in the overview, which is painted with every step of panning', async () => {
    await showOver(longRow, <Designer runbookKey="triage" />);
    await waitFor(() => expect(document.querySelectorAll('.react-flow__minimap svg > path:not(.react-flow__minimap-mask)')).toHaveLength(1));
    const shape = document.querySelector('.react-flow__minimap svg > path:not(.react-flow__minimap-mask)')?.getAttribute('d') ?? '';
    expect(shape.match(/M/g)).toHaveLength(keys.length);
    expect(shape).toContain('M40,40h');
    expect(document.querySelectorAll('.react-flow__minimap rect')).toHaveLength(0);
  });

  it('is a layer of its own, ground and cards in one, while it is moved and not while it is zoomed', async () => {
    await showOver(longRow, <Designer runbookKey="triage" />);
    const canvas = screen.getByRole('application', { name: 'Canvas' });
    const pane = canvas.querySelector('.react-flow__pane') ?? expect.fail();
    const place = (): string => canvas.querySelector<HTMLElement>('.react-flow__viewport')?.style.transform ?? '';
    await waitFor(() => expect(canvas.querySelector('.react-flow__viewport [data-canvas-ground]')).not.toBeNull());
    const before = place();
    await waitFor(() => {
      // Between two steps on a busy computer it may have come to rest.
      fireEvent.wheel(pane, { deltaY: 40 });
      fireEvent.wheel(pane, { deltaY: 40 });
      expect(canvas).toHaveAttribute(movingAttribute);
    });
    await waitFor(() => expect(canvas).not.toHaveAttribute(movingAttribute));
    expect(place()).not.toBe(before);
    const moved = place();
    fireEvent.wheel(pane, { deltaY: 40, ctrlKey: true });
    fireEvent.wheel(pane, { deltaY: 40, ctrlKey: true });
    expect(place()).not.toBe(moved);
    expect(canvas).not.toHaveAttribute(movingAttribute);
  });
});
