package server_test

import "testing"

func TestAccountability(t *testing.T) {
	h, _ := newServer(t, nil)
	for _, q := range []request{
		{name: "gaps", path: "/api/v1/gaps", status: 200, with: []string{
			`"unassigned":{"items":[{`, "Help should be sent", `"undated":{"items":[`, `"unserved":{"items":[`, `"stance_only":{"items":[]`}},
		{name: "gaps of a document", path: "/api/v1/gaps?doc=lantern-charter", status: 200, with: []string{`"unassigned":{"items":[],"total":0}`}},
		{name: "gaps, first of each", path: "/api/v1/gaps?limit=1", status: 200, with: []string{`"undated":{"items":[{`}},
		{name: "gaps of nothing known", path: "/api/v1/gaps?doc=atlantis", status: 404},
		{name: "compare", path: "/api/v1/compare?a=harbour-declaration&b=Lantern%20Charter", status: 200, with: []string{
			`"counts":{`, `"moved":1`, `"change":"moved","a":{"id":`, `"likeness":`, `"only-a":`}},
		{name: "compare, one change", path: "/api/v1/compare?a=harbour-declaration&b=lantern-charter&change=moved", status: 200,
			with: []string{`"total":1`, `"only-b":`}, without: []string{`"change":"only-b"`}},
		{name: "compare, a page", path: "/api/v1/compare?a=harbour-declaration&b=lantern-charter&limit=2", status: 200, with: []string{`"next":"`}},
		{name: "compare, of an actor", path: "/api/v1/compare?a=harbour-declaration&b=lantern-charter&actor=united-nations", status: 200,
			with: []string{`"united-nations"`}, without: []string{`"facets"`}},
		{name: "compare, of a force", path: "/api/v1/compare?a=harbour-declaration&b=lantern-charter&force=permission", status: 200,
			with: []string{`"force":"permission"`}, without: []string{`"force":"stance"`}},
		{name: "compare, by what to filter", path: "/api/v1/compare?a=harbour-declaration&b=lantern-charter&facets=true&limit=1", status: 200,
			with: []string{`"facets":{"actors":{"items":[{"iri":"actor:`, `"count":`, `"forces":{`}},
		{name: "compare, of nobody known", path: "/api/v1/compare?a=harbour-declaration&b=lantern-charter&actor=atlantis", status: 404},
		{name: "compare with itself", path: "/api/v1/compare?a=lantern-charter&b=lantern-charter", status: 400, with: []string{"both documents are"}},
		{name: "compare with nothing", path: "/api/v1/compare?a=lantern-charter", status: 400},
		{name: "verify", path: "/api/v1/verify", status: 200, with: []string{`"documents":2`, `"faults":[]`}},
		{name: "verify one", path: "/api/v1/verify?doc=lantern-charter", status: 200, with: []string{`"documents":1`}},
	} {
		t.Run(q.name, func(t *testing.T) { q.run(t, h) })
	}
}
