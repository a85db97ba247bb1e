#!/usr/bin/env node
// Sets the checkout up (installs what the lock file says, builds) when it is missing or stale, then runs one job in
// this same process or, for the tools, in a child. Written without a dependency: it must run before there is any.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
	cpSync,
	existsSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	watch,
	writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const STAMP = '.stamp';
const DIST = join(ROOT, 'dist');
/** A build in the making is `dist-building.` and the id of its process. */
const BUILDING = 'dist-building.';
const CLI = 'dist/src/cli.js';
/** Packages that most commands of the command line load: they become part of it. */
const BUNDLED = [
	'commander',
	'diff',
	'dotenv',
	'minisearch',
	'picocolors',
	'wink-porter2-stemmer',
	'wrap-ansi',
	'yaml',
	'zod',
];
/** How often a build is put in place before it gives up. */
const ATTEMPTS = 3;
const BUILD_INPUTS = [
	'scripts/run.mjs',
	'src',
	'commands',
	'bench',
	'data',
	'tsconfig.json',
	'tsconfig.build.json',
	'package-lock.json',
];

const jobs = {
	build: () => build(),
	ready: () => {},
	start: () => {
		stopWithParent();
		return load('dist/src/main.js');
	},
	onrecord: () => load(CLI),
	bench: () => load('dist/bench/main.js'),
	evaluate: () => {
		rest.unshift('attribution');
		return load('dist/bench/main.js');
	},
	dev,
	test: () => node('node_modules/vitest/vitest.mjs', 'run'),
};

const [job, ...rest] = process.argv.slice(2);
if (!Object.hasOwn(jobs, job)) {
	fail(2, `unknown job "${job}"; known: ${Object.keys(jobs).join(', ')}`);
}
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 11)) {
	fail(3, `Node 20.11 or newer is needed, this is ${process.version}. Install a newer one from https://nodejs.org.`);
}
if (installIsStale()) install();
if (job !== 'build' && buildIsStale()) await build();
await jobs[job]();

/** Runs a built program in this process, as if Node had been started on it, so that signals and pipes reach it. */
async function load(file) {
	const path = join(ROOT, file);
	process.argv = [process.argv[0], path, ...rest];
	// Reading the maps takes as long as a question; only who asks for details sees a stack at all.
	if (file !== CLI || process.env.LOG_LEVEL) process.setSourceMapsEnabled(true);
	await import(pathToFileURL(path).href);
}

/**
 * A SIGTERM for `npm start` ends the shell that npm starts us in, and most shells do not pass it on: the program would
 * run on with nobody to stop it. So it stops when its parent is gone.
 */
function stopWithParent() {
	if (process.env.npm_lifecycle_event !== 'start') return;
	const parent = process.ppid;
	const timer = setInterval(() => {
		if (process.ppid === parent) return;
		clearInterval(timer);
		process.kill(process.pid, 'SIGTERM');
	}, 250).unref();
}

function node(...args) {
	const { status } = spawnSync(process.execPath, [...args, ...rest], { cwd: ROOT, stdio: 'inherit' });
	process.exitCode = status ?? 1;
}

/** Builds and starts the program again whenever something that the build reads has changed. */
function dev() {
	let program = start();
	let timer;
	for (const input of BUILD_INPUTS.filter((path) =>
		statSync(join(ROOT, path), { throwIfNoEntry: false })?.isDirectory(),
	)) {
		watch(join(ROOT, input), { recursive: true }, () => {
			// Editors write a file in several steps, and several files at once.
			clearTimeout(timer);
			timer = setTimeout(restart, 300);
		});
	}
	// Ctrl-C reaches the program by itself.
	process.on('SIGINT', () => {});
	process.on('SIGTERM', () => program.kill());

	function start() {
		const child = spawn(process.execPath, ['--enable-source-maps', 'dist/src/main.js', ...rest], {
			cwd: ROOT,
			stdio: 'inherit',
		});
		child.on('exit', (code) => {
			if (child === program) process.exit(code ?? 0);
		});
		return child;
	}

	async function restart() {
		if (!buildIsStale() || !(await compile())) return;
		const previous = program;
		program = undefined;
		previous.on('exit', () => {
			program = start();
		});
		previous.kill();
	}
}

/** True when a package of the lock file is missing or installed in another version (packages for other platforms aside). */
function installIsStale() {
	try {
		const wanted = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')).packages;
		const found = JSON.parse(readFileSync(join(ROOT, 'node_modules', '.package-lock.json'), 'utf8')).packages;
		return Object.entries(wanted).some(
			([path, { version, optional, peer }]) => path !== '' && !(optional || peer) && found[path]?.version !== version,
		);
	} catch {
		return true;
	}
}

function install() {
	say('installing the packages of package-lock.json (once) …');
	// npm is a .cmd file on Windows, which only a shell can start; npm names its own script when it runs us, as other
	// package managers do, which do not read its lock file.
	const npm = process.env.npm_execpath?.endsWith('npm-cli.js') ? process.env.npm_execpath : undefined;
	const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error', '--include=dev'];
	// Standard output belongs to the job; what npm prints goes to standard error.
	const stdio = ['ignore', 2, 2];
	const { status } = npm
		? spawnSync(process.execPath, [npm, ...args], { cwd: ROOT, stdio })
		: spawnSync('npm', args, { cwd: ROOT, stdio, shell: process.platform === 'win32' });
	if (status !== 0) fail(3, 'installing failed; see the lines above. Check the network and try again.');
}

function buildIsStale() {
	const stamp = join(DIST, STAMP);
	return !existsSync(stamp) || readFileSync(stamp, 'utf8') !== fingerprint();
}

async function build() {
	if (!(await compile())) fail(3, 'the build failed; see the lines above.');
}

/**
 * Builds beside `dist` and swaps the two, so that a program that is running, or a build that fails, finds it whole. Two
 * processes may do so at once: each builds in a folder of its own, and the later result is thrown away.
 */
async function compile() {
	say('building …');
	removeLeftovers();
	const stamp = fingerprint();
	const target = join(ROOT, `${BUILDING}${process.pid}`);
	try {
		const tsc = ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json', '--outDir', target];
		if (!succeeds(tsc, ['ignore', 2, 2])) return false;
		if (!(await bundle(target))) return false;
		// The index of the shipped articles, so that nobody waits for it later.
		const index = ['index', '--library', join(ROOT, 'data', 'articles'), '--out', join(target, 'articles.index')];
		if (!succeeds([join(target, 'src', 'cli.js'), ...index], ['ignore', 'ignore', 2])) return false;
		// The preview's page is served as it is written; tsc leaves it behind.
		cpSync(join(ROOT, 'src/preview/page'), join(target, 'src/preview/page'), { recursive: true });
		writeFileSync(join(target, STAMP), stamp);
		return putInPlace(target);
	} finally {
		remove(target);
	}
}

function succeeds(args, stdio) {
	return spawnSync(process.execPath, args, { cwd: ROOT, stdio }).status === 0;
}

/**
 * Makes few files of the 300 that answering one question would load, which takes longer than answering it. The bot stays
 * as it is: it may run for weeks, and what it loads late must still be there when another build has taken this one's
 * place.
 */
async function bundle(target) {
	const { build, stop } = await import('esbuild');
	const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
	const done = await build({
		entryPoints: [join(target, 'src/cli.js')],
		// All in one folder, that of what stays outside: its address is then right in every file.
		outdir: join(target, 'src'),
		allowOverwrite: true,
		bundle: true,
		splitting: true,
		format: 'esm',
		platform: 'node',
		target: 'node20',
		sourcemap: true,
		external: [join(target, 'src/start.js'), ...Object.keys(dependencies).filter((name) => !BUNDLED.includes(name))],
		// Packages in the older form of modules call it.
		banner: {
			js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
		},
		// What is wrong it says itself.
		logLevel: 'warning',
	}).then(
		() => true,
		() => false,
	);
	await stop();
	return done;
}

/** Renames `target` to `dist`, unless another process has put there what was built from the same sources. */
function putInPlace(target) {
	const previous = `${target}.previous`;
	for (let attempt = 1; ; attempt++) {
		try {
			if (existsSync(DIST)) renameSync(DIST, previous);
			renameSync(target, DIST);
			return true;
		} catch ({ message }) {
			if (!buildIsStale()) return true;
			if (attempt < ATTEMPTS) continue;
			say(`dist cannot be replaced: ${message}. If a program that runs from it holds it, stop that and try again.`);
			return false;
		} finally {
			remove(previous);
		}
	}
}

/** What builds left behind that were stopped halfway. */
function removeLeftovers() {
	for (const name of readdirSync(ROOT)) {
		if (name.startsWith(BUILDING) && !isRunning(Number.parseInt(name.slice(BUILDING.length), 10)))
			remove(join(ROOT, name));
	}
}

function isRunning(pid) {
	try {
		return process.kill(pid, 0);
	} catch (error) {
		// It runs and belongs to somebody else.
		return error.code === 'EPERM';
	}
}

function remove(folder) {
	rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}

/** Path, size and time of every file that the build reads, as one hash. */
function fingerprint() {
	const hash = createHash('sha256').update(process.version);
	for (const input of BUILD_INPUTS) walk(join(ROOT, input));
	return hash.digest('hex');

	function walk(path) {
		const stat = statSync(path, { throwIfNoEntry: false });
		if (!stat) return;
		if (stat.isDirectory()) for (const name of readdirSync(path).sort()) walk(join(path, name));
		else hash.update(`${path}\0${stat.size}\0${stat.mtimeMs}\0`);
	}
}

function say(line) {
	process.stderr.write(`onrecord: ${line}\n`);
}

function fail(code, line) {
	say(line);
	process.exit(code);
}
