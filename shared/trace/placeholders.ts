/** Elements whose text says how a request went or what was asked, never what a mailbox holds. */
const technical = new Set(
  (
    'ResponseCode MessageText DescriptiveText DescriptiveLinkKey faultcode faultstring BackOffMilliseconds IncludesLastItemInRange IncludesLastFolderInRange ' +
    'ErrorCode ErrorMessage BaseShape BodyType SendMeetingInvitations ItemClass FolderClass Importance Sensitivity FreeBusyType LegacyFreeBusyStatus ' +
    'Culture MimeContentCharacterSet ResponseObjects MailboxType RoutingType Status DelegationState'
  ).split(' '),
);

const plain = /^(?:true|false|-?\d+(?:\.\d+)?|\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:\d\d)?)?|P[\dTYMDHS.]+|Error\w+|NoError)$/;
const address = /[^\s<>@,;"'=]+@[^\s<>@,;"'=]+/g;
/** Attributes that name things of a mailbox; the others are words of the protocol. */
const named = /\b(Id|ChangeKey|RootItemId|RootItemChangeKey|Value|EmailAddress)="([^"]*)"/g;

/**
 * Replaces what a mailbox holds by placeholders: the same content by the same placeholder, so that a pair still reads as
 * one story ("Subject 3" is asked for and answered). Words of the protocol, numbers, dates and error texts stay.
 */
export class Placeholders {
  readonly #known = new Map<string, string>();
  readonly #counts = new Map<string, number>();

  /** The placeholder of a content; `kind` is its name, for example the element it stands in. */
  of(kind: string, content: string): string {
    const known = this.#known.get(`${kind} ${content}`);
    if (known !== undefined) return known;
    const count = (this.#counts.get(kind) ?? 0) + 1;
    const made = kind === 'address' ? `address-${count}@example.invalid` : `${kind} ${count}`;
    this.#counts.set(kind, count);
    this.#known.set(`${kind} ${content}`, made);
    return made;
  }

  /** E-mail addresses in a text. */
  addresses(text: string): string {
    return text.replace(address, (found) => this.of('address', found.toLowerCase()));
  }

  /** A document; one that is no XML becomes one placeholder. */
  document(body: string): string {
    if (body.trim() === '') return body;
    if (!body.trimStart().startsWith('<')) return this.of('content', body);
    return body.replace(/(<\/?(?:[\w.-]+:)?([\w.-]+)([^<>]*)>)([^<]*)|(<!\[CDATA\[[\s\S]*?\]\]>)/g, (whole, tag: string | undefined, name: string | undefined, _attributes, text: string | undefined) => {
      if (tag === undefined || name === undefined || text === undefined) return this.of('content', whole);
      const kept = tag.startsWith('</') ? tag : tag.replace(named, (_, key: string, value: string) => `${key}="${this.#value(key === 'Value' ? 'value' : key, value)}"`);
      return `${kept}${this.#text(name, text)}`;
    });
  }

  #value(kind: string, value: string): string {
    const trimmed = value.trim();
    if (trimmed === '' || plain.test(trimmed)) return value;
    return /^[^\s@]+@[^\s@]+$/.test(trimmed) ? this.of('address', trimmed.toLowerCase()) : this.of(kind, trimmed);
  }

  #text(name: string, text: string): string {
    if (text.trim() === '') return text;
    if (technical.has(name)) return this.addresses(text);
    return this.#value(name, text);
  }
}
