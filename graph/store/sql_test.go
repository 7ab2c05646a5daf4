package store_test

import (
	"errors"
	"net/url"
	"strings"
	"testing"
	"time"

	"mandate/graph/graphtest"
	"mandate/graph/store"
	"mandate/graph/store/postgrestest"

	csql "github.com/cayleygraph/cayley/graph/sql"
	"github.com/cayleygraph/quad"
)

// eventually waits until a condition holds.
func eventually(t *testing.T, what string, holds func() bool) {
	t.Helper()
	for deadline := time.Now().Add(time.Minute); !holds(); time.Sleep(5 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatalf("%s: not within a minute", what)
		}
	}
}

// What another Mandate and what Cayley's own store write to a database shows in
// a store that has it open, and no writer undoes another's work.
func TestSharedDatabase(t *testing.T) {
	address := cluster(t).Database(t)
	a, b := open(t, address, store.Options{}), open(t, address, store.Options{})
	put(t, a, graphtest.Paper("shared", 8))
	put(t, b, graphtest.Lantern()) // made of an old view
	eventually(t, "both documents", func() bool { return a.View().Has("lantern-charter") && b.View().Has("shared") })

	stock, err := csql.New("postgres", address+"?sslmode=disable", nil)
	if err != nil {
		t.Fatal(err)
	}
	defer stock.Close()
	w, err := stock.NewQuadWriter()
	if err != nil {
		t.Fatal(err)
	}
	q := quad.Make(quad.IRI("ship"), quad.IRI("carries"), "tea", nil)
	if _, err := w.WriteQuads([]quad.Quad{q}); err != nil {
		t.Fatal(err)
	}
	eventually(t, "what Cayley wrote", func() bool { return a.View().Contains(q) && b.View().Contains(q) })
	if err := a.WriteQuads(t.Context(), []quad.Quad{q}, nil); err != nil {
		t.Fatal(err)
	}
	if err := a.Remove(t.Context(), "shared"); err != nil {
		t.Fatal(err)
	}
	eventually(t, "what was removed", func() bool { return !b.View().Contains(q) && !b.View().Has("shared") })
	assertQuads(t, b, quadsOf(graphtest.Lantern()))
}

func TestDatabaseRestarts(t *testing.T) {
	server, err := postgrestest.Start()
	if err != nil {
		t.Fatal(err)
	}
	defer server.Stop()
	s := open(t, server.URL("postgres"), store.Options{})
	put(t, s, graphtest.Lantern())
	if err := server.Halt(); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Put(t.Context(), graphtest.Harbour()); !errors.Is(err, store.ErrUnreachable) {
		t.Errorf("Put without a server: %v", err)
	}
	assertQuads(t, s, quadsOf(graphtest.Lantern()))
	if err := server.Restart(); err != nil {
		t.Fatal(err)
	}
	put(t, s, graphtest.Harbour())
	assertQuads(t, s, quadsOf(graphtest.Lantern(), graphtest.Harbour()))
	s.Close()
}

func TestDatabaseErrors(t *testing.T) {
	c := cluster(t)
	empty, foreign := c.Database(t), c.Database(t)
	u, err := url.Parse(foreign)
	if err != nil {
		t.Fatal(err)
	}
	c.Exec(t, strings.TrimPrefix(u.Path, "/"), "CREATE TABLE nodes (id int); CREATE TABLE quads (id int)")
	for name, bad := range map[string]struct {
		url  string
		o    store.Options
		want error
		says string
	}{
		"no server":           {"postgres://me:hush@127.0.0.1:1/db", store.Options{}, store.ErrUnreachable, "is the server running"},
		"wrong password":      {strings.Replace(empty, url.UserPassword(postgrestest.User, postgrestest.Password).String(), postgrestest.User+":hush", 1), store.Options{}, store.ErrRefused, "check user and password"},
		"no database":         {c.URL("nowhere"), store.Options{}, store.ErrNoStore, "createdb nowhere"},
		"empty, must exist":   {empty, store.Options{MustExist: true}, store.ErrNoStore, "mandate ingest"},
		"empty, read-only":    {empty, store.Options{ReadOnly: true}, store.ErrNoStore, "mandate ingest"},
		"something else":      {foreign, store.Options{}, store.ErrNotStore, "something else"},
		"not a URL":           {"postgres://me:hush@host:no-port/db", store.Options{}, store.ErrUnsupported, "cannot be read"},
		"password in a query": {"postgres://me@127.0.0.1:1/db?password=hush", store.Options{}, store.ErrUnreachable, "xxxxx"},
	} {
		t.Run(name, func(t *testing.T) {
			s, err := store.Open(t.Context(), bad.url, bad.o)
			if err == nil {
				s.Close()
			}
			if !errors.Is(err, bad.want) || !strings.Contains(err.Error(), bad.says) {
				t.Errorf("got %v, want %v that says %q", err, bad.want, bad.says)
			}
			if err != nil && (strings.Contains(err.Error(), "hush") || strings.Contains(err.Error(), "sesame")) {
				t.Errorf("the error tells the password: %v", err)
			}
		})
	}
}
