import type { PaneState } from '../state/types';

/** Facts about the build, from the page. */
export interface BuildInfo {
  readonly version: string;
  readonly build: string;
}

export function buildInfo(): BuildInfo {
  const read = (name: string): string => document.querySelector(`meta[name="${name}"]`)?.getAttribute('content') ?? '';
  return { version: read('retro-version') || '0.0.0', build: read('retro-build') || 'dev' };
}

/**
 * What support needs to help: versions, where the person was, counts and codes. No pasted value, file name or sheet content.
 * @param technical client error code, message and location
 */
export function diagnostics(state: PaneState | undefined, technical: string): string {
  const { version, build } = buildInfo();
  const office = officeFacts();
  const lines = [`retro ${version} (${build})`, `office ${office}`, `browser ${navigator.userAgent}`];
  if (state !== undefined) {
    lines.push(`step ${state.step}, reading ${state.reading}, generating ${state.generating}`);
    lines.push(`inputs ${state.inputs.map((card) => `${card.origin}:${card.lines ?? '?'} lines:${card.bytes ?? '?'} bytes`).join(', ') || 'none'}`);
    for (const source of state.sources ?? []) {
      const codes = [...new Set(source.problems.map((problem) => problem.code))].join(' ');
      lines.push(`source ${source.kind}: rows ${source.rows}, used ${source.used}, skipped ${source.skipped.length}, problems ${source.problems.length} ${codes}`);
    }
  }
  lines.push(`error ${technical || 'none'}`);
  return lines.join('\n');
}

function officeFacts(): string {
  if (typeof Office === 'undefined') return 'not loaded';
  // Office.context is missing until Office is ready, whatever its type says.
  const context = Office.context as Office.Context | undefined;
  const facts = context?.diagnostics as Office.ContextInformation | undefined;
  return facts === undefined ? 'not ready' : `${String(facts.host)} ${String(facts.platform)} ${facts.version}`;
}
