// What the components share: the dossier's index, where the reader is (the URL hash), and what the search
// leaves. Made once by App, found by getReport().

import { getContext, setContext } from 'svelte';
import type { Dossier } from './model/dossier';
import { createIndex, type Index } from './model/index';
import { formatRoute, parseRoute, type Route, type Tab, type Target } from './model/route';
import { matchStatements } from './model/search';

const kKey = Symbol('report');

export class Report {
  readonly index: Index;
  route = $state.raw<Route>(parseRoute(location.hash));
  printing = $state(false);
  readonly matching = $derived.by(() => matchStatements(this.index, this.route.query));
  private trigger: HTMLElement | null = null;

  constructor(dossier: Dossier) {
    this.index = createIndex(dossier);
  }

  // The address of a piece of evidence, on the screen the reader is on.
  href(target: Target): string {
    return formatRoute({ tab: this.route.tab, query: this.route.query, target });
  }

  tabHref(tab: Tab): string {
    return formatRoute({ tab, query: this.route.query });
  }

  // Follows the address bar; remembers where the focus was when a panel opens.
  followHash(): void {
    const next = parseRoute(location.hash);
    if (next.target && !this.route.target) this.trigger = document.activeElement as HTMLElement | null;
    this.route = next;
  }

  closeEvidence(): void {
    const { tab, query } = this.route;
    this.replace({ tab, query });
    const trigger = this.trigger;
    this.trigger = null;
    const home = trigger?.isConnected && trigger !== document.body ? trigger : document.getElementById('screen');
    home?.focus({ preventScroll: true });
  }

  search(query: string): void {
    this.replace({ ...this.route, query, anchor: undefined });
  }

  // Changes the address without adding a step to the history.
  private replace(route: Route): void {
    this.route = route;
    try {
      history.replaceState(null, '', formatRoute(route));
    } catch {
      location.hash = formatRoute(route);
    }
  }

  keeps(statementId: string | undefined): boolean {
    return !this.matching || (statementId !== undefined && this.matching.has(statementId));
  }
}

export function provideReport(report: Report): void {
  setContext(kKey, report);
}

export function getReport(): Report {
  return getContext<Report>(kKey);
}
