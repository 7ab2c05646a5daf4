// Two editions of a made-up text, for tests that need more than the sample.
export const EARLIER = `Lagoon Plan 2020

Goal 1: Clean water

The Harbour Board should publish the quality of the water every month. Port authorities shall remove sunken nets from the
lagoon. The Ministry of Fisheries shall train young fishers. Ferry operators may dump ballast water in the outer lagoon.

Goal 2: Safe ferries

Ferry operators shall inspect every hull before the season. The Harbour Board may close the lagoon during storms.
Life jackets should be provided to every passenger.

Goal 3: Living reefs

The plan aims to restore the coral reefs by 2030.
`;

export const LATER = `Lagoon Plan 2025

Goal 1: Clean water

The Harbour Board shall publish the quality of the water every week. Port authorities shall remove sunken nets from the
lagoon. The Coast Guard shall train young fishers. Ferry operators shall not dump ballast water in the outer lagoon.

Goal 2: Safe ferries

Ferry operators should inspect every hull before the season. The Harbour Board may close the lagoon during storms.
Life jackets should be provided to every passenger.

Goal 3: Living reefs

The plan aims to restore the coral reefs by 2030. The Reef Council shall plant mangroves on both shores.
`;

/** Gives a server both editions. @param {string} url */
export async function addEditions(url) {
  for (const text of [EARLIER, LATER]) {
    const title = text.split("\n")[0];
    const answer = await fetch(`${url}/api/v1/documents`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ title, text }),
    });
    if (!answer.ok) throw new Error(`${title}: ${answer.status} ${await answer.text()}`);
  }
}
