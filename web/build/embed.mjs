// embed.mjs PAGE OUT.cc: turns the built page into a C++ source that holds it as raw strings.

import { readFileSync, writeFileSync } from 'node:fs';
import { argv } from 'node:process';

const [pagePath, outPath] = argv.slice(2);
if (!pagePath || !outPath) throw new Error('usage: embed.mjs PAGE OUT.cc');

const page = readFileSync(pagePath, 'utf8').replace(/\r\n?/g, '\n');
const delimiter = 'cp_page';
if (page.includes(`)${delimiter}"`)) throw new Error(`the page contains the delimiter ${delimiter}`);

// Whole code points per chunk; compilers limit the length of one literal, not of their concatenation.
const chunks = [];
let chunk = '';
for (const point of page) {
  chunk += point;
  if (chunk.length >= 8000) {
    chunks.push(chunk);
    chunk = '';
  }
}
if (chunk) chunks.push(chunk);

const literals = chunks.map((text) => `    R"${delimiter}(${text})${delimiter}"`).join('\n');
writeFileSync(outPath, `// Made from web/ by build/embed.mjs. Do not edit.
#include "view/report_template.h"

namespace counterpoint::view {
namespace {
constexpr char kPage[] =
${literals};
}  // namespace

std::string_view report_template() { return {kPage, sizeof(kPage) - 1}; }

}  // namespace counterpoint::view
`);
