export { EXPLORER_FOLDER } from './explorer.js';
export { httpServer } from './http-server.js';
