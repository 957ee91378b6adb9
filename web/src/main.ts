import { parseDossier } from './model/load';
import { mountReport } from './mount';

const target = document.getElementById('report');
if (target) mountReport(target, parseDossier(document.getElementById('dossier')?.textContent ?? ''));
