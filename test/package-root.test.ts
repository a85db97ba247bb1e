import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { codePath, packagePath } from '../src/package-root.js';

test('GIVEN a path of the package THEN it is found from wherever the code runs', () => {
	expect(JSON.parse(readFileSync(packagePath('package.json'), 'utf8')).name).toBe('onrecord');
	expect(existsSync(packagePath('data', 'articles'))).toBe(true);
});

test('GIVEN code that runs from the sources THEN what a build makes is not found', () => {
	expect(codePath('articles.index')).toBe(packagePath('articles.index'));
	expect(existsSync(codePath('articles.index'))).toBe(false);
});
