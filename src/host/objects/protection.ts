/** `Worksheet.protection`. */
import type { SheetModel } from '../model/types';
import { assertWritable } from '../edits/guard';
import { accessDenied, invalidArgument, invalidOperation, type Workspace } from '../workspace';
import { ExcelObject, recordArgument, textArgument } from './base';

const STANDARD: Readonly<Record<string, boolean | string>> = {
  allowAutoFilter: false,
  allowDeleteColumns: false,
  allowDeleteRows: false,
  allowEditObjects: false,
  allowEditScenarios: false,
  allowFormatCells: false,
  allowFormatColumns: false,
  allowFormatRows: false,
  allowInsertColumns: false,
  allowInsertHyperlinks: false,
  allowInsertRows: false,
  allowPivotTables: false,
  allowSort: false,
  selectionMode: 'Normal',
};

export class WorksheetProtectionObject extends ExcelObject {
  static override readonly scalars = ['Protected', 'Options'];
  constructor(
    workspace: Workspace,
    readonly sheet: SheetModel,
  ) {
    super(workspace);
  }
  get Protected() { return this.sheet.protection.protected; }
  get Options() { return { ...STANDARD, ...this.sheet.protection.options }; }
  /** @throws InvalidOperation when the sheet is protected already */
  Protect(options: unknown, password: unknown): void {
    const location = 'WorksheetProtection.protect';
    assertWritable(this.workspace, location);
    if (this.sheet.protection.protected) throw invalidOperation(location, 'the sheet is protected already');
    const given = options === undefined || options === null ? {} : recordArgument(options, location);
    const chosen: Record<string, boolean | string> = {};
    for (const [name, value] of Object.entries(given)) {
      if (!(name in STANDARD) || typeof value !== typeof STANDARD[name]) throw invalidArgument(location, `there is no option ${name}`);
      chosen[name] = value as boolean | string;
    }
    const secret = password === undefined || password === null || password === '' ? undefined : textArgument(password, location);
    this.sheet.protection = { protected: true, options: { ...STANDARD, ...chosen }, ...(secret === undefined ? {} : { password: secret }) };
    this.workspace.record({ kind: 'other' });
  }
  /** @throws AccessDenied when the password is wrong */
  Unprotect(password: unknown): void {
    const location = 'WorksheetProtection.unprotect';
    assertWritable(this.workspace, location);
    const { protection } = this.sheet;
    const secret = protection.password !== undefined || protection.passwordHash !== undefined;
    if (protection.protected && secret && (protection.password === undefined || protection.password !== password)) throw accessDenied(location, 'the password is wrong');
    this.sheet.protection = { protected: false, options: {} };
    this.workspace.record({ kind: 'other' });
  }
}
