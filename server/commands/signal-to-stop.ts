/** Is aborted by Ctrl+C or a polite kill. */
export function signalToStop(): AbortSignal {
  const controller = new AbortController();
  const stop = () => controller.abort();
  process.on('SIGINT', stop).on('SIGTERM', stop);
  return controller.signal;
}
