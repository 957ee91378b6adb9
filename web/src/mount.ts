// Puts the report into a page; the tests mount it the same way.

import { mount, tick, unmount } from 'svelte';
import App from './App.svelte';
import type { Loaded } from './model/load';
import './style.css';

export function mountReport(target: HTMLElement, loaded: Loaded): () => void {
  const app = mount(App, { target, props: { loaded } });
  return () => {
    void unmount(app);
  };
}

export { tick };
