/** Objects that clients register handlers on. The registration itself is kept by `events.ts`. */
import type { Workspace } from '../workspace';
import { ExcelCollection, ExcelObject } from './base';

/** Who counts the registrations of the client whose batch runs. */
export interface Registrar {
  register(type: number, target: string, on: boolean): void;
}
const registrars = new WeakMap<Workspace, Registrar>();

/** Connects the objects of a workspace with the registrations of its clients. */
export const setRegistrar = (workspace: Workspace, registrar: Registrar): void => {
  registrars.set(workspace, registrar);
};

interface Target {
  readonly workspace: Workspace;
  readonly eventTarget: string;
}

/** An object with an id that events name. */
export abstract class EventTarget extends ExcelObject {
  abstract readonly eventTarget: string;
}
export abstract class EventCollection extends ExcelCollection {
  abstract readonly eventTarget: string;
}

/** The client wants events of this type about this object. */
export const register = (target: Target, type: number): void => registrars.get(target.workspace)?.register(type, target.eventTarget, true);
export const unregister = (target: Target, type: number): void => registrars.get(target.workspace)?.register(type, target.eventTarget, false);
