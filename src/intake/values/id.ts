import { unguard } from './text';

export interface IdReading {
  /** `broken`: Excel turned the number into `4.01E+18`, the digits are gone. `suspect`: 16+ digits ending in 000. */
  readonly state: 'ok' | 'broken' | 'suspect' | 'missing';
  readonly id: string;
}

/** An id stays text (DOMAIN V070–V077). Guards and tabs go, digits are never touched. */
export function parseId(raw: string): IdReading {
  const id = unguard(raw).normalize('NFKC').trim();
  if (id === '' || id === '-' || id === '--') return { state: 'missing', id: '' };
  if (/^\d(?:\.\d+)?e\+\d{1,3}$/i.test(id)) return { state: 'broken', id };
  if (/^\d{16,}$/.test(id) && id.endsWith('000')) return { state: 'suspect', id };
  return { state: 'ok', id };
}
