/**
 * `npm run bench`: what the product costs, as counts and as ratios against named rivals measured in the same run.
 * Absolute times depend on the machine and are printed only to show what a ratio is made of.
 */
import { benchBlame } from './blame';
import { benchBundle } from './bundle';
import { benchGenerate } from './generate';
import { benchCorpus, benchLarge } from './large';
import { benchPane } from './pane';
import { benchRetro } from './retro';
import { benchTrack } from './track';

const parts: readonly (readonly [name: string, run: () => Promise<readonly string[]>])[] = [
  ['生成工作簿 · generating the workbook', benchGenerate],
  ['任务窗格的体积 · size of the pane', benchBundle],
  ['任务窗格在浏览器里 · the pane in a browser', benchPane],
  ['跟踪行动 · tracking actions', benchTrack],
  ['npm run retro', benchRetro],
  ['识别表头 · header corpus', benchCorpus],
  ['不追责措辞 · no-blame wording', benchBlame],
  ['大文件 · large files', benchLarge],
];

async function main(): Promise<void> {
  const wanted = process.argv.slice(2);
  for (const [name, run] of parts) {
    if (wanted.length > 0 && !wanted.some((word) => name.includes(word))) continue;
    console.log(`\n${name}`);
    for (const line of await run()) console.log(`  ${line}`);
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
