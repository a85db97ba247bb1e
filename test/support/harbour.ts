/** An invented article with the words of three people. */
export const HARBOUR = `---
title: Harbour plan divides the council
published: 2026-03-04
publisher: Coastal Courier
url: https://courier.example/harbour
---
The council met on Tuesday to discuss the new harbour in Brackwater.

“We will build the harbour of Brackwater before the winter storms,” said Mayor Ilse Brandt. She added that the town had saved enough money for it.

“Nobody in Brackwater asked the people who work on the water,” said fisherman Tom Ferris.

“The North Sea will not wait for the council,” said engineer Anna Lindqvist. “The harbour needs a new wall.”
`;
