/** What the page asks of the preview, and what it is told. */

/** Does something in a person's name. @throws {Error} With a line to show. */
export async function act(request) {
	const response = await fetch('/act', {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(request),
	});
	const body = await response.json();
	if (!response.ok) throw new Error(body.error);
	return body;
}

/** Opens a dropped file as the library. @returns Its problems, none when it is in use now. */
export async function openLibrary(file) {
	const response = await fetch(`/library?name=${encodeURIComponent(file.name)}`, { method: 'POST', body: file });
	const body = await response.json();
	if (response.ok) return [];
	return body.problems ?? [{ where: file.name, reason: body.error }];
}

export const closeLibrary = () => fetch('/library', { method: 'DELETE' });

/** Listens to what happens in a place, as one person sees it. @returns A function that stops. */
export function listen({ person, place }, handlers) {
	const query = new URLSearchParams({ ...(person && { person }), ...(place && { place }) });
	const source = new EventSource(`/events?${query}`);
	for (const name of ['view', 'message', 'removed', 'library'])
		source.addEventListener(name, (event) => handlers[name](JSON.parse(event.data)));
	source.addEventListener('error', () => handlers.gone());
	return () => source.close();
}
