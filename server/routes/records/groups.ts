import { createRoute, z } from '@hono/zod-openapi';
import { LocalDate, Seen, Words } from '#data/schema/records/common.ts';
import { Designation, Group, GroupFields } from '#data/schema/records/group.ts';
import { actingOf, guarded } from '#server/routes/guarded.ts';
import { newRoutes } from '#server/routes/new-routes.ts';
import { refused } from '#server/routes/problem.ts';
import {
  addGroup,
  changeGroup,
  designateGroup,
  getGroup,
  lastContacts,
  listDesignations,
  listGroups,
} from '#server/store/groups.ts';
import type { RecordStore } from '#server/store/record-store.ts';

/** The registry of community groups (1902.2 A.1) and who is active in it (1902.2 C). */
export function groupRoutes(records: RecordStore) {
  return newRoutes()
    .openapi(getGroups, async (c) => {
      const { groups, contacts } = await records.as(actingOf(c), async (tx) => ({
        groups: await listGroups(tx),
        contacts: await lastContacts(tx),
      }));
      return c.json(
        groups.map((group) => ({ ...group, lastContactAt: contacts.get(group.groupId) ?? null })),
        200,
      );
    })
    .openapi(getOne, async (c) => {
      const { groupId } = c.req.valid('param');
      const answer = await records.as(actingOf(c), async (tx) => ({
        group: await getGroup(tx, groupId),
        designations: await listDesignations(tx, groupId),
      }));
      return c.json(answer, 200);
    })
    .openapi(postGroup, async (c) => {
      const acting = actingOf(c);
      const { groupId, ...fields } = c.req.valid('json');
      return c.json(await records.as(acting, (tx) => addGroup(tx, acting, groupId, fields)), 201);
    })
    .openapi(putGroup, async (c) => {
      const acting = actingOf(c);
      const { groupId } = c.req.valid('param');
      return c.json(await records.as(acting, (tx) => changeGroup(tx, acting, groupId, c.req.valid('json'))), 200);
    })
    .openapi(postDesignation, async (c) => {
      const acting = actingOf(c);
      const { groupId } = c.req.valid('param');
      return c.json(await records.as(acting, (tx) => designateGroup(tx, acting, groupId, c.req.valid('json'))), 201);
    });
}

const json = <Schema extends z.ZodType>(schema: Schema) => ({ content: { 'application/json': { schema } } });
const body = <Schema extends z.ZodType>(schema: Schema) => ({ ...json(schema), required: true });
const params = z.object({ groupId: z.string() });
const refusals = {
  404: refused('No such group'),
  409: refused('Somebody else changed it'),
  422: refused('A field is not as it should be'),
};

const getGroups = createRoute({
  method: 'get',
  path: '/api/records/groups',
  summary: 'The registry of groups, by name, each with the last contact that was made',
  ...guarded('group.read'),
  responses: {
    200: { description: 'Groups', ...json(z.array(Group.extend({ lastContactAt: z.string().nullable() }))) },
  },
});

const getOne = createRoute({
  method: 'get',
  path: '/api/records/groups/{groupId}',
  summary: 'A group and every decision on its status',
  ...guarded('group.read'),
  request: { params },
  responses: {
    200: {
      description: 'The group',
      ...json(z.object({ group: Group, designations: z.array(Designation) })),
    },
    404: refused('No such group'),
  },
});

const GroupId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'Use small letters, digits and hyphens.');
const postGroup = createRoute({
  method: 'post',
  path: '/api/records/groups',
  summary: 'Add a group',
  ...guarded('group.write'),
  request: { body: body(GroupFields.extend({ groupId: GroupId })) },
  responses: { 201: { description: 'Added', ...json(Group) }, 422: refused('A field is not as it should be') },
});

const putGroup = createRoute({
  method: 'put',
  path: '/api/records/groups/{groupId}',
  summary: 'Change a group: its liaison, pattern of meetings, district …',
  ...guarded('group.write'),
  request: { params, body: body(GroupFields.extend(Seen.shape)) },
  responses: { 200: { description: 'As it is now', ...json(Group) }, ...refusals },
});

const postDesignation = createRoute({
  method: 'post',
  path: '/api/records/groups/{groupId}/designations',
  summary: 'Designate a group inactive, or active again: the division commander alone (1902.2 C)',
  ...guarded('group.designate'),
  request: {
    params,
    body: body(
      Seen.extend({ status: Group.shape.status, reason: Words(1000), reviewOn: LocalDate.nullable().default(null) }),
    ),
  },
  responses: {
    201: { description: 'Decided', ...json(z.object({ group: Group, designation: Designation })) },
    ...refusals,
  },
});
