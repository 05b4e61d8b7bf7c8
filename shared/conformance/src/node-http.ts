// An `import` of node:http reads each of its exports, and with one of them loads the whole of fetch, which nobody here
// uses: 20 ms at every start. The module itself, asked for in this way, does not.
export const { Agent, request: openRequest } = process.getBuiltinModule('node:http');
