import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ParseOption, XmlDocument, XmlLibError, XsdValidator } from 'libxml2-wasm';
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs';

const schemaFile = fileURLToPath(new URL('all.xsd', import.meta.url));
let compiled: XsdValidator | undefined;

/** Compiled on first use: that takes about half a second, a message then a few milliseconds. */
function validator(): XsdValidator {
  if (compiled !== undefined) return compiled;
  xmlRegisterFsInputProviders();
  const schema = XmlDocument.fromBuffer(readFileSync(schemaFile), { url: schemaFile });
  compiled = XsdValidator.fromDoc(schema);
  return compiled;
}

function problemsOf(thrown: unknown): string[] {
  if (!(thrown instanceof XmlLibError)) throw thrown;
  if (thrown.details.length === 0) return [thrown.message];
  return thrown.details.map((detail) => `${detail.line}:${detail.col} ${detail.message.trim()}`);
}

/** Checks a whole SOAP envelope, request or answer, against the official schema. Answers `line:column problem` per problem, nothing when it is valid. */
export function schemaProblems(xml: string): string[] {
  const checker = validator();
  let document: XmlDocument | undefined;
  try {
    document = XmlDocument.fromString(xml, { option: ParseOption.XML_PARSE_HUGE });
    checker.validate(document);
    return [];
  } catch (thrown) {
    return problemsOf(thrown);
  } finally {
    document?.dispose();
  }
}
