// Two steps of our own in the build:
//   singlePage     puts the script and the style into the page, which then needs no other file and no network
//   sampleDossier  fills the marker with the sample while developing (`npm run dev`)

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import { fillTemplate, kMarker } from './fill.mjs';

// Inside <script>, "</script" and "<!--" would end or change the element; in JavaScript strings and
// regular expressions the escaped forms mean the same.
export function scriptSafe(code: string): string {
  return code.replace(/<\/(script)/gi, '<\\/$1').replace(/<!--/g, '<\\!--');
}

// Only this very script may run, and nothing may be fetched, whatever a document's text contains.
export function contentPolicy(script: string): string {
  const hash = createHash('sha256').update(script, 'utf8').digest('base64');
  return [
    "default-src 'none'", `script-src 'sha256-${hash}'`, "style-src 'unsafe-inline'", 'img-src data:',
    "base-uri 'none'", "form-action 'none'",
  ].join('; ');
}

export function singlePage(fileName: string): Plugin {
  return {
    name: 'counterpoint-single-page',
    apply: 'build',
    enforce: 'post',
    generateBundle(_options, bundle) {
      let script = '';
      let style = '';
      let page = '';
      for (const [name, item] of Object.entries(bundle)) {
        if (item.type === 'chunk') script += item.code;
        else if (name.endsWith('.css')) style += String(item.source);
        else if (name.endsWith('.html')) page = String(item.source);
        else this.error(`${name} would have to lie beside the page`);
        delete bundle[name];
      }
      script = `\n${scriptSafe(script).trim()}\n`;
      page = page
        .replace(/\s*<script\b[^>]*\bsrc=[^>]*><\/script>/g, '')
        .replace(/\s*<link\b[^>]*\brel="(?:stylesheet|modulepreload)"[^>]*>/g, '')
        .replace(/(\s*)<title>/, (title, space: string) =>
          `${space}<meta http-equiv="Content-Security-Policy" content="${contentPolicy(script)}" />${title}`)
        .replace('</head>', () => `  <style>${style.trim()}</style>\n  </head>`)
        .replace('</body>', () => `  <script>${script}</script>\n  </body>`);
      if (page.split(kMarker).length !== 2) this.error(`${kMarker} must stand once in the page`);
      this.emitFile({ type: 'asset', fileName, source: page });
    },
  };
}

export function sampleDossier(path: string): Plugin {
  return {
    name: 'counterpoint-sample-dossier',
    apply: 'serve',
    transformIndexHtml: (page) => fillTemplate(page, readFileSync(path, 'utf8')),
  };
}
