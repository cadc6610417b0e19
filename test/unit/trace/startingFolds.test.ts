import { describe, expect, it } from 'vitest';
import { startingFolds } from '../../../shared/trace/startingFolds.ts';

/** The document as it is seen: every folded part is a mark. */
const seen = (xml: string): string =>
  startingFolds(xml)
    .toReversed()
    .reduce((text, { from, to }) => `${text.slice(0, from)}…${text.slice(to)}`, xml);

const message = (subject: string): string => `<t:Message><t:Subject>${subject}</t:Subject><t:From><t:Name>Ana</t:Name></t:From></t:Message>`;

describe('what of a large document is folded at first', () => {
  it('is each entry of the list that nearly all of it is, inside of which nothing else is folded', () => {
    const xml = `<?xml version="1.0"?><s:Envelope a="<"><s:Header><h:Version x="1"/></s:Header><s:Body><m:Response><m:Code>NoError</m:Code><t:Items>\n${message('one'.repeat(90))}\n${message('two'.repeat(90))}\n</t:Items></m:Response></s:Body></s:Envelope>`;
    expect(seen(xml)).toBe('<?xml version="1.0"?><s:Envelope a="<"><s:Header><h:Version x="1"/></s:Header><s:Body><m:Response><m:Code>NoError</m:Code><t:Items>\n<t:Message>…</t:Message>\n<t:Message>…</t:Message>\n</t:Items></m:Response></s:Body></s:Envelope>');
  });

  it('is a long text of an element, markup that is quoted in it included', () => {
    expect(seen(`<a><b>short</b><b>${'x'.repeat(20_001)}</b><b><![CDATA[${'<p>'.repeat(10_000)}]]></b></a>`)).toBe('<a><b>short</b><b>…</b><b>…</b></a>');
  });

  it('is each of several answers of the same size', () => {
    expect(seen(`<a>${`<r><c>${'x'.repeat(50)}</c></r>`.repeat(3)}<!-- <r> --></a>`)).toBe('<a><r>…</r><r>…</r><r>…</r><!-- <r> --></a>');
  });

  it('is at most a thousand parts, each of entries that follow each other', () => {
    const entries = Array.from({ length: 2501 }, (_one, index) => `<r><c>${index}</c></r>`);
    expect(seen(`<a>${entries.join('')}</a>`)).toBe(`<a>${'<r>…</r>'.repeat(834)}</a>`);
  });

  it.each(['no markup', '<a><b></a>', '</a>', ''])('is nothing of what is no XML: %s', (text) => {
    expect(startingFolds(text)).toEqual([]);
  });
});
