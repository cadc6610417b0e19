import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { BodyView } from '../../../renderer/features/traces/BodyView.tsx';
import { formatBody, type FormattedBody } from '../../../renderer/features/traces/formatBody.ts';
import { foldedFrom } from '../../../shared/trace/startingFolds.ts';

const entry = (code: string, size: number): string => `<m:Message><m:ResponseCode>${code}</m:ResponseCode><m:Text>${'word '.repeat(size / 5)}</m:Text></m:Message>`;
const large = (...codes: readonly string[]): string => `<m:Messages>${codes.map((code) => entry(code, Math.ceil(foldedFrom / codes.length))).join('')}</m:Messages>`;
const folded = (): readonly HTMLElement[] => screen.queryAllByRole('button', { name: /^Show what is folded here/ });
const show = (body: FormattedBody): void => void render(<BodyView body={body} label="Response, XML" problemLines={body.problems} onSave={() => undefined} />);

/** What is left of a formatted body where its parts are folded. */
const seen = ({ text, folds }: FormattedBody): string => folds.toReversed().reduce((left, { from, to }) => `${left.slice(0, from)}…${left.slice(to)}`, text);

describe('a message over 5 MB', () => {
  it('starts with every entry folded', () => {
    expect(seen(formatBody(large('NoError', 'NoError', 'NoError')))).toBe('<m:Messages>\n  <m:Message>…</m:Message>\n  <m:Message>…</m:Message>\n  <m:Message>…</m:Message>\n</m:Messages>');
  });

  it('shows its first error, and what stands around it', () => {
    const body = formatBody(large('NoError', 'ErrorItemNotFound', 'ErrorItemNotFound'));
    expect(body.problems).toHaveLength(2);
    expect(seen(body)).toMatch(/^<m:Messages>\n {2}<m:Message>…<\/m:Message>\n {2}<m:Message>\n {4}<m:ResponseCode>ErrorItemNotFound<[^…]*\n {2}<m:Message>…<\/m:Message>\n<\/m:Messages>$/);
  });

  it('is all there is of a message that is smaller, or no XML', () => {
    expect(formatBody('<a><b>NoError</b><b>NoError</b></a>').folds).toEqual([]);
    expect(formatBody(JSON.stringify(['<a><b>'.repeat(foldedFrom / 6)])).folds).toEqual([]);
  });

  it('says what is folded, and is unfolded with a button, and folded again', async () => {
    const text = '<a>\n  <b>\n    <c>1</c>\n  </b>\n  <b>\n    <c>2</c>\n  </b>\n</a>';
    const inside = [...text.matchAll(/(?<=<b>)[^]*?(?=<\/b>)/g)].map(({ index, 0: part }) => ({ from: index, to: index + part.length }));
    show({ text, problems: [], folds: inside });
    expect(screen.getByRole('status')).toHaveTextContent('Large message: 2 parts are folded.');
    expect(folded()).toHaveLength(2);
    await userEvent.click(screen.getByRole('button', { name: 'Unfold all' }));
    expect(folded()).toEqual([]);
    expect(screen.getByRole('status')).toHaveTextContent('The whole message is unfolded.');
    await userEvent.click(screen.getByRole('button', { name: 'Fold again' }));
    expect(folded()).toHaveLength(2);
  });

  it('says nothing where nothing is folded', () => {
    show(formatBody('<a><b>NoError</b></a>'));
    expect(screen.queryByRole('status')).toBeNull();
    expect(folded()).toEqual([]);
  });
});
