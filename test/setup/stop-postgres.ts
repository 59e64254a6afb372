import { stopServer } from './server.ts';

// biome-ignore lint/style/noDefaultExport: jest asks for one
export default stopServer;
