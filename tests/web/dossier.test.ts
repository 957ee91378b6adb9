import { resolveEvidence } from '$src/model/evidence';
import { createIndex } from '$src/model/index';
import { byIncident, ledgerTables } from '$src/model/ledger';
import { normalise, parseDossier } from '$src/model/load';
import { relationTypes, sortRelations } from '$src/model/relations';
import { matchStatements } from '$src/model/search';
import { isSpan, spanHolds } from '$src/model/spans';
import { timelineEntries, timelineRows } from '$src/model/timeline';
import { fillTemplate, kMarker } from '../../web/build/fill.mjs';
import sample from '../../web/sample/dossier.json';
import { contentPolicy, scriptSafe } from '../../web/build/single_page';

const dossier = normalise(sample);
const index = createIndex(dossier);

describe('reading', () => {
  it('says what is wrong instead of failing', () => {
    expect(parseDossier(kMarker)).toMatchObject({ problem: expect.stringContaining('no dossier') });
    expect(parseDossier('')).toHaveProperty('problem');
    expect(parseDossier('{"a":')).toHaveProperty('problem');
    expect(parseDossier('[]')).toHaveProperty('problem');
    expect(parseDossier('{"schema":"counterpoint/dossier/2"}')).toMatchObject({ problem: expect.stringContaining('/2') });
    expect(parseDossier('{}')).toMatchObject({ dossier: { statements: [], documents: [] } });
  });

  it('takes malformed lists for empty ones', () => {
    const read = normalise({ statements: 'none', voices: [null, 3, { id: 'v' }], figures: {} });
    expect(read.statements).toEqual([]);
    expect(read.voices).toEqual([{ id: 'v' }]);
    expect(read.figures).toEqual([]);
  });
});

it('keeps every span of the sample on its words', () => {
  let seen = 0;
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(visit);
    if (typeof value !== 'object' || value === null) return;
    const span = value as { document?: string };
    if (isSpan(span) && span.document && span.text) {
      seen += 1;
      expect(spanHolds(index.documents.get(span.document)?.text ?? '', span), span.text).toBe(true);
    }
    Object.values(value).forEach(visit);
  };
  visit(dossier);
  expect(seen).toBeGreaterThan(50);
});

describe('evidence', () => {
  it('marks content, cue and source apart', () => {
    const evidence = resolveEvidence(index, { kind: 'statement', id: 's-06' });
    expect(evidence?.document?.id).toBe('d-4f02');
    expect(evidence?.marks.map((mark) => mark.kind)).toEqual(['sentence', 'content', 'cue', 'source']);
    expect(evidence?.broken).toEqual([]);
  });

  it('of a figure points at the figure', () => {
    const evidence = resolveEvidence(index, { kind: 'figure', id: 'f-02' });
    expect(evidence?.focus?.text).toBe('at least 17');
    expect(evidence?.marks.at(-1)?.kind).toBe('figure');
  });

  it('that does not hold is reported and not marked elsewhere', () => {
    const moved = createIndex(normalise({
      documents: [{ id: 'd', text: 'It moved: words here.' }],
      statements: [{ id: 's', document: 'd', span: { document: 'd', begin: 0, end: 5, text: 'words' } }],
    }));
    const evidence = resolveEvidence(moved, { kind: 'statement', id: 's' });
    expect(evidence?.marks).toEqual([]);
    expect(evidence?.broken).toHaveLength(1);
  });

  it('of an unknown address is nothing', () => {
    expect(resolveEvidence(index, { kind: 'statement', id: 'gone' })).toBeUndefined();
    expect(resolveEvidence(index, { kind: 'document', id: 'gone' })).toBeUndefined();
  });
});

it('finds statements by words and by any voice of the chain, without case and accents', () => {
  expect([...matchStatements(index, 'NINE officers') ?? []]).toEqual(['s-05', 's-16']);
  expect(matchStatements(index, 'state télévision')?.has('s-08')).toBe(true);
  expect(matchStatements(index, 'coast wire')?.size).toBe(7);
  expect(matchStatements(index, 'zeppelin')?.size).toBe(0);
  expect(matchStatements(index, '  ')).toBeUndefined();
});

it('tables every figure once, by incident and measure', () => {
  const tables = ledgerTables(index);
  expect(tables.flatMap((table) => table.figures).length).toBe(dossier.figures.length);
  expect(byIncident(index, tables).map((group) => group.title)).toEqual(['Shooting at the terminal gate', 'Fire in the grain silo']);
  const bare = createIndex(normalise({ figures: [{ id: 'f', measure: 'killed' }, { id: 'g' }] }));
  expect(ledgerTables(bare)).toHaveLength(2);
  expect(byIncident(bare, ledgerTables(bare)).map((group) => group.title)).toEqual(['Of no single incident']);
});

it('rows the timeline by day, the undated last', () => {
  const rows = timelineRows(timelineEntries(index));
  expect(rows.map((row) => row.label)).toEqual(['14 March 2019', '15 March 2019', '16 March 2019', 'May 2019',
    '3 November 2020', '9 February 2021', 'Undated']);
  expect(rows[0]?.events).toHaveLength(1);
  expect(rows[0]?.statements).toHaveLength(1);
});

it('shows what sets statements against each other first', () => {
  expect(sortRelations(dossier.relations)[0]?.type).toBe('contradicts');
  expect(relationTypes(dossier.relations).at(-1)).toEqual({ type: 'corroborates', count: 1 });
});

describe('the page', () => {
  it('cannot be ended by a report', () => {
    const hostile = JSON.stringify({ title: '</script><script>alert(1)</script>', note: '$& $1 <!--' });
    const page = fillTemplate(`<script type="application/json">${kMarker}</script>`, hostile);
    expect(page.match(/<\/script/g)).toHaveLength(1);
    expect(page).not.toContain('<!--');
    const json = page.slice(page.indexOf('>') + 1, page.lastIndexOf('</script>'));
    expect(JSON.parse(json)).toEqual(JSON.parse(hostile));
  });

  it('keeps the script’s meaning when it escapes it', () => {
    expect(scriptSafe('"</script>" + "<!-- x"')).toBe('"<\\/script>" + "<\\!-- x"');
  });

  it('allows this script and nothing else', () => {
    const policy = contentPolicy('let a = 1;');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toMatch(/script-src 'sha256-[A-Za-z0-9+/]{43}='/);
  });
});
