import { expect, test } from 'vitest';
import { checkReadOnly } from '#web/tables/sql-guard.ts';

test.each([
  'select count(*) from call',
  'SELECT 1;',
  'select 1 ; ; ',
  "with late as (select * from call where type_code = 'drop; delete') select * from late",
  'from call',
  'explain analyze select 1',
  'describe call',
  'show tables',
  'summarize call',
  "pragma table_info('call')",
  'select 1 -- ; drop table call',
  '/* drop table call; */ select 1',
  'select "update" from (select 1 as "update")',
  'select $$ ; drop table call $$',
  "select 'it''s; here'",
  "select E'it\\'s; here'",
  'select offset_minutes, settled from (select 1 as offset_minutes, 2 as settled)',
])('reads: %s', (text) => {
  expect(() => checkReadOnly(text)).not.toThrow();
});

test.each([
  'insert into call select * from call',
  'delete from call',
  'update call set id = 1',
  'drop table call',
  'create table x as select 1',
  'with x as (select 1) insert into call select * from x',
  'with x as (select 1) delete from call',
  'explain analyze delete from call',
  "copy call to 'x.csv'",
  "attach 'x.db'",
  'install httpfs',
  'load httpfs',
  'set threads = 1',
  'pragma enable_profiling',
  'call pragma_version()',
  "export database 'x'",
  'vacuum',
  'begin transaction',
])('refuses: %s', (text) => {
  expect(() => checkReadOnly(text)).toThrow('is not allowed here: this page only reads');
});

test.each([
  'select 1; select 2',
  "select ';'; drop table call",
  'select 1; -- later\n drop table call',
  'select 1 --\r; drop table call',
  "select E'\\''; drop table call; --'",
  'select a$$ ; drop table call; select $$ from call',
])('refuses a second statement: %s', (text) => {
  expect(() => checkReadOnly(text)).toThrow('One statement at a time');
});

test.each(['', '  ;; ', '-- only a remark'])('refuses nothing asked: "%s"', (text) => {
  expect(() => checkReadOnly(text)).toThrow('There is no question here');
});
