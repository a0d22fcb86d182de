export type PlainYaml = string | PlainYaml[] | { [key: string]: PlainYaml };

interface Line {
  number: number;
  indent: number;
  text: string;
}

/** The plain part of YAML that our compose file keeps to: mappings, lists of scalars, flow lists, comment lines. Anything else throws. */
export function readPlainYaml(source: string): PlainYaml {
  const lines: Line[] = source.split('\n').flatMap((raw, index) => {
    const text = raw.trim();
    if (text === '' || text.startsWith('#')) return [];
    if (raw.includes('\t')) throw new Error(`line ${index + 1}: a tab`);
    return [{ number: index + 1, indent: raw.length - raw.trimStart().length, text }];
  });
  const value = readBlock(lines, 0);
  if (lines[0] !== undefined) throw new Error(`line ${lines[0].number}: wrong indent`);
  return value;
}

function readBlock(lines: Line[], indent: number): PlainYaml {
  return lines[0]?.text.startsWith('- ') ? readList(lines, indent) : readMapping(lines, indent);
}

function readList(lines: Line[], indent: number): PlainYaml[] {
  const items: PlainYaml[] = [];
  while (lines[0]?.indent === indent && lines[0].text.startsWith('- ')) {
    items.push(readScalar((lines.shift() as Line).text.slice(2)));
  }
  return items;
}

function readMapping(lines: Line[], indent: number): { [key: string]: PlainYaml } {
  const mapping: { [key: string]: PlainYaml } = {};
  while (lines[0]?.indent === indent) {
    const line = lines.shift() as Line;
    const [, key, rest] = /^([\w-]+):(?: (.+))?$/.exec(line.text) ?? [];
    if (key === undefined) throw new Error(`line ${line.number}: not a key`);
    if (key in mapping) throw new Error(`line ${line.number}: ${key} twice`);
    const inner = lines[0]?.indent ?? 0;
    if (rest !== undefined) mapping[key] = readScalar(rest);
    else mapping[key] = inner > indent ? readBlock(lines, inner) : '';
  }
  return mapping;
}

function readScalar(text: string): PlainYaml {
  if (text.startsWith('[')) return JSON.parse(text) as string[];
  if (text.startsWith('"')) return JSON.parse(text) as string;
  if (/^[&*!|>{%@'`]/.test(text) || / #|: /.test(text)) throw new Error(`not plain: ${text}`);
  return text;
}
