/** Whether this process runs as root, as in most CI containers. */
export const isRoot = process.getuid?.() === 0;
