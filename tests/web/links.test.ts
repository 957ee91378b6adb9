// @vitest-environment jsdom
// Every value is one click from its sentence, whatever characters stand before it.

import { normalise } from '$src/model/load';
import { mountReport, tick } from '$src/mount';
import sample from '../../web/sample/dossier.json';

let unmount = () => {};

async function show(dossier: unknown, hash: string) {
  document.body.innerHTML = '<div id="report"></div>';
  history.replaceState(null, '', hash);
  unmount = mountReport(document.getElementById('report') as HTMLElement, { dossier: normalise(dossier) });
  await tick();
}

async function follow(href: string) {
  history.replaceState(null, '', href);
  dispatchEvent(new HashChangeEvent('hashchange'));
  await tick();
}

const marked = (kind: string) =>
  [...document.querySelectorAll(`[role=dialog] .running .${kind}`)].map((mark) => mark.textContent).join('');

afterEach(() => {
  unmount();
  unmount = () => {};
});

it.each([['briefing', '.card a.words'], ['ledger', 'a.value'], ['timeline', '.item a.words']])(
  'every entry of the %s opens its words in their document', async (tab, selector) => {
    await show(sample, `#${tab}`);
    const entries = [...document.querySelectorAll(selector)].map((link) => link.getAttribute('href') as string);
    expect(entries.length).toBeGreaterThan(5);
    const { statements, figures } = normalise(sample);
    for (const href of entries) {
      await follow(href);
      const [, kind, id] = /^#(\w+)\/([^?]+)/.exec(href) as unknown as [string, string, string];
      const thing = (kind === 'figure' ? figures : statements).find((found) => found.id === id);
      expect(marked(kind === 'figure' ? 'figure' : 'content'), href).toBe(thing?.span?.text);
      expect(document.querySelector('[role=alert]')).toBeNull();
    }
  });

// Offsets count code points: a ship is one of them and two UTF-16 units; a letter with a combining accent is two.
it.each(['🚢🚢 ', 'Cafe\u0301 n\u0303 ', '𐎠𐎡 \u{1F468}\u200D\u{1F469} ', 'مدينة الجسر: '])('finds the words after “%s”', async (before) => {
  const words = 'tro\u0308ps 🚢 fired';
  const begin = [...before].length;
  const end = begin + [...words].length;
  await show({
    documents: [{ id: 'd', text: `${before}${words}, she said.` }],
    statements: [{ id: 's', document: 'd', span: { document: 'd', begin, end, text: words } }],
  }, '#statement/s');
  expect(marked('content')).toBe(words);
  expect(document.querySelector('[role=alert]')).toBeNull();
});

it('shows hostile text as text, on the page and in its place', async () => {
  const words = `</script><script>globalThis.attacked=1</script>\u2028<img src=x onerror="globalThis.attacked=1">${'x'.repeat(5000)}`;
  await show({
    title: words,
    documents: [{ id: 'd', name: words, text: words }],
    voices: [{ id: 'v', name: words, description: words, kind: 'witness' }],
    statements: [{ id: 's', document: 'd', chain: ['v'], span: { document: 'd', begin: 0, end: [...words].length, text: words } }],
    questions: [{ id: 'q', text: words, positions: [{ id: 'p', statements: ['s'] }] }],
  }, '#statement/s');
  expect(marked('content')).toBe(words);
  expect(document.body.querySelectorAll('img, script, [onerror]')).toHaveLength(0);
  expect(globalThis).not.toHaveProperty('attacked');
});

it('keeps headings in order and offers buttons and links only', async () => {
  for (const tab of ['briefing', 'ledger', 'timeline', 'who', 'documents', 'conflicts']) {
    await show(sample, `#${tab}`);
    const levels = [...document.querySelectorAll('h1, h2, h3, h4')].map((heading) => Number(heading.tagName[1]));
    levels.forEach((level, at) => expect(level, `${tab}, heading ${at}`).toBeLessThanOrEqual((levels[at - 1] ?? 0) + 1));
    expect(document.querySelectorAll('div[onclick], span[onclick], [role=button]')).toHaveLength(0);
    unmount();
  }
});
