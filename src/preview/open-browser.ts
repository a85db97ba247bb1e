import { spawn } from 'node:child_process';

/** Opens `url` in the browser where there is a desktop; where there is none, nothing happens. */
export function openBrowser(url: string): void {
	const [command, ...args] =
		process.platform === 'darwin'
			? ['open', url]
			: process.platform === 'win32'
				? ['cmd', '/c', 'start', '', url]
				: process.env.DISPLAY || process.env.WAYLAND_DISPLAY
					? ['xdg-open', url]
					: [];
	if (command === undefined) return;
	// The address is printed as well, so that a desktop without a browser costs nothing.
	spawn(command, args, { stdio: 'ignore', detached: true })
		.on('error', () => undefined)
		.unref();
}
