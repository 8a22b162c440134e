// A week of a wall in minutes: a page turn and a pulse every half minute of its clock, another board every quarter of an hour, a broken
// stream every three hours. What it holds in memory is measured each day, after a collection and with the same page in sight.
import { openBrowser } from '#test/journey/browser.ts';
import { BOARDS, simulateWall } from '#test/journey/simulated-wall.ts';

const DAYS = Number(process.env.BENCH_DAYS ?? 7);
const STEPS_A_DAY = 2 * 60 * 24;

const browser = await openBrowser();
try {
  const wall = await simulateWall(browser);
  console.log('| day | heap, MB | nodes | listeners |\n| --- | ---: | ---: | ---: |');
  for (let day = 0; day <= DAYS; day++) {
    if (day > 0) await passDay(wall, day);
    const { heapMb, nodes, listeners } = await wall.held();
    console.log(`| ${day === 0 ? 'start' : day} | ${heapMb.toFixed(2)} | ${nodes} | ${listeners} |`);
  }
} finally {
  await browser.close();
}

async function passDay(wall: Awaited<ReturnType<typeof simulateWall>>, day: number): Promise<void> {
  for (let step = 0; step < STEPS_A_DAY; step++) {
    await wall.pass(30);
    const board = BOARDS[Math.floor(step / 30) % BOARDS.length];
    if (step % 30 === 0 && board) await wall.hear({ ...board, board: `${day} ${step}` });
    if (step % 360 === 359) await wall.breakStream();
  }
}
