import { fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { CodeView } from '../../../renderer/ui/CodeView.tsx';
import type { FoldedFile } from '../../../renderer/ui/foldedRuns.ts';

const text = ['<a>', '  <b>printer</b>', '  <b>Printer on fire</b>', '  <b>a printer</b>', '</a>'].join('\n');

async function finding(words: string): Promise<HTMLElement> {
  const user = userEvent.setup();
  render(<CodeView text={text} label="Response, XML" />);
  await user.click(screen.getByRole('textbox', { name: 'Response, XML' }));
  await user.keyboard('{Control>}f{/Control}');
  const bar = screen.getByRole('search');
  expect(within(bar).getByRole('searchbox', { name: 'Find in the message' })).toHaveFocus();
  await user.keyboard(words);
  return bar;
}

describe('finding in a document', () => {
  it('counts the places, and goes through them and round the end', async () => {
    const user = userEvent.setup();
    const bar = await finding('printer');
    const told = within(bar).getByRole('status');
    expect(told).toHaveTextContent('1 of 3');
    await user.keyboard('{Enter}');
    expect(told).toHaveTextContent('2 of 3');
    await user.click(within(bar).getByRole('button', { name: 'Next place' }));
    await user.click(within(bar).getByRole('button', { name: 'Next place' }));
    expect(told).toHaveTextContent('1 of 3');
    await user.click(within(bar).getByRole('button', { name: 'Previous place' }));
    expect(told).toHaveTextContent('3 of 3');
  });

  it('takes what is typed as it is, and says when it is not there', async () => {
    expect(within(await finding('\\n')).getByRole('status')).toHaveTextContent('Not found');
  });

  it('counts no further than a thousand', async () => {
    const user = userEvent.setup();
    render(<CodeView text={'x\n'.repeat(1200)} label="Raw" language="text" />);
    await user.click(screen.getByRole('textbox', { name: 'Raw' }));
    await user.keyboard('{Control>}f{/Control}');
    await user.keyboard('x');
    expect(screen.getByRole('status')).toHaveTextContent('1 of more than 1,000');
  });

  it('is closed with Escape, which leads back to the document', async () => {
    const user = userEvent.setup();
    await finding('fire');
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('search')).toBeNull();
    expect(screen.getByRole('textbox', { name: 'Response, XML' })).toHaveFocus();
  });
});

describe('a file inside a document', () => {
  const bytes = 'QUJD'.repeat(500);
  const attachment = (name: string): string => `<t:FileAttachment><t:Name>${name}</t:Name><t:Content>${bytes}</t:Content></t:FileAttachment>`;

  it('is folded with its size, and saved under its name', async () => {
    const user = userEvent.setup();
    const saved: FoldedFile[] = [];
    render(<CodeView text={`<a>\n${attachment('offer.pdf')}\n<t:FileAttachment><t:Content>${bytes}</t:Content></t:FileAttachment></a>`} label="Response, XML" onSave={(file) => saved.push(file)} />);
    expect(screen.getByRole('button', { name: /^Show what is folded here: attachment, 1\.5 KB/ })).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Save offer.pdf…' }));
    // The second one has no name, and is not called after the first.
    await user.click(screen.getByRole('button', { name: 'Save the decoded Base64…' }));
    expect(saved).toEqual([{ name: 'offer.pdf', base64: bytes }, { name: undefined, base64: bytes }]);
  });

  it('is shown when its size is pressed', async () => {
    const user = userEvent.setup();
    render(<CodeView text={attachment('offer.pdf')} label="Response, XML" />);
    expect(screen.queryByRole('button', { name: /^Save/ })).toBeNull();
    await user.click(screen.getByRole('button', { name: /^Show what is folded here/ }));
    expect(screen.queryByRole('button', { name: /^Show what is folded here/ })).toBeNull();
  });
});

it('selects the whole document with Ctrl+A, and nothing around it, to be copied', async () => {
  const user = userEvent.setup();
  render(<CodeView text={text} label="Response, XML" />);
  const content = screen.getByRole('textbox', { name: 'Response, XML' });
  await user.click(content);
  await user.keyboard('{Control>}a{/Control}');
  const copied: string[] = [];
  fireEvent.copy(content, { clipboardData: { clearData: () => undefined, setData: (_type: string, words: string) => copied.push(words) } });
  expect(copied).toEqual([text]);
});
