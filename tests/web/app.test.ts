// @vitest-environment jsdom
// The whole app mounted into a page: every screen, hostile text, missing fields, the evidence panel.

import { normalise, parseDossier } from '$src/model/load';
import { kTabs } from '$src/model/route';
import { mountReport, tick } from '$src/mount';
import sample from '../../web/sample/dossier.json';

let unmount = () => {};

async function show(dossier: unknown, hash = '') {
  unmount();
  document.body.innerHTML = '<div id="report"></div>';
  history.replaceState(null, '', hash || '#');
  unmount = mountReport(document.getElementById('report') as HTMLElement, { dossier: normalise(dossier) });
  await tick();
  return document.body;
}

async function go(hash: string) {
  history.replaceState(null, '', hash);
  dispatchEvent(new HashChangeEvent('hashchange'));
  await tick();
}

// The page's words as a reader meets them, in attributes too.
function readable(): string {
  const labels = [...document.body.querySelectorAll('*')].flatMap((element) =>
    ['aria-label', 'title', 'placeholder', 'data-label'].map((name) => element.getAttribute(name) ?? ''));
  return `${document.body.textContent ?? ''} ${labels.join(' ')}`;
}

afterEach(() => {
  unmount();
  unmount = () => {};
});

describe('every screen', () => {
  it.each(kTabs)('%s shows the sample without a hole', async (tab) => {
    const body = await show(sample, `#${tab}`);
    expect(body.querySelector('h1')?.textContent).toContain('Karsin');
    expect(body.querySelector(`#tab-${tab}`)?.getAttribute('aria-selected')).toBe('true');
    expect(readable()).not.toMatch(/undefined|null|NaN|\[object/);
  });

  it.each(kTabs)('%s shows an empty dossier', async (tab) => {
    await show({}, `#${tab}`);
    expect(readable()).not.toMatch(/undefined|null|NaN|\[object/);
  });

  it.each(kTabs)('%s shows items that are nothing but an id', async (tab) => {
    const keys = ['documents', 'voices', 'entities', 'statements', 'utterances', 'incidents', 'figures', 'claims',
      'questions', 'relations', 'derivations', 'origins', 'ledger', 'timeline'];
    const bare = Object.fromEntries(keys.map((key) => [key, [{ id: `${key}-1` }]]));
    await show({ ...bare, questions: [{ id: 'q', positions: [{ id: 'p', statements: ['statements-1', 'gone'] }] }] }, `#${tab}`);
    expect(readable()).not.toMatch(/undefined|null|NaN|\[object/);
  });
});

describe('hostile text', () => {
  const attack = '<img src=x onerror="globalThis.attacked=1"><script>globalThis.attacked=1</script>';
  const everywhere = (value: unknown, key = ''): unknown => {
    if (Array.isArray(value)) return value.map((item) => everywhere(item, key));
    if (typeof value === 'object' && value !== null) {
      return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, everywhere(item, name)]));
    }
    const free = ['title', 'name', 'text', 'reason', 'description', 'publisher', 'message', 'remedy', 'url', 'label', 'word', 'edtf', 'basis', 'act'];
    return typeof value === 'string' && free.includes(key) ? attack : value;
  };

  it.each(kTabs)('is shown as text on %s', async (tab) => {
    const body = await show(everywhere(sample), `#${tab}`);
    expect(body.querySelectorAll('img, script, iframe, [onerror]')).toHaveLength(0);
    expect(body.textContent).toContain('<script>');
    expect(globalThis).not.toHaveProperty('attacked');
  });

  it('is shown as text in the evidence', async () => {
    const body = await show(everywhere(sample), '#statement/s-06');
    expect(body.querySelector('[role=dialog]')?.textContent).toContain('<img src=x');
    expect(body.querySelectorAll('img, script')).toHaveLength(0);
  });

  it('makes no link that leaves the page', async () => {
    const body = await show({ documents: [{ id: 'd', title: 'x', url: 'javascript:alert(1)', text: 'x' }] }, '#documents');
    for (const link of body.querySelectorAll('a')) expect(link.getAttribute('href')).toMatch(/^#/);
  });
});

describe('the briefing', () => {
  it('stands a witness shown by state television among residents, with the relay marked', async () => {
    const body = await show(sample, '#briefing');
    const card = [...body.querySelectorAll('.card')].find((found) => found.textContent?.includes('set the silo alight'));
    expect(card?.closest('section')?.querySelector('h4')?.textContent).toBe('Residents and video');
    expect(card?.textContent).toContain('via State television');
    expect(card?.textContent).toContain('protected');
  });

  it('says how many origins stand behind a position', async () => {
    const body = await show(sample, '#briefing');
    expect(body.textContent).toContain('2 statements, 1 origin');
  });

  it('filters by the search box and keeps it in the address', async () => {
    const body = await show(sample, '#briefing');
    const box = body.querySelector('input') as HTMLInputElement;
    box.value = 'crane';
    box.dispatchEvent(new Event('input', { bubbles: true }));
    await tick();
    expect(location.hash).toBe('#briefing?q=crane');
    expect(body.querySelector('[role=status]')?.textContent).toBe('2 of 22 statements');
    expect(body.querySelectorAll('.card')).toHaveLength(2);
    expect(body.textContent).toContain('nothing that matches');
    expect(body.textContent).not.toContain('no account');
  });

  it('shows a question whole when its own words match', async () => {
    const body = await show(sample, '#briefing?q=silo+catch');
    expect(body.querySelectorAll('.question')).toHaveLength(1);
    expect(body.querySelectorAll('.card')).toHaveLength(3);
  });
});

describe('the ledger', () => {
  it('says that rules are rules', async () => {
    const body = await show(sample, '#ledger');
    expect(body.textContent).toContain('By rule, not a UCDP / Airwars / ACLED estimate.');
    expect(body.textContent).toContain('→ superseded by 4');
    for (const cell of body.querySelectorAll('th')) expect(cell.getAttribute('scope')).toMatch(/^(row|col)$/);
  });
});

describe('the evidence panel', () => {
  it('marks content, cue and source in the document', async () => {
    const body = await show(sample, '#statement/s-05');
    const words = (kind: string) => [...body.querySelectorAll(`.running .${kind}`)].map((mark) => mark.textContent).join('');
    expect(words('content')).toBe('Nine of our officers fell while they were protecting the port');
    expect(words('cue')).toBe('said');
    expect(words('source')).toBe('its spokesman, Aldo Renn');
    expect(body.querySelector('[role=dialog]')?.textContent).toContain('The Harbour Post ← , citing Aldo Renn');
  });

  it('finds the place after emoji', async () => {
    const body = await show(sample, '#statement/s-03');
    expect(body.querySelector('.running .content')?.textContent).toBe('We have no weapons');
    expect(body.querySelector('[role=alert]')).toBeNull();
  });

  it('takes the focus, closes with Escape and gives the focus back', async () => {
    const body = await show(sample, '#ledger');
    const link = body.querySelector('a.value') as HTMLAnchorElement;
    link.focus();
    await go(link.getAttribute('href') as string);
    expect(document.activeElement?.id).toBe('evidence-title');
    dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    await tick();
    expect(body.querySelector('[role=dialog]')).toBeNull();
    expect(location.hash).toBe('#ledger');
    expect(document.activeElement).toBe(link);
  });

  it('warns when the document does not have the words', async () => {
    const body = await show({ documents: [{ id: 'd', text: 'other words' }],
      statements: [{ id: 's', document: 'd', span: { document: 'd', begin: 0, end: 5, text: 'words' } }] }, '#statement/s');
    expect(body.querySelector('[role=alert]')?.textContent).toContain('characters 0–5');
    expect(body.querySelector('.running .content')).toBeNull();
  });

  it('shows the words alone when the text is not in the build', async () => {
    const body = await show({ documents: [{ id: 'd' }],
      statements: [{ id: 's', document: 'd', span: { document: 'd', begin: 0, end: 5, text: 'words' } }] }, '#statement/s');
    expect(body.querySelector('blockquote')?.textContent).toBe('words');
  });

  it('says when nothing has the address', async () => {
    const body = await show(sample, '#statement/gone');
    expect(body.querySelector('[role=dialog]')?.textContent).toContain('Nothing has this address');
  });
});

it('moves between tabs with the arrow keys', async () => {
  const body = await show(sample, '#briefing');
  const tab = body.querySelector('#tab-briefing') as HTMLElement;
  tab.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowLeft', bubbles: true }));
  expect(location.hash).toBe('#conflicts');
  expect(document.activeElement?.id).toBe('tab-conflicts');
});

it('puts a large dossier on the page in steps', async () => {
  const statements = Array.from({ length: 5000 }, (_, at) => ({
    id: `s-${at}`, document: `d-${at % 100}`, chain: [`v-${at % 300}`], span: { begin: 0, end: 4, text: `words ${at}` },
  }));
  const questions = Array.from({ length: 200 }, (_, at) => ({
    id: `q-${at}`, text: `Question ${at}?`, status: 'disputed',
    positions: [{ id: `p-${at}`, statements: statements.slice(at * 25, at * 25 + 25).map((found) => found.id) }],
  }));
  const documents = Array.from({ length: 100 }, (_, at) => ({ id: `d-${at}`, name: `d${at}.txt`, text: 'words' }));
  const voices = Array.from({ length: 300 }, (_, at) => ({ id: `v-${at}`, name: `Voice ${at}`, kind: 'witness' }));
  const body = await show({ documents, voices, statements, questions }, '#briefing');
  expect(body.querySelectorAll('.question')).toHaveLength(10);
  expect(body.querySelectorAll('*').length).toBeLessThan(3000);
  expect(body.textContent).toContain('Show 10 more of 190 questions');
});

it('says so when the page holds no dossier', async () => {
  document.body.innerHTML = '<div id="report"></div>';
  unmount = mountReport(document.getElementById('report') as HTMLElement, parseDossier('__X__'));
  await tick();
  expect(document.body.textContent).toContain('empty template');
});
