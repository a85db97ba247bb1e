#!/usr/bin/env node
import { start } from './start.js';

const code = await start();
process.exitCode = code;
// Whatever still holds the process back then, such as a connection that does not close, does not hold it long.
setTimeout(() => process.exit(code), 1000).unref();
