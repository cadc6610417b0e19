/**
 * Every row of a grid in the app: what its status icon says, and the texts of its cells. Long lists hold only what is in
 * view, so the grid is scrolled through. `window` is a Playwright page.
 */
export async function gridRows(window, label) {
  const grid = window.getByRole('grid', { name: label, exact: true }).or(window.getByRole('treegrid', { name: label, exact: true }));
  await grid.getByRole('row').nth(1).waitFor();
  return grid.evaluate(async (element) => {
    const found = new Map();
    const painted = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const total = Number(element.getAttribute('aria-rowcount')) - 1;
    for (let top = 0; found.size < total && top <= element.scrollHeight; top += Math.max(element.clientHeight - 28, 20)) {
      element.scrollTop = top;
      await painted();
      for (const row of element.querySelectorAll('[role="rowgroup"]:last-child > [role="row"]')) {
        const cells = [...row.querySelectorAll('[role="gridcell"]')].map((cell) => cell.innerText.replaceAll(/\s+/g, ' ').trim());
        found.set(Number(row.getAttribute('aria-rowindex')), { status: row.querySelector('[role="img"] title')?.textContent ?? '', cells });
      }
    }
    return [...found].sort(([one], [other]) => one - other).map(([, row]) => row);
  });
}
