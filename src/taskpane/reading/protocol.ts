import type { IntakeOptions } from '../../intake/types';
import type { PaneInput } from '../state/types';
import type { ListPiece } from './parcel';
import type { PieceProgress } from './read-one';

/** To the worker: one input to read. One at a time. */
export interface ReadRequest {
  readonly id: number;
  readonly input: PaneInput;
  readonly options: IntakeOptions;
}

/** From the worker. `ready` comes once, before anything else. */
export type WorkerMessage =
  | { readonly type: 'ready' }
  | { readonly type: 'progress'; readonly id: number; readonly progress: PieceProgress }
  | { readonly type: 'piece'; readonly id: number; readonly piece: ListPiece }
  | { readonly type: 'done'; readonly id: number; readonly rest: unknown }
  | { readonly type: 'failed'; readonly id: number; readonly message: string };
