/** Faults on demand: what a real Excel does to an add-in now and then. */
import type { WorkbookModel } from './model/types';

/** Where in a batch it fails: nothing done, everything done but the answer lost, or after so many actions. */
export type FaultMoment = 'before' | 'after' | { readonly afterActions: number };

export interface Fault {
  readonly code: string;
  readonly message: string;
  readonly moment: FaultMoment;
}

/** Switches of one host. Batches that only release references are never hit nor counted. */
export class Faults {
  private readonly planned = new Map<number, Fault>();
  private count = 0;
  private editing = false;
  private waiting: (() => void)[] = [];
  /** milliseconds before each answer */
  delay = 0;

  constructor(private readonly book: WorkbookModel) {}

  /** Lets the `batch`-th batch from now on fail (1 = the next) with a code such as `RequestAborted`. */
  failBatch(batch: number, code: string, moment: FaultMoment = 'before', message = `Simulated ${code}.`): void {
    this.planned.set(this.count + batch, { code, message, moment });
  }
  /** Forgets planned failures. */
  clear(): void {
    this.planned.clear();
  }
  /** The next batch's failure, if any is planned. Counts the batch. */
  next(): Fault | undefined {
    const fault = this.planned.get(++this.count);
    this.planned.delete(this.count);
    return fault;
  }

  get inCellEdit(): boolean {
    return this.editing;
  }
  /** The person types into a cell: batches fail with `InvalidOperationInCellEditMode`, or wait when they asked for it. */
  beginCellEdit(): void {
    this.editing = true;
  }
  endCellEdit(): void {
    this.editing = false;
    for (const proceed of this.waiting.splice(0)) proceed();
  }
  /** Resolves when no cell is being edited. */
  cellEditEnded(): Promise<void> {
    return this.editing ? new Promise((resolve) => this.waiting.push(resolve)) : Promise.resolve();
  }

  get readOnly(): boolean {
    return this.book.readOnly;
  }
  /** The workbook may only be read: writes fail with `AccessDenied`. */
  set readOnly(readOnly: boolean) {
    this.book.readOnly = readOnly;
  }
  /** Protects a sheet behind the add-in's back. */
  protectSheet(name: string, password?: string): void {
    const sheet = this.book.sheets.find((candidate) => candidate.name === name);
    if (!sheet) throw new Error(`There is no sheet ${name}.`);
    sheet.protection = { protected: true, options: {}, ...(password === undefined ? {} : { password }) };
  }
}
