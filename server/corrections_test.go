package server_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"testing"

	"mandate/graph/graphtest"
	"mandate/graph/index"
	"mandate/graph/store"
	"mandate/query/wire"
	"mandate/server"
)

// statementOf finds the first statement of an actor and aim.
func statementOf(t *testing.T, st *store.Store, actor, aim string) index.Statement {
	t.Helper()
	for s := range st.View().Statements() {
		if s.Actor == actor && s.Aim == aim {
			return s
		}
	}
	t.Fatalf("no statement of %s and %s", actor, aim)
	return index.Statement{}
}

// correct sends a correction and returns what was made of it.
func correct(t *testing.T, h http.Handler, format string, args ...any) wire.Correction {
	t.Helper()
	w := request{method: "POST", path: "/api/v1/corrections", header: typed("application/json"), body: fmt.Sprintf(format, args...), status: 201}.run(t, h)
	var made wire.List[wire.Correction]
	if err := json.Unmarshal(w.Body.Bytes(), &made); err != nil || len(made.Items) != 1 {
		t.Fatalf("%v: %s", err, w.Body)
	}
	if want := "/api/v1/corrections/" + made.Items[0].ID; w.Header().Get("Location") != want {
		t.Errorf("Location is %q, want %q", w.Header().Get("Location"), want)
	}
	return made.Items[0]
}

// A rejected statement is in no answer until that is undone; both stay told.
func TestRejectAndUndo(t *testing.T) {
	h, st := newServer(t, nil)
	s := statementOf(t, st, "secretariat", "report")
	tag := request{path: "/api/v1/what?actor=Secretariat", status: 200, with: []string{"lose its vote"}}.run(t, h).Header().Get("ETag")
	made := correct(t, h, `{"kind":"reject","by":"Ann Lee","reason":"a vote is no duty","at":"2026-03-04T05:06:07Z","statements":[%q]}`, s.ID)
	if made.State != "applied" || made.By != "Ann Lee" || made.Statement == nil || made.Target.Actor != "secretariat" {
		t.Errorf("%+v", made)
	}
	for _, q := range []request{
		{path: "/api/v1/statements?q=vote", status: 200, with: []string{`"total":0`}},
		{path: "/api/v1/paths?from=Secretariat&to=United+Nations&max_hops=2", status: 200, with: []string{`"paths":[]`}},
		{path: "/api/v1/documents/lantern-charter", status: 200, with: []string{`"rejected":[{`, `"reason":"a vote is no duty","at":"2026-03-04T05:06:07Z"`}},
		{path: "/api/v1/corrections?doc=lantern-charter&state=applied", status: 200, with: []string{`"total":1`, `"kind":"reject"`, `"or_else":"or lose its vote"`}},
		{path: "/api/v1/corrections?by=ann+lee&kind=accept", status: 200, with: []string{`"total":0`}},
		{path: "/api/v1/verify", status: 200, with: []string{`"faults":[]`}},
		{path: "/api/v1/what?actor=Secretariat", status: 200, header: http.Header{"If-None-Match": {tag}}, without: []string{"lose its vote"}},
	} {
		t.Run(q.path, func(t *testing.T) { q.run(t, h) })
	}
	undo := correct(t, h, `{"kind":"undo","by":"Bo","reason":"it is","undoes":%q}`, made.ID)
	request{path: "/api/v1/statements?q=vote", status: 200, with: []string{`"total":1`, `"reviews":[]`}}.run(t, h)
	request{path: "/api/v1/corrections/" + made.ID, status: 200, with: []string{`"state":"undone"`, `"other":{"id":"` + undo.ID}}.run(t, h)
	if got, want := content(st, "lantern-charter"), content(newStore(t), "lantern-charter"); got != want {
		t.Error("the document is not as it was read")
	}
	// The undo of the undo.
	correct(t, h, `{"kind":"undo","by":"Ann Lee","undoes":%q}`, undo.ID)
	request{path: "/api/v1/statements?q=vote", status: 200, with: []string{`"total":0`}}.run(t, h)
}

func content(st *store.Store, doc string) string {
	var b strings.Builder
	for _, q := range st.View().DocumentQuads(doc) {
		b.WriteString(q.NQuad() + "\n")
	}
	return b.String()
}

func TestEdit(t *testing.T) {
	h, st := newServer(t, nil)
	s := statementOf(t, st, "member-states", "inspect")
	correct(t, h, `{"kind":"edit","by":"Ann Lee","statements":[%q],"set":{"actor":"the UN","force":"obligation","object":"the lamps"}}`, s.ID)
	for _, q := range []request{
		{path: "/api/v1/statements/" + s.ID, status: 200, with: []string{`"object":"the lamps"`, `"force":"obligation"`, `"kind":"edit","by":"Ann Lee"`,
			`{"component":"actor","before":"member-states","after":"united-nations"}`}},
		{path: "/api/v1/what?actor=UN", status: 200, with: []string{"Members may inspect"}},
		{path: "/api/v1/who?topic=lamps", status: 200, with: []string{`"actor":{"id":"united-nations"`}},
		{path: "/api/v1/graph?center=United+Nations", status: 200, with: []string{`"source":"actor:united-nations","target":"doc:lantern-charter","predicate":"obligedTo"`}},
	} {
		t.Run(q.path, func(t *testing.T) { q.run(t, h) })
	}
	// The document is read anew, with a paragraph in front.
	moved := graphtest.Lantern()
	if _, err := st.Put(t.Context(), moved); err != nil {
		t.Fatal(err)
	}
	request{path: "/api/v1/statements/" + s.ID, status: 200, with: []string{`"object":"the lamps"`}}.run(t, h)
	if err := st.Remove(t.Context(), "lantern-charter"); err != nil {
		t.Fatal(err)
	}
	request{path: "/api/v1/corrections?state=orphaned", status: 200, with: []string{`"total":1`, `"why":"the document is not in the store"`}}.run(t, h)
}

func TestActorsAreRegrouped(t *testing.T) {
	h, _ := newServer(t, nil)
	correct(t, h, `{"kind":"merge","by":"Ann Lee","actor":"Countries","into":"International community"}`)
	correct(t, h, `{"kind":"alias","by":"Ann Lee","actor":"Member States","name":"Lantern States"}`)
	correct(t, h, `{"kind":"split","by":"Ann Lee","actor":"United Nations","doc":"lantern-charter","into":"Lantern Council"}`)
	correct(t, h, `{"kind":"add","by":"Ann Lee","doc":"lantern-charter","quote":"lose its vote","set":{"actor":"Secretariat","force":"prohibition","aim":"lose","object":"its vote","polarity":"-"}}`)
	for _, q := range []request{
		{path: "/api/v1/actors", status: 200, without: []string{`"actor:countries"`}, with: []string{`"label":"Lantern Council","kind":"InternationalOrganization"`}},
		{path: "/api/v1/what?actor=Countries", status: 200, with: []string{`"total":3`, `"kind":"merge","by":"Ann Lee"`}},
		{path: "/api/v1/what?actor=Lantern+States", status: 200, with: []string{`"id":"member-states"`}},
		{path: "/api/v1/what?actor=Lantern+Council", status: 200, with: []string{`"aim":"train"`}},
		{path: "/api/v1/what?actor=Secretariat", status: 200, with: []string{`"aim":"lose"`, `"kind":"add"`, `"sentence":"The Secretariat shall report`}},
	} {
		t.Run(q.path, func(t *testing.T) { q.run(t, h) })
	}
}

func TestAgreement(t *testing.T) {
	h, st := newServer(t, nil)
	first, second := statementOf(t, st, "secretariat", "report"), statementOf(t, st, "member-states", "dim")
	for _, by := range []string{"Ann", "Bo"} {
		correct(t, h, `{"kind":"accept","by":%q,"statements":[%q]}`, by, first.ID)
	}
	correct(t, h, `{"kind":"accept","by":"Ann","statements":[%q]}`, second.ID)
	correct(t, h, `{"kind":"reject","by":"Bo","statements":[%q]}`, second.ID)
	request{path: "/api/v1/agreement", status: 200,
		with: []string{`"total":2`, `"reviewers":["Ann","Bo"],"statements":2,"shared":2,"percent":0.5,"alpha":0,`, `"a":"Ann","b":"Bo","shared":2,"agreed":1,"percent":0.5,"kappa":0}`}}.run(t, h)
	request{path: "/api/v1/corrections?state=overruled", status: 200, with: []string{`"total":1`, `"other":{"id":`}}.run(t, h)
	request{path: "/api/v1/agreement?doc=atlantis", status: 404}.run(t, h)
}

func TestCorrectionsThatCannotBe(t *testing.T) {
	h, st := newServer(t, nil)
	id := statementOf(t, st, "secretariat", "report").ID
	size := st.View().Size()
	for body, q := range map[string]request{
		`{"kind":"reject","by":"Ann","statements":["0000000000000000"]}`:                                                             {status: 404},
		`{"kind":"reject","by":"Ann"}`:                                                                                               {status: 422, with: []string{"which statement"}},
		`{"kind":"reject","by":"?","statements":["` + id + `"]}`:                                                                     {status: 422, with: []string{"who"}},
		`{"kind":"reject","statements":["` + id + `"]}`:                                                                              {status: 400, with: []string{"by"}},
		`{"kind":"praise","by":"Ann"}`:                                                                                               {status: 400, with: []string{"kind"}},
		`{"kind":"edit","by":"Ann","statements":["` + id + `"],"set":{"colour":"red"}}`:                                              {status: 422, with: []string{"colour"}},
		`{"kind":"edit","by":"Ann","statements":["` + id + `"],"set":{"force":"duty"}}`:                                              {status: 422, with: []string{"obligation, prohibition"}},
		`{"kind":"edit","by":"Ann","statements":["` + id + `"],"set":{"aim":"report"}}`:                                              {status: 422, with: []string{"changes nothing"}},
		`{"kind":"edit","by":"Ann","statements":["` + id + `"],"set":{"actor":"Chnia"}}`:                                             {status: 422, with: []string{"did you mean China", "GovernmentBody", `"suggestions":[`}},
		`{"kind":"merge","by":"Ann","actor":"China","into":"China"}`:                                                                 {status: 422, with: []string{"two different"}},
		`{"kind":"alias","by":"Ann","actor":"China","name":"PRC"}`:                                                                   {status: 422, with: []string{"already"}},
		`{"kind":"add","by":"Ann","doc":"lantern-charter","quote":"no such words","set":{"actor":"China","aim":"x","force":"goal"}}`: {status: 422, with: []string{"not a sentence"}},
		`{"kind":"reject","by":"Ann","at":"9999-12-31T23:59:59-01:00","statements":["` + id + `"]}`:                                  {status: 422, with: []string{"year"}},
		`{"kind":"undo","by":"Ann","undoes":"77"}`:                                                                                   {status: 404},
		`{"kind":`: {status: 400},
	} {
		q.method, q.path, q.header, q.body = "POST", "/api/v1/corrections", typed("application/json"), body
		t.Run(body, func(t *testing.T) { q.run(t, h) })
	}
	if st.View().Size() != size {
		t.Error("something was stored")
	}
	request{path: "/api/v1/corrections?kind=praise", status: 400}.run(t, h)
	request{path: "/api/v1/corrections/77", status: 404}.run(t, h)
	locked, _ := newServer(t, func(o *server.Options) { o.Token = "secret" })
	request{method: "POST", path: "/api/v1/corrections", header: typed("application/json"), body: `{"kind":"undo","by":"Ann","undoes":"77"}`, status: 401}.run(t, locked)
}
