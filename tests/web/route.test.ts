import { formatRoute, parseRoute, type Route } from '$src/model/route';

it.each<[string, Route]>([
  ['', { tab: 'briefing', query: '' }],
  ['#ledger', { tab: 'ledger', query: '' }],
  ['#nonsense', { tab: 'briefing', query: '' }],
  ['#statement/', { tab: 'briefing', query: '' }],
  ['#statement/s-1', { tab: 'briefing', query: '', target: { kind: 'statement', id: 's-1' } }],
  ['#figure/f-1?tab=ledger', { tab: 'ledger', query: '', target: { kind: 'figure', id: 'f-1' } }],
  ['#document/d-1/12-30', { tab: 'briefing', query: '', target: { kind: 'document', id: 'd-1', begin: 12, end: 30 } }],
  ['#document/d-1/x', { tab: 'briefing', query: '', target: { kind: 'document', id: 'd-1' } }],
  ['#voice/v-1', { tab: 'who', query: '', anchor: { kind: 'voice', id: 'v-1' } }],
  ['#who?q=a+b%3F', { tab: 'who', query: 'a b?' }],
])('reads %s', (hash, route) => {
  expect(parseRoute(hash)).toEqual(route);
});

it.each<Route>([
  { tab: 'timeline', query: 'bridge & “fire”?' },
  { tab: 'conflicts', query: '', target: { kind: 'statement', id: 'odd/id?with#signs' } },
  { tab: 'who', query: '', target: { kind: 'document', id: 'd 1', begin: 0, end: 7 } },
  { tab: 'briefing', query: 'x', anchor: { kind: 'question', id: 'q-1' } },
])('comes back the same: %j', (route) => {
  expect(parseRoute(formatRoute(route))).toEqual(route);
});

it('survives a broken escape', () => {
  expect(parseRoute('#statement/%E0%A4%A').target).toEqual({ kind: 'statement', id: '%E0%A4%A' });
});
