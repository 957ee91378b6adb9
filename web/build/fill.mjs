// fill.mjs TEMPLATE DOSSIER.json OUT.html: puts a dossier into the template, as `counterpoint build` does.

import { readFileSync, writeFileSync } from 'node:fs';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';

export const kMarker = '__COUNTERPOINT_DOSSIER_JSON__';

/**
 * No "<" of a report can then end the script element or open a comment.
 * @param {string} template
 * @param {string} json
 * @returns {string}
 */
export function fillTemplate(template, json) {
  const safe = json.replace(/</g, '\\u003c');
  return template.replace(kMarker, () => safe);
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  const [template, dossier, out] = argv.slice(2);
  if (!template || !dossier || !out) throw new Error('usage: fill.mjs TEMPLATE DOSSIER.json OUT.html');
  writeFileSync(out, fillTemplate(readFileSync(template, 'utf8'), readFileSync(dossier, 'utf8')));
}
