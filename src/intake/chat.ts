import { maskText } from '../retro/masking';
import { asksForPerson, classifyInquiry } from '../retro/taxonomy/classify-inquiry';
import type { ChatTurn, InquiryRecord } from '../retro/types';
import { createLedger } from './ledger';
import { botNames } from './kinds/agents';
import { isBlankRow, type TableRow } from './table';
import type { IntakeOptions, Source } from './types';
import { parseDateTime } from './values/date-time';

const clock = '\\d{1,2}:\\d{2}(?::\\d{2})?';
const sender = new RegExp(`^(\\S.{0,40}?)\\s*[(（]?\\s*((?:\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}|\\d{1,2}[-/]\\d{1,2}|\\d{4}年\\d{1,2}月\\d{1,2}日)\\s+${clock})\\s*[)）]?\\s*[:：]?$`);
const system = /^[【[](?:系统|平台|自动)[^】\]]*[】\]]/;

interface ParsedLine {
  readonly row: TableRow;
  readonly text: string;
  readonly kind: 'sender' | 'message' | 'system' | 'blank';
  readonly name: string;
  readonly at?: string;
}

/** True when the text is a copied chat: at least two sender lines with a time, and no wider table around them. */
export function looksLikeChat(rows: readonly TableRow[]): boolean {
  const lines = rows.slice(0, 200).filter((row) => !isBlankRow(row));
  const senders = lines.filter((row) => sender.test(lineText(row))).length;
  return senders >= 2 && senders >= lines.length / 12;
}

/**
 * A raw chat (DOMAIN 2.9, 5.6c): `店铺:子账号 时间` or `昵称 (时间):` lines, message lines below, `【系统消息】` lines. Lines of one sender join into
 * one turn. No metric is built on it. Messages are masked and buyers lose their names: only which of them spoke is kept.
 */
export function readChat(file: string, rows: readonly TableRow[], lines: number, options: IntakeOptions): Source {
  const ledger = createLedger();
  const turns: ChatTurn[] = [];
  let current: { turn: ChatTurn; texts: string[] } | undefined;
  let waitingSince: string | undefined;
  const buyers = new Map<string, number>();
  const buyerOf = (name: string): number => {
    const number = buyers.get(name) ?? buyers.size + 1;
    buyers.set(name, number);
    return number;
  };
  const close = () => {
    if (current) turns.push({ ...current.turn, text: maskText(current.texts.join('\n')) });
    current = undefined;
  };
  for (const line of rows.map((row) => parseLine(row, options))) {
    if (line.kind === 'blank') ledger.skip(line.row, 'blank');
    else if (line.kind === 'system') {
      close();
      turns.push({ file, line: line.row.line, sender: 'system', name: '', text: maskText(line.text) });
      ledger.skip(line.row, 'system');
    } else if (line.kind === 'sender') {
      ledger.used(line.row);
      const from = isAgent(line.name) ? 'agent' : 'buyer';
      if (from === 'buyer') waitingSince ??= line.at;
      const who = from === 'agent' ? { name: line.name } : { name: '', buyer: buyerOf(line.name) };
      if (current?.turn.sender === from && current.turn.name === who.name && current.turn.buyer === who.buyer) continue;
      close();
      const delay = from === 'agent' && waitingSince && line.at ? secondsBetween(waitingSince, line.at) : undefined;
      if (from === 'agent') waitingSince = undefined;
      current = { turn: { file, line: line.row.line, sender: from, ...who, text: '', ...(line.at && { at: line.at }), ...(delay !== undefined && { delay }) }, texts: [] };
    } else if (current) {
      current.texts.push(line.text);
      ledger.used(line.row);
    } else ledger.unusable(line.row, { code: 'not-used', value: line.text });
  }
  close();
  return {
    file, kind: 'chat', evidence: rows.flatMap((row) => sender.exec(lineText(row))?.[2] ?? []).slice(0, 2), lines, headerLine: 0, columns: [], rows: rows.length,
    used: ledger.usedCount(), skipped: ledger.skipped, problems: ledger.problems, unusedLines: ledger.unusedLines, notes: [], records: { chat: turns },
  };
}

/**
 * What buyers asked in a chat (R20): for each buyer and day the first thing that is no greeting, classified by its words. Who was answered by programs
 * alone and who only greeted gives none. An excerpt says nothing of how much was asked: it is for the categories where no log and no counted table came.
 */
export function questionsOfChat(turns: readonly ChatTurn[]): readonly InquiryRecord[] {
  const asked = new Map<string, { readonly index: number; readonly question: string; toHuman: boolean }>();
  for (const [index, { sender: from, buyer, at, text }] of turns.entries()) {
    if (from !== 'buyer') continue;
    const key = `${String(buyer)}|${at?.slice(0, 10) ?? ''}`;
    const question = text.split('\n').map((line) => line.trim()).filter((line) => line !== '' && classifyInquiry(line).id !== 'greeting').join(' ');
    const known = asked.get(key);
    if (known) known.toHuman ||= asksForPerson(text);
    else if (question !== '') asked.set(key, { index, question, toHuman: asksForPerson(text) });
  }
  return [...asked.values()].flatMap(({ index, question, toHuman }, position, all): InquiryRecord[] => {
    const turn = turns[index];
    const answersUntil = (end?: number): readonly ChatTurn[] => turns.slice(index + 1, end).filter(({ sender: from }) => from === 'agent');
    // Two who ask at once are answered later.
    const before = answersUntil(all[position + 1]?.index);
    const answers = before.length > 0 ? before : answersUntil();
    if (turn === undefined || (answers.length > 0 && answers.every(({ name }) => botNames.test(name)))) return [];
    return [{ file: turn.file, line: turn.line, question, category: classifyInquiry(question).id, byBot: false, toHuman, unanswered: answers.length === 0, ...(turn.at !== undefined && { start: turn.at }) }];
  });
}

function lineText(row: TableRow): string {
  return row.cells.join(' ').trim();
}

function parseLine(row: TableRow, options: IntakeOptions): ParsedLine {
  const text = lineText(row);
  if (text === '') return { row, text, kind: 'blank', name: '' };
  if (system.test(text)) return { row, text, kind: 'system', name: '' };
  const match = sender.exec(text);
  if (!match) return { row, text, kind: 'message', name: '' };
  const at = parseDateTime(match[2] ?? '', options.year);
  return { row, text, kind: 'sender', name: (match[1] ?? '').trim(), ...(at.kind === 'date-time' && { at: at.value }) };
}

/** Sub-accounts carry their shop (`某旗舰店:小满`); buyers do not. */
function isAgent(name: string): boolean {
  return /[:：]/.test(name) || /客服|旗舰店|专营店|专卖店|官方/.test(name) || botNames.test(name);
}

function secondsBetween(from: string, to: string): number {
  const seconds = (time: string) => Date.parse(`${time.replace(' ', 'T')}Z`) / 1000;
  return Math.max(0, seconds(to) - seconds(from));
}
