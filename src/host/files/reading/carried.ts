/** Parts that the host does not understand, taken along with all they lead to. */
import type { CarriedLink, CarriedPart } from '../../model/types';
import { relationshipKind, type PackageReader, type RelationshipEntry } from './package';

/** Parts that saving makes anew: nothing carried may lead to an old one. */
const MADE_ANEW = new Set(['officeDocument', 'worksheet', 'styles', 'sharedStrings', 'calcChain', 'table']);

/** Names that saving gives to its own parts. */
const OWN_NAMES = /^(?:xl\/(?:drawings\/drawing|charts\/chart)\d+\.xml|customXml\/item(?:Props)?1\.xml)$/i;

/** A name beside those that saving gives. */
const carriedPath = (path: string): string => (OWN_NAMES.test(path) ? path.replace(/([^/]+)$/, 'carried-$1') : path);

export interface Carrier {
  /** Takes the target of a relationship along; `undefined` when it cannot come. */
  carry(relationship: RelationshipEntry): CarriedLink | undefined;
  /** by the path they are saved under */
  readonly parts: ReadonlyMap<string, CarriedPart>;
  /** paths in the opened file that were taken along */
  readonly taken: ReadonlySet<string>;
}

export const createCarrier = (file: PackageReader): Carrier => {
  const parts = new Map<string, CarriedPart>();
  const taken = new Set<string>();
  const carry = (relationship: RelationshipEntry): CarriedLink | undefined => {
    const { id, type, target, external } = relationship;
    if (external) return { id, type, target, external };
    if (MADE_ANEW.has(relationshipKind(relationship)) || !file.has(target)) return undefined;
    const path = carriedPath(target);
    if (!taken.has(target)) {
      taken.add(target);
      const links: CarriedLink[] = [];
      parts.set(path, { path, contentType: file.contentType(target), bytes: file.bytes(target), links });
      for (const next of file.relationships(target)) {
        const link = carry(next);
        if (link !== undefined) links.push(link);
      }
    }
    return { id, type, target: path, external };
  };
  return { carry, parts, taken };
};
