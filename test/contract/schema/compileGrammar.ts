import { readFileSync } from 'node:fs';
import { SaxesParser } from 'saxes';

/** An element of a schema document; names of the XML Schema namespace without their prefix. */
interface Node {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Node[];
}

const files = { m: 'messages.xsd', t: 'types.xsd' } as const;
type Prefix = keyof typeof files;

function parse(file: string): Node {
  const root: Node = { name: '', attributes: {}, children: [] };
  const open = [root];
  const parser = new SaxesParser({ xmlns: false });
  parser.on('opentag', (tag) => {
    const node: Node = { name: tag.name.replace(/^xs:/, ''), attributes: { ...tag.attributes }, children: [] };
    open.at(-1)?.children.push(node);
    open.push(node);
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.write(readFileSync(new URL(file, import.meta.url), 'utf8').replace(/^\uFEFF/, '')).close();
  return root.children[0] ?? root;
}

const qualified = (name: string, prefix: Prefix): string => (name.includes(':') ? name : `${prefix}:${name}`);

/** The requests that the demo server checks, and the headers it reads. */
export const checkedRequests = [
  ...['GetFolder', 'FindFolder', 'FindItem', 'GetItem', 'CreateItem', 'UpdateItem', 'DeleteItem', 'MoveItem', 'CopyItem', 'SendItem'].map(
    (name) => `m:${name}`,
  ),
  ...['CreateAttachment', 'GetAttachment', 'DeleteAttachment', 'ResolveNames', 'SyncFolderItems', 'SyncFolderHierarchy', 'ConvertId'].map(
    (name) => `m:${name}`,
  ),
  ...['GetServerTimeZones', 'CreateFolder', 'DeleteFolder', 'EmptyFolder'].map((name) => `m:${name}`),
  ...['RequestServerVersion', 'TimeZoneContext', 'ExchangeImpersonation'].map((name) => `t:${name}`),
] as const;

/** Compiles the types that the given requests reach into the notation of the demo server's grammar (`parseGrammar.ts` there tells the notation). */
export function compileGrammar(roots: readonly string[]): string {
  const top = new Map<string, { readonly node: Node; readonly prefix: Prefix }>();
  const substitutes = new Map<string, string[]>();
  for (const prefix of ['m', 't'] as const) {
    for (const node of parse(files[prefix]).children) {
      const name = node.attributes['name'];
      if (name === undefined) continue;
      const kind = node.name === 'complexType' || node.name === 'simpleType' ? 'type' : node.name;
      top.set(`${kind} ${prefix}:${name}`, { node, prefix });
      const head = node.attributes['substitutionGroup'];
      if (head !== undefined) substitutes.set(qualified(head, prefix), [...(substitutes.get(qualified(head, prefix)) ?? []), `${prefix}:${name}`]);
    }
  }
  const lines = new Map<string, string>();
  const need = (kind: string, name: string): { readonly node: Node; readonly prefix: Prefix } => {
    const found = top.get(`${kind} ${name}`);
    if (found === undefined) throw new Error(`The schema has no ${kind} ${name}.`);
    return found;
  };

  const occurs = ({ attributes }: Node): string => {
    const [least, most] = [attributes['minOccurs'] ?? '1', attributes['maxOccurs'] ?? '1'];
    if (least === '1' && most === '1') return '';
    if (least === '0' && most === '1') return '?';
    return least === '0' ? '*' : '+';
  };

  const typeName = (node: Node, prefix: Prefix, owner: string): string => {
    const named = node.attributes['type'];
    if (named !== undefined) return reach(named);
    const inline = node.children.find((child) => child.name === 'complexType' || child.name === 'simpleType');
    const own = `${owner}.${node.attributes['name'] ?? ''}`;
    if (inline !== undefined && !lines.has(own)) define(own, inline, prefix);
    return inline === undefined ? 'any' : own;
  };

  const elementText = (name: string): string => {
    const { node, prefix } = need('element', name);
    const others = substitutes.get(name) ?? [];
    if (others.length > 0) return `( ${others.map(elementText).join(' | ')} )`;
    return `${name}/${typeName(node, prefix, name)}`;
  };

  const particle = (node: Node, prefix: Prefix, owner: string): string => {
    switch (node.name) {
      case 'element': {
        const reference = node.attributes['ref'];
        const text =
          reference === undefined ? `${prefix}:${node.attributes['name'] ?? ''}/${typeName(node, prefix, owner)}` : elementText(qualified(reference, prefix));
        return text + occurs(node);
      }
      case 'sequence':
      case 'choice': {
        const parts = node.children.map((child) => particle(child, prefix, owner)).filter((part) => part !== '');
        return parts.length === 0 ? '' : `( ${parts.join(node.name === 'choice' ? ' | ' : ' ')} )${occurs(node)}`;
      }
      case 'group': {
        const group = need('group', qualified(node.attributes['ref'] ?? '', prefix));
        return group.node.children.map((child) => particle(child, group.prefix, owner)).join(' ') + occurs(node);
      }
      case 'any':
        return `any${occurs(node)}`;
      default:
        return '';
    }
  };

  const attributesOf = (node: Node, prefix: Prefix, owner: string): string[] =>
    node.children.flatMap((child) => {
      if (child.name === 'attribute') {
        const name = child.attributes['name'];
        return name === undefined ? [] : [`@${name}${child.attributes['use'] === 'required' ? '!' : ''}/${typeName(child, prefix, owner)}`];
      }
      if (child.name !== 'attributeGroup') return [];
      const group = need('attributeGroup', qualified(child.attributes['ref'] ?? '', prefix));
      return attributesOf(group.node, group.prefix, owner);
    });

  /** What a complex type adds to the one it extends, and that one's name. */
  const complex = (node: Node, prefix: Prefix, owner: string): string[] => {
    const derived = node.children.find((child) => child.name === 'complexContent' || child.name === 'simpleContent');
    const extension = derived?.children.find((child) => child.name === 'extension' || child.name === 'restriction');
    const holder = extension ?? node;
    const content = holder.children.map((child) => particle(child, prefix, owner)).filter((part) => part !== '');
    const own = [...attributesOf(holder, prefix, owner), ...content];
    const base = extension?.attributes['base'];
    if (base === undefined) return own;
    if (derived?.name === 'simpleContent') return [...own, `text ${reach(base)}`];
    // A restricted type says its content again, so nothing comes from the base.
    return extension?.name === 'restriction' ? own : [`< ${reach(qualified(base, prefix))}`, ...own];
  };

  const simple = (node: Node): string => {
    const restriction = node.children.find((child) => child.name === 'restriction');
    const list = node.children.find((child) => child.name === 'list');
    const inner = list?.children.find((child) => child.name === 'simpleType');
    if (list !== undefined) return `list ${inner === undefined ? reach(list.attributes['itemType'] ?? '') : simple(inner).replace(/^enum /, '')}`;
    const words = (restriction?.children ?? []).flatMap((child) => (child.name === 'enumeration' ? [child.attributes['value'] ?? ''] : []));
    if (words.length > 0) return `enum ${words.join(' ')}`;
    const minimum = restriction?.children.some((child) => child.name === 'minLength' && child.attributes['value'] !== '0') === true ? 'filled ' : '';
    return node.children.some((child) => child.name === 'union') ? 'base xs:string' : `base ${minimum}${reach(restriction?.attributes['base'] ?? 'xs:string')}`;
  };

  const define = (name: string, node: Node, prefix: Prefix): void => {
    // Held first, so that types which contain themselves end here.
    lines.set(name, '');
    if (node.name === 'simpleType') {
      lines.set(name, `${name} = ${simple(node)}`);
      return;
    }
    lines.set(name, [`${name} =`, ...complex(node, prefix, name)].join(' '));
  };

  function reach(name: string): string {
    if (name.startsWith('xs:') || lines.has(name)) return name;
    const { node, prefix } = need('type', name);
    define(name, node, prefix);
    return name;
  }

  const requests = roots.map((root) => `request ${elementText(root)}`);
  return `${[...requests, ...[...lines.values()].sort()].join('\n')}\n`;
}
