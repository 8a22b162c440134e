import type { Command } from 'commander';
import { checkExtracts, checkStore } from './check-home.ts';
import { checkArrow, checkBrowser, checkDisk, checkDuckDb, checkNode, type Finding } from './check-machine.ts';
import { checkMail } from './check-mail.ts';
import { checkAudit, checkDatabase, checkPostgres } from './check-records.ts';

export function addDoctor(command: Command): void {
  command
    .option('--home <folder>', 'data home', '.commonbeat')
    .option('--json', 'findings as JSON', false)
    .action(doctor);
}

async function doctor({ home, json }: { home: string; json: boolean }): Promise<void> {
  const findings: Finding[] = [];
  for (const { name, check } of CHECKS) {
    const finding = await check(home).catch((error: Error) => ({ state: 'broken' as const, detail: error.message }));
    findings.push({ name, ...finding });
    if (!json) console.log(`${finding.state.padEnd(6)}  ${name}: ${finding.detail}`);
  }
  if (json) console.log(JSON.stringify({ home, findings }, null, 2));
  if (findings.some((finding) => finding.state === 'broken')) process.exitCode = 3;
}

const CHECKS = [
  { name: 'node', check: checkNode },
  { name: 'duckdb', check: checkDuckDb },
  { name: 'arrow', check: checkArrow },
  { name: 'store', check: checkStore },
  { name: 'extracts', check: checkExtracts },
  { name: 'postgres', check: checkPostgres },
  { name: 'database', check: checkDatabase },
  { name: 'audit', check: checkAudit },
  { name: 'mail', check: () => checkMail(process.env) },
  { name: 'browser', check: checkBrowser },
  { name: 'disk', check: checkDisk },
];
