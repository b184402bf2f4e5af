import type { Head } from '../../intake/head';
import type { PaneInput } from '../state/types';

export async function readHeadOf(input: PaneInput, file: string): Promise<Head> {
  const [{ readHead }, { readable }] = await Promise.all([import('../../intake/head'), import('../reading/readable')]);
  return readHead(await readable(input), file);
}
