import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

const folder = path.join(__dirname, '../../src/taskpane');
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.tsx'));
/** Attributes that people see or hear. */
const shown = new Set(['title', 'label', 'placeholder', 'aria-label', 'hint', 'alt', 'note', 'lead']);
/** Signs between texts are no words. */
const isWord = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

function textsIn(file: string): readonly string[] {
  const source = ts.createSourceFile(file, readFileSync(path.join(folder, file), 'utf8'), ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node) && isWord(node.text)) found.push(node.text.trim());
    if (ts.isJsxAttribute(node) && node.initializer && ts.isStringLiteral(node.initializer) && shown.has(node.name.getText()) && isWord(node.initializer.text)) found.push(node.getText());
    if (ts.isJsxExpression(node) && node.expression && ts.isStringLiteral(node.expression) && ts.isJsxElement(node.parent) && isWord(node.expression.text)) found.push(node.getText());
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

test('there are screens to look at', () => {
  expect(files.length).toBeGreaterThan(15);
});

test.each(files)('%s takes its words from i18n', (file) => {
  expect(textsIn(file)).toEqual([]);
});

test.each(files)('%s has no Chinese or full-width text in its code', (file) => {
  const code = readFileSync(path.join(folder, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
  expect(code.match(/[\u3400-\u9fff]+/g) ?? []).toEqual([]);
});
