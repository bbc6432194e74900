export { httpServer } from './http-server.js';
