import { defineConfig } from 'vitest/config';

export default defineConfig({
	test: {
		include: ['test/**/*.test.ts'],
		globalSetup: ['test/global-setup.ts'],
		env: { LOG_LEVEL: 'silent' },
		// The slowest tests start the bot as a process of its own on a machine that may have two cores.
		testTimeout: 30_000,
		hookTimeout: 60_000,
	},
});
