import { type Told, tellAudit } from './tell-audit.ts';

/**
 * Hands a file to the browser's downloads. The audit is told of what this page made; what the server made it has told by itself.
 */
export function saveFile(name: string, content: Blob, told: Omit<Told, 'action'> | 'told by the server'): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
  if (told !== 'told by the server') tellAudit({ action: 'export', ...told });
}

/** The byte-order mark makes Excel read UTF-8. */
export const csvFile = (text: string): Blob => new Blob(['\ufeff', text], { type: 'text/csv;charset=utf-8' });
