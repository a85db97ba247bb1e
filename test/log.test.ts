import { expect, test } from 'vitest';
import { createLog } from '../src/log.js';

test('GIVEN secrets and words of readers in what is logged THEN none is written', () => {
	const lines: string[] = [];
	const log = createLog('debug', { write: (line) => lines.push(line) });
	const err = Object.assign(new Error('refused'), {
		url: '/webhooks/1/HIDDEN',
		requestBody: { content: 'HIDDEN' },
		code: 50_013,
	});
	log.error({ token: 'HIDDEN', config: { token: 'HIDDEN' }, question: 'HIDDEN', err }, 'command failed');
	expect(lines.join('')).not.toContain('HIDDEN');
	expect(JSON.parse(lines[0] ?? '')).toMatchObject({
		msg: 'command failed',
		err: { message: 'refused', code: 50_013 },
	});
});
