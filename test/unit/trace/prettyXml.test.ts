import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prettyXml } from '../../../shared/trace/prettyXml.ts';

describe('a document', () => {
  it('gets one element per line, and text stays with its element', () => {
    expect(prettyXml('<?xml version="1.0"?><a x="1 > 0"><b>two\n lines &amp; more</b><c/><d><e></e></d><!-- note --><f><![CDATA[<raw>]]></f></a>')).toBe(
      [
        '<?xml version="1.0"?>',
        '<a x="1 > 0">',
        '  <b>two\n lines &amp; more</b>',
        '  <c/>',
        '  <d>',
        '    <e></e>',
        '  </d>',
        '  <!-- note -->',
        '  <f><![CDATA[<raw>]]></f>',
        '</a>',
      ].join('\n'),
    );
  });

  it('that is indented already stays the same', () => {
    const pretty = '<a>\n  <b>x</b>\n  <c/>\n</a>';
    expect(prettyXml(pretty)).toBe(pretty);
  });

  it('keeps text beside elements', () => {
    expect(prettyXml('<a>before<b/>after</a>')).toBe('<a>\n  before\n  <b/>\n  after\n</a>');
  });

  it.each(['', 'plain text', '<a><b></a>', '<a>', '</a>', '<a', '<a>< b</a>', '{"json": true}'])('that is broken comes back as it is: %j', (broken) => {
    expect(prettyXml(broken)).toBe(broken);
  });

  it('never throws, and changes nothing but white space', () => {
    const piece = fc.constantFrom('<a>', '</a>', '<b/>', '<!--x-->', '<![CDATA[y]]>', 'text', '<', '>', '"', ' ', '\n');
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const xml = pieces.join('');
        expect(prettyXml(xml).replaceAll(/\s/g, '')).toBe(xml.replaceAll(/\s/g, ''));
      }),
    );
  });

  it('of ten megabytes in one element is handled without backtracking', () => {
    const large = `<a><b>${'QUJD'.repeat(2_500_000)}</b></a>`;
    expect(prettyXml(large)).toHaveLength(large.length + '\n  \n'.length);
  });
});
