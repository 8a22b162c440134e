#!/usr/bin/env node
// The one JavaScript file: it lets Node read the TypeScript beside it, then hands over to the CLI.
import { register } from 'tsx/esm/api';

register();
await import('./main.ts');
