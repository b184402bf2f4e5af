import type { LargePart } from '../../intake/large/parts';
import type { PartRequest, StreamProgress } from '../../intake/large/summarise-file';
import type { IntakeOptions } from '../../intake/types';
import type { LargeInput, PaneInput } from '../state/types';
import type { ListPiece } from './parcel';
import type { PieceProgress } from './read-one';

/** To the worker: one input to read. One at a time. */
export interface ReadRequest {
  readonly id: number;
  readonly input: PaneInput;
  readonly options: IntakeOptions;
}

/** From one worker to another, which it started for this alone: the rest of a large file. */
export interface PartTask {
  readonly part: PartRequest;
  readonly input: LargeInput;
  readonly options: IntakeOptions;
}

/** The answers to a `PartTask`. */
export type PartMessage = { readonly type: 'part-progress'; readonly progress: StreamProgress } | { readonly type: 'part'; readonly part: LargePart | undefined };

/** From the worker. `ready` comes once, before anything else. */
export type WorkerMessage =
  | { readonly type: 'ready' }
  | { readonly type: 'progress'; readonly id: number; readonly progress: PieceProgress }
  | { readonly type: 'piece'; readonly id: number; readonly piece: ListPiece }
  | { readonly type: 'done'; readonly id: number; readonly rest: unknown }
  | { readonly type: 'failed'; readonly id: number; readonly message: string };
