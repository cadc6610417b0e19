import { body, choice, integer, text } from '../fields/field.ts';
import { textEncodings } from './computer.ts';
import { defineActivity } from './defineActivity.ts';

const fromFile = { when: { field: 'source', is: 'File' } } as const;

/** Reads parts of an XML document with an XPath expression, one row for each node (runbook-model 1.11). */
export const queryXml = defineActivity({
  type: 'utilities.queryXml',
  version: 1,
  title: 'Query XML',
  category: 'Utilities',
  icon: 'xml',
  summary: 'Finds nodes of an XML document with XPath and publishes one row for each.',
  reference: 'https://learn.microsoft.com/system-center/orchestrator/standard-activities/query-xml',
  connection: 'none',
  effect: 'none',
  properties: {
    source: choice({ label: 'XML From', required: true, options: ['Text', 'File'], default: 'Text', help: 'Where the document is.' }),
    xml: body({ label: 'XML Text', required: true, when: { field: 'source', is: 'Text' }, help: 'The document. One with a DTD is refused.' }),
    file: text({ ...fromFile, label: 'XML File', required: true, placeholder: 'C:\\Data\\users.xml', help: 'Path of the document on this computer.' }),
    encoding: choice({ ...fromFile, label: 'File Encoding', required: true, options: textEncodings, default: 'UTF-8', help: 'How the file holds its text; a byte order mark wins.' }),
    query: text({ label: 'XPath Query', required: true, placeholder: '//user/@mail', help: 'XPath 1.0 expression. Elements in a namespace are found by *[local-name()="user"].' }),
  },
  publishes: {
    result: text({ label: 'Query Result', help: 'Text of the node, or value of the attribute.' }),
    name: text({ label: 'Node Name', help: 'Name of the node.' }),
    xml: text({ label: 'Node XML', help: 'The node as XML.' }),
    attributes: text({ label: 'Attributes', help: 'Attributes of the node as name="value", divided by spaces.' }),
    count: integer({ label: 'Number of Nodes', required: true, help: 'How many nodes were found.' }),
    query: text({ label: 'XPath Query', required: true, help: 'Expression that was used.' }),
    file: text({ label: 'XML File', help: 'File that was read; empty for a text.' }),
  },
  async *run({ properties, computer, signal }) {
    const { source, xml, file, encoding, query } = properties;
    const document = source === 'File' ? await computer.files.read(file, encoding, signal) : xml;
    const nodes = computer.queryXml(document, query);
    const own = { count: nodes.length, query, file: source === 'File' ? file : undefined };
    // No node is a success with a count of 0, so that a link can test for it.
    if (nodes.length === 0) yield { own };
    for (const node of nodes) yield { own: { ...own, result: node.text, name: node.name, xml: node.xml, attributes: node.attributes.join(' ') } };
  },
});
