/** Where a source task stands on its page. */
export const taskAnchor = (taskId: string): string => `task-${taskId}`;
