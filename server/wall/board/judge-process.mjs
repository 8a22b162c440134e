// A process that may read the TypeScript beside it, as server/commonbeat.mjs does for the server.
import { register } from 'tsx/esm/api';

register();
await import('./judge-calls.ts');
