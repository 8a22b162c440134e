export type Told = { action: 'export' | 'print' | 'view-exact'; kind: string; recordId: string; words: string };

/**
 * Tells the audit what left the page or was looked at. Sent even while the page closes; what the server
 * knows by itself (changes, sign-ins, reads it refused) is not told here.
 */
export function tellAudit(told: Told): void {
  const said = { ...told, recordId: told.recordId.slice(0, 200), words: told.words.slice(0, 500) };
  fetch('/api/audit/acts', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(said),
    keepalive: true,
  }).catch(() => undefined); // a server that is away does not stop a file that is already in the browser
}
