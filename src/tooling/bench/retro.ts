import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startExcel } from '../../cli/excel';
import { generateWorkbook } from '../../excel/generate';
import { readSource } from '../../intake';
import { combineRecords } from '../../intake/combine';
import { sampleInputs } from './generate';

const root = join(__dirname, '../../..');
const RUNS = 5;

/** `npm run retro` on the samples against a plain exceljs script that writes the same cells (values and formulas, no look). */
export async function benchRetro(): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'retro-bench-'));
  try {
    const cells = join(folder, 'cells.json');
    writeFileSync(cells, JSON.stringify(await sampleCells()));
    const rival = join(folder, 'rival.cjs');
    writeFileSync(rival, rivalScript(cells, join(folder, 'rival.xlsx')));
    const tsx = join(root, 'node_modules/tsx/dist/cli.mjs');
    const ours = (): void => void execFileSync(process.execPath, [tsx, 'src/cli/index.ts', '--event', '2025双11', '--today', '2025-11-17', '--out', join(folder, 'ours.xlsx'), 'assets/samples'], { cwd: root, stdio: 'ignore' });
    const theirs = (): void => void execFileSync(process.execPath, [rival], { cwd: root, stdio: 'ignore' });
    // Alternating, so that a busy moment of the machine hits both.
    const times = { ours: [] as number[], theirs: [] as number[] };
    for (let run = 0; run < RUNS; run++) {
      times.ours.push(timed(ours));
      times.theirs.push(timed(theirs));
    }
    const [mine, other] = [median(times.ours), median(times.theirs)];
    return [`${(mine / other).toFixed(1)} times a plain exceljs script that writes the same cells (median of ${RUNS}: ${seconds(mine)} against ${seconds(other)}); ours also reads the pastes, runs Office.js, calculates and formats`];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

type Cell = readonly [row: number, column: number, value: string | number | boolean, formula: string | undefined];

async function sampleCells(): Promise<{ name: string; cells: Cell[] }[]> {
  const records = combineRecords((await sampleInputs()).flatMap((input) => [...readSource(input, { today: '2025-11-17', year: 2025 })]));
  const excel = await startExcel({ today: '2025-11-17' });
  const outcome = await generateWorkbook({ event: { name: '2025双11' }, records, language: 'zh-CN' });
  if (!outcome.ok) throw new Error(outcome.failure.technical);
  excel.host.calculate();
  return excel.host.book.sheets.map((sheet) => ({ name: sheet.name, cells: [...sheet.cells].map(([key, cell]): Cell => [Math.floor(key / 16_384) + 1, (key % 16_384) + 1, cell.value, cell.formula]) }));
}

const rivalScript = (cells: string, out: string): string => `
const ExcelJS = require(${JSON.stringify(join(root, 'node_modules/exceljs'))});
const book = new ExcelJS.Workbook();
for (const { name, cells } of require(${JSON.stringify(cells)})) {
  const sheet = book.addWorksheet(name);
  for (const [row, column, value, formula] of cells) sheet.getCell(row, column).value = formula === undefined || formula === null ? value : { formula: formula.slice(1), result: value };
}
book.xlsx.writeFile(${JSON.stringify(out)});
`;

function timed(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(2)} s`;
