#!/usr/bin/env node
import { config } from 'dotenv';
import { runProgram } from './cli/program.js';
import { processTerminal } from './cli/terminal.js';

config({ quiet: true });
process.exitCode = await runProgram(process.argv.slice(2), processTerminal());
