/**
 * Executes a batch of Microsoft's rich API on objects of ours. Knows nothing about Excel: it resolves object paths, runs
 * actions in their order, answers queries, keeps references between batches and stops at the first error. What ran
 * before an error stays done and answered, as in Office.
 */

/** An error that the client receives as `OfficeExtension.Error` with this code. */
export class HostError extends Error {
  constructor(
    readonly code: string,
    message: string,
    /** where, as Office names it: `WorksheetCollection.getItem` */
    readonly location: string | null = null,
  ) {
    super(message);
    this.name = 'HostError';
  }
}

/** One object of the API. Members are getters, setters and methods in PascalCase, the names on the wire. */
export abstract class HostObject {
  /** Class name in messages; the constructor's name without `Object` when absent. */
  static readonly wireName: string | undefined = undefined;
  /** Members a `load()` without names answers. */
  static readonly scalars: readonly string[] = [];
  /** Set while the client keeps a reference to this object. */
  referenceId: string | undefined;

  /** What finds this object again in later batches: `{Id}` or `{_Id}`. */
  idResult(): Record<string, unknown> {
    return {};
  }
}

/** A collection; `load` answers its items. */
export abstract class HostCollection extends HostObject {
  abstract items(): readonly HostObject[];
}

interface ArgumentInfo {
  readonly Arguments?: readonly unknown[];
  readonly ReferencedObjectPathIds?: readonly unknown[] | null;
}
interface ObjectPath {
  readonly Id: number;
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: ArgumentInfo;
}
interface QueryInfo {
  readonly Select?: readonly string[];
  readonly Expand?: readonly string[];
  readonly Top?: number;
  readonly Skip?: number;
}
interface Action {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: ArgumentInfo;
  readonly QueryInfo?: QueryInfo;
  readonly ObjectState?: Readonly<Record<string, unknown>>;
}
/** The body of a batch as the client sends it. */
export interface RequestBody {
  readonly Actions: readonly Action[];
  readonly ObjectPaths: Readonly<Record<string, ObjectPath>>;
  readonly AutoKeepReference?: boolean;
}
export interface ResponseBody {
  Results: { ActionId: number; Value?: unknown }[];
  TraceIds: number[];
  Error?: { Code: string; Message: string; Location: string | null; ActionIndex: number };
}

export interface DispatcherOptions {
  /** Object behind `new` paths (services of Office itself), by full type name. */
  readonly newObject?: (name: string) => HostObject | undefined;
  /** Told the name of every member that is missing, before the client gets its error. */
  readonly onNotImplemented?: (member: string) => void;
}

/** What one client keeps between batches. */
export interface ClientReferences {
  readonly objects: Map<string, HostObject>;
  next: number;
}
export const createReferences = (): ClientReferences => ({ objects: new Map(), next: 1 });

export interface ExecuteOptions {
  /** Called before each action with its index; may throw a {@link HostError} to stop there. */
  readonly beforeAction?: (index: number) => void;
  /** Told every object the batch reaches, so that positions can follow insertions. */
  readonly onResolved?: (object: HostObject) => void;
}

interface Member {
  readonly name: string;
  readonly get?: (() => unknown) | undefined;
  readonly set?: ((value: unknown) => void) | undefined;
  readonly call?: ((...args: unknown[]) => unknown) | undefined;
}
type SelectTree = { [member: string]: SelectTree };

const memberCache = new WeakMap<object, Map<string, Member>>();
const reserved = new Set(['constructor', 'items', 'idResult']);

/** Members of an object's class by lower-case name: load selects arrive in camelCase, all else in PascalCase. */
function membersOf(object: HostObject): Map<string, Member> {
  const prototype = Object.getPrototypeOf(object) as object;
  const known = memberCache.get(prototype);
  if (known) return known;
  const members = new Map<string, Member>();
  for (let level: object | null = prototype; level && level !== HostObject.prototype; level = Object.getPrototypeOf(level) as object | null) {
    for (const name of Object.getOwnPropertyNames(level)) {
      const first = name.charAt(0);
      if (reserved.has(name) || members.has(name.toLowerCase()) || (first !== '_' && first !== first.toUpperCase())) continue;
      const found = Object.getOwnPropertyDescriptor(level, name);
      if (!found) continue;
      const call = typeof found.value === 'function' ? (found.value as (...args: unknown[]) => unknown) : undefined;
      members.set(name.toLowerCase(), { name, get: found.get, set: found.set, call });
    }
  }
  memberCache.set(prototype, members);
  return members;
}

const wireName = (object: HostObject): string => {
  const constructor = object.constructor as typeof HostObject;
  return constructor.wireName ?? constructor.name.replace(/Object$/, '');
};
const scalarsOf = (object: HostObject): readonly string[] => (object.constructor as typeof HostObject).scalars;
const isPlainObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

function camelCased(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(camelCased);
  if (!isPlainObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key.startsWith('_') ? key : key.charAt(0).toLowerCase() + key.slice(1), camelCased(inner)]));
}

/** Runs batches against `root`, the object behind the global path (Excel: the workbook). */
export class Dispatcher {
  constructor(
    private readonly root: HostObject,
    private readonly options: DispatcherOptions = {},
  ) {}

  /**
   * Runs one batch. Host errors come back as data; any other exception is a fault of the host itself and is thrown.
   */
  execute(body: RequestBody, references: ClientReferences, options: ExecuteOptions = {}): ResponseBody {
    const batch = new Batch(this.root, this.options, body, references, options);
    return batch.run();
  }
}

class Batch {
  private readonly resolved = new Map<number, HostObject | null>();

  constructor(
    private readonly root: HostObject,
    private readonly host: DispatcherOptions,
    private readonly body: RequestBody,
    private readonly references: ClientReferences,
    private readonly options: ExecuteOptions,
  ) {}

  run(): ResponseBody {
    const response: ResponseBody = { Results: [], TraceIds: [] };
    let index = 0;
    try {
      for (const action of this.body.Actions) {
        this.options.beforeAction?.(index);
        const value = this.runAction(action);
        if (action.ActionType === 5) response.TraceIds.push(action.Id);
        response.Results.push(value === undefined ? { ActionId: action.Id } : { ActionId: action.Id, Value: value });
        index++;
      }
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      response.Error = { Code: error.code, Message: error.message, Location: error.location, ActionIndex: index };
    }
    return response;
  }

  private runAction(action: Action): unknown {
    if (action.ActionType === 5) return undefined;
    const object = this.resolve(action.ObjectPathId);
    switch (action.ActionType) {
      case 1:
        return object && { ...object.idResult(), ...(object.referenceId ? { _ReferenceId: object.referenceId } : {}) };
      case 2:
        return object && this.query(object, action.QueryInfo ?? {});
      case 3:
        return this.callAction(object, action);
      case 4:
        if (object) this.set(object, action.Name, this.argumentsOf(action.ArgumentInfo)[0]);
        return undefined;
      case 7:
        return object && camelCased(this.query(object, action.QueryInfo ?? {}));
      case 8:
        return this.ensureUnchanged(object, action.ObjectState ?? {});
      case 9:
        if (object) for (const [name, value] of Object.entries(action.ObjectState ?? {})) this.set(object, name, value);
        return undefined;
      default:
        throw this.missing(`ActionType ${action.ActionType}`);
    }
  }

  private callAction(object: HostObject | null, action: Action): unknown {
    if (action.Name === '_KeepReference') {
      if (object && !object.referenceId) {
        object.referenceId = `R${this.references.next++}`;
        this.references.objects.set(object.referenceId, object);
      }
      return undefined;
    }
    const args = this.argumentsOf(action.ArgumentInfo);
    if (action.Name === '_RemoveReference') {
      const id = String(args[0]);
      const kept = this.references.objects.get(id);
      if (kept) kept.referenceId = undefined;
      this.references.objects.delete(id);
      return undefined;
    }
    if (!object) return null;
    const value = this.call(object, action.Name, args);
    return value instanceof HostObject ? undefined : value;
  }

  private ensureUnchanged(object: HostObject | null, state: Readonly<Record<string, unknown>>): undefined {
    if (!object) throw new HostError('ItemNotFound', 'The object does not exist any more.', 'ensureUnchanged');
    for (const [name, expected] of Object.entries(state)) {
      const actual = this.get(object, name);
      if (JSON.stringify(actual) !== JSON.stringify(expected)) throw new HostError('Conflict', `${wireName(object)}.${name} was changed by someone else.`, `${wireName(object)}.ensureUnchanged`);
    }
    return undefined;
  }

  private resolve(id: number): HostObject | null {
    const known = this.resolved.get(id);
    if (known !== undefined) return known;
    const path = this.body.ObjectPaths[id];
    if (!path) throw new HostError('InvalidObjectPath', `The object path ${id} is not in the request.`);
    const object = this.resolvePath(path);
    this.resolved.set(id, object);
    if (object) this.options.onResolved?.(object);
    return object;
  }

  private resolvePath(path: ObjectPath): HostObject | null {
    const parent = path.ParentObjectPathId ? this.resolve(path.ParentObjectPathId) : this.root;
    if (parent === null) return null;
    switch (path.ObjectPathType) {
      case 1:
        return this.root;
      case 2: {
        const created = this.host.newObject?.(path.Name);
        if (!created) throw this.missing(`new ${path.Name}`);
        return created;
      }
      case 3:
        return this.objectFrom(this.call(parent, path.Name, this.argumentsOf(path.ArgumentInfo)), parent, path.Name);
      case 4:
        return this.objectFrom(this.get(parent, path.Name), parent, path.Name);
      case 5:
        return this.objectFrom(this.call(parent, 'GetItem', this.argumentsOf(path.ArgumentInfo)), parent, 'GetItem');
      case 6: {
        const kept = this.references.objects.get(path.Name);
        if (!kept) throw new HostError('InvalidReference', 'This reference is not valid for the current operation.', path.Name);
        return kept;
      }
      case 7:
        return null;
      default:
        throw this.missing(`ObjectPathType ${path.ObjectPathType}`);
    }
  }

  private objectFrom(value: unknown, parent: HostObject, name: string): HostObject | null {
    if (value === null || value instanceof HostObject) return value;
    throw this.missing(`${wireName(parent)}.${name} (as object)`);
  }

  private argumentsOf(info: ArgumentInfo | undefined): unknown[] {
    const ids = info?.ReferencedObjectPathIds;
    return (info?.Arguments ?? []).map((argument, index) => this.withObjects(this.withReferences(argument, ids?.[index])));
  }

  /** Replaces an argument whose parallel id is not 0 by the object with this id. */
  private withReferences(argument: unknown, id: unknown): unknown {
    if (Array.isArray(argument) && Array.isArray(id)) return argument.map((inner, index) => this.withReferences(inner, id[index]));
    return typeof id === 'number' && id !== 0 ? this.resolve(id) : argument;
  }

  /** Replaces `{_ObjectPathId}` inside plain objects. Grids of values pass through untouched. */
  private withObjects(argument: unknown): unknown {
    if (!isPlainObject(argument) || argument instanceof HostObject) return argument;
    if (typeof argument['_ObjectPathId'] === 'number') return this.resolve(argument['_ObjectPathId']);
    return Object.fromEntries(Object.entries(argument).map(([key, value]) => [key, Array.isArray(value) ? value.map((inner) => this.withObjects(inner)) : this.withObjects(value)]));
  }

  private missing(member: string): HostError {
    this.host.onNotImplemented?.(member);
    return new HostError('HostNotImplemented', `The simulated host does not implement ${member}.`, member);
  }

  private get(object: HostObject, name: string): unknown {
    const member = membersOf(object).get(name.toLowerCase());
    if (!member?.get) throw this.missing(`${wireName(object)}.${name}`);
    return member.get.call(object);
  }

  private set(object: HostObject, name: string, value: unknown): void {
    const member = membersOf(object).get(name.toLowerCase());
    if (!member?.set) throw this.missing(`${wireName(object)}.${name} (set)`);
    member.set.call(object, value);
  }

  private call(object: HostObject, name: string, args: readonly unknown[]): unknown {
    const member = membersOf(object).get(name.toLowerCase());
    if (!member?.call) throw this.missing(`${wireName(object)}.${name}()`);
    return member.call.apply(object, [...args]);
  }

  private query(object: HostObject, query: QueryInfo): unknown {
    const tree: SelectTree = {};
    for (const path of [...(query.Select ?? []), ...(query.Expand ?? [])]) {
      let level = tree;
      for (const part of path.split(/[/.]/)) level = level[part] ??= {};
    }
    return this.project(object, tree, query);
  }

  private project(object: HostObject, tree: SelectTree, query: QueryInfo = {}): Record<string, unknown> {
    const names = Object.keys(tree);
    const all = names.length === 0 || '*' in tree || '$all' in tree;
    const answer: Record<string, unknown> = { ...object.idResult() };
    if (object.referenceId) answer['_ReferenceId'] = object.referenceId;
    if (all) for (const name of scalarsOf(object)) answer[name] = this.get(object, name);
    const ofItems: SelectTree = {};
    for (const name of names) {
      if (name === '*' || name === '$all') continue;
      const member = membersOf(object).get(name.toLowerCase());
      if (member?.get) {
        const value = member.get.call(object);
        answer[member.name] = value instanceof HostObject ? this.project(value, tree[name] ?? {}) : value;
      } else if (object instanceof HostCollection) ofItems[name] = tree[name] ?? {};
      else throw this.missing(`${wireName(object)}.${name}`);
    }
    if (object instanceof HostCollection && (all || Object.keys(ofItems).length > 0)) {
      const from = query.Skip ?? 0;
      const items = object.items().slice(from, query.Top ? from + query.Top : undefined);
      answer['_Items'] = items.map((item) => this.project(item, ofItems));
    }
    return answer;
  }
}
