// The state of the page as its URL hash, so that every screen and every piece of evidence has an address:
//   #ledger   #briefing?q=bridge   #statement/ID   #figure/ID?tab=ledger   #document/ID/120-180   #voice/ID

export const kTabs = ['briefing', 'ledger', 'timeline', 'who', 'documents', 'conflicts'] as const;
export type Tab = (typeof kTabs)[number];

export type Target =
  | { kind: 'statement'; id: string }
  | { kind: 'figure'; id: string }
  | { kind: 'document'; id: string; begin?: number; end?: number };

export interface Anchor { kind: 'voice' | 'question' | 'entity'; id: string }

export interface Route { tab: Tab; query: string; target?: Target; anchor?: Anchor }

function isTab(text: string | null): text is Tab {
  return (kTabs as readonly string[]).includes(text ?? '');
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const kAnchorTabs = { voice: 'who', entity: 'who', question: 'briefing' } as const;

export function parseRoute(hash: string): Route {
  const [path = '', search = ''] = hash.replace(/^#/, '').split(/\?(.*)/s);
  const parameters = new URLSearchParams(search);
  const tab = parameters.get('tab');
  const route: Route = { tab: isTab(tab) ? tab : 'briefing', query: parameters.get('q') ?? '' };
  const [head = '', rawId = '', range = ''] = path.split('/');
  const id = decode(rawId);
  if (isTab(head)) return { ...route, tab: head };
  if (!id) return route;
  if (head === 'statement' || head === 'figure') return { ...route, target: { kind: head, id } };
  if (head === 'document') {
    const match = /^(\d+)-(\d+)$/.exec(range);
    const span = match ? { begin: Number(match[1]), end: Number(match[2]) } : {};
    return { ...route, target: { kind: 'document', id, ...span } };
  }
  if (head === 'voice' || head === 'entity' || head === 'question') {
    return { ...route, tab: kAnchorTabs[head], anchor: { kind: head, id } };
  }
  return route;
}

export function formatRoute(route: Route): string {
  const { tab, query, target, anchor } = route;
  let path: string = tab;
  const parameters = new URLSearchParams();
  if (target) {
    path = `${target.kind}/${encodeURIComponent(target.id)}`;
    if (target.kind === 'document' && target.begin !== undefined && target.end !== undefined) {
      path += `/${target.begin}-${target.end}`;
    }
    if (tab !== 'briefing') parameters.set('tab', tab);
  } else if (anchor) {
    path = `${anchor.kind}/${encodeURIComponent(anchor.id)}`;
  }
  if (query) parameters.set('q', query);
  const search = parameters.toString();
  return `#${path}${search ? `?${search}` : ''}`;
}
