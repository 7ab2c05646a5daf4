package main

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"io"
	"iter"
	"sync"

	"mandate/graph"
	"mandate/graph/export"
	"mandate/graph/store"
	"mandate/query"
	"mandate/query/gizmo"
	"mandate/query/sandbox"
	"mandate/query/wire"

	"github.com/spf13/cobra"
)

// answers is where the reading commands get their answers: a store at hand, or
// the server that holds it.
type answers interface {
	// Who gives the statements on a topic, the best first.
	Who(ctx context.Context, topic string) ([]wire.Statement, error)
	// What gives the statements of an actor, the strongest force first.
	What(ctx context.Context, actor string) ([]wire.Statement, error)
	// Ask answers a question; limit 0 gives all rows.
	Ask(ctx context.Context, question string, limit int) (wire.Answer, error)
	// Examples gives questions that have an answer.
	Examples(ctx context.Context, limit int) ([]wire.Example, error)
	// Gaps gives the holes in all documents or in one, at most limit of each kind.
	Gaps(ctx context.Context, doc string, limit int) (wire.Gaps, error)
	// Compare gives the differences of two documents, all or those of one change, at
	// most limit of them; 0 for all.
	Compare(ctx context.Context, a, b string, change query.Change, limit int) (wire.Comparison, error)
	// Verify proves all documents or one.
	Verify(ctx context.Context, doc string) (wire.Proof, error)
	// Paths gives the shortest ways between two nodes.
	Paths(ctx context.Context, from, to string, o query.PathOptions) (wire.Paths, error)
	// Near gives all that is within so many links of a node.
	Near(ctx context.Context, center string, o query.NearOptions) (wire.Neighbourhood, error)
	// Query gives the results of a query as JSON values; an error is the last.
	Query(ctx context.Context, q gizmoQuery) iter.Seq2[json.RawMessage, error]
	// Document gives all of one document.
	Document(ctx context.Context, name string) (wire.FullDocument, error)
	// Corrections gives what people said of statements and actors.
	Corrections(ctx context.Context, f query.ReviewFilter) ([]wire.Correction, error)
	// Agreement gives how far reviewers agree, on all documents or one.
	Agreement(ctx context.Context, doc string) ([]wire.Agreement, error)
	// Stats counts what there is.
	Stats(ctx context.Context) (stats, error)
	// Export writes the graph for another program, our IRIs in full.
	Export(ctx context.Context, w io.Writer, e exported) error
}

// exported says what is written of the graph, and how.
type exported struct {
	format export.Format
	doc    string // ID of one document, empty for the whole graph
	names  graph.Namer
}

// gizmoQuery is a query in one of Cayley's languages.
type gizmoQuery struct {
	language gizmo.Language
	text     string
	limits   gizmo.Limits
}

// defaultStore is the store in the working folder.
const defaultStore = "mandate.db"

// storeFlags say which store a command works on.
type storeFlags struct {
	db, server, tokenFile string
	memory                int64 // that the index may take
}

func (f *storeFlags) register(cmd *cobra.Command) {
	cmd.Flags().StringVar(&f.db, "db", "", "the store: a folder, mem:, or postgres://USER@HOST/DATABASE (default "+defaultStore+")")
	cmd.Flags().StringVar(&f.server, "server", "", "address of a running server to ask, in place of a store")
	memoryFlag(cmd.Flags(), &f.memory)
	cmd.Flags().StringVar(&f.tokenFile, "token-file", "", "file with the token that the server wants of who changes something (default: that of "+tokenVariable+")")
}

// asked returns the server to ask, or else the path of the store.
func (f *storeFlags) asked() (server *remote, db string, err error) {
	switch {
	case f.server == "":
		return nil, cmp.Or(f.db, defaultStore), nil
	case f.db != "":
		return nil, "", usagef("give either --db or --server")
	}
	server, err = newRemote(f.server, f.tokenFile)
	return server, "", err
}

// readFlags say where a reading command gets its answers and in which form it
// prints them.
type readFlags struct {
	storeFlags
	json bool
}

func (f *readFlags) register(cmd *cobra.Command) {
	f.storeFlags.register(cmd)
	cmd.Flags().BoolVar(&f.json, "json", false, "print JSON lines for programs")
}

// answers opens the store for reading; its view outlives it.
func (f *storeFlags) answers(ctx context.Context) (answers, error) {
	return f.answersOf(ctx, store.Options{ReadOnly: true}, false)
}

// answersUnindexed takes a store without an index too, of which queries and
// stats alone are answered.
func (f *storeFlags) answersUnindexed(ctx context.Context) (answers, error) {
	return f.answersOf(ctx, store.Options{ReadOnly: true}, true)
}

// answersAfresh passes over what was kept of the quads to open the store sooner.
func (f *storeFlags) answersAfresh(ctx context.Context) (answers, error) {
	return f.answersOf(ctx, store.Options{ReadOnly: true, Afresh: true}, false)
}

func (f *storeFlags) answersOf(ctx context.Context, o store.Options, unindexed bool) (answers, error) {
	server, db, err := f.asked()
	if err != nil || server != nil {
		return server, err
	}
	o.Memory = f.memory
	st, err := store.Open(ctx, db, o)
	if err != nil {
		return nil, err
	}
	if err := st.Unindexed(); err != nil {
		if !unindexed {
			return nil, errors.Join(err, st.Close())
		}
		return durable{lack: err, open: func(ctx context.Context) (*store.Store, error) { return store.Open(ctx, db, o) }}, st.Close()
	}
	return local{view: query.On(st.View()), reader: sync.OnceValues(newQuestionReader)}, st.Close()
}

// local answers from a view of a store.
type local struct {
	view   *query.View
	reader questionReader

	queries *sandbox.Runner // of a server; nil for one that lives as long as a query
}

func (l local) Who(_ context.Context, topic string) ([]wire.Statement, error) {
	matches, err := l.view.Who(topic)
	return wire.Matches(l.view, matches), err
}

func (l local) What(_ context.Context, actor string) ([]wire.Statement, error) {
	_, duties, err := l.view.What(actor)
	var all []wire.Statement
	for _, d := range duties {
		all = append(all, wire.Statements(l.view, d.Statements)...)
	}
	return all, err
}

func (l local) Ask(_ context.Context, question string, limit int) (wire.Answer, error) {
	q, err := l.reader.Read(question)
	if err != nil {
		return wire.Answer{}, err
	}
	return wire.AnswerOf(l.view, l.view.Answer(q, limit)), nil
}

func (l local) Examples(_ context.Context, limit int) ([]wire.Example, error) {
	found, err := l.reader.Examples(l.view, limit)
	return wire.NewList(found, len(found), "", wire.ExampleOf).Items, err
}

func (l local) Gaps(_ context.Context, doc string, limit int) (wire.Gaps, error) {
	g, err := l.view.Gaps(doc)
	return wire.GapsOf(l.view, g, limit), err
}

func (l local) Compare(_ context.Context, a, b string, change query.Change, limit int) (wire.Comparison, error) {
	differences, err := l.view.Compare(a, b)
	return wire.ComparisonOf(l.view, differences, query.DifferenceFilter{Change: change}, query.Page{Limit: limit}, err)
}

func (l local) Verify(_ context.Context, doc string) (wire.Proof, error) {
	p, err := l.view.Verify(doc)
	return wire.ProofOf(p), err
}

func (l local) Paths(ctx context.Context, from, to string, o query.PathOptions) (wire.Paths, error) {
	found, err := l.view.Paths(ctx, from, to, o)
	if err != nil {
		return wire.Paths{}, err
	}
	return wire.PathsOf(l.view, found), nil
}

func (l local) Near(ctx context.Context, center string, o query.NearOptions) (wire.Neighbourhood, error) {
	found, err := l.view.Neighbourhood(ctx, center, o)
	if err != nil {
		return wire.Neighbourhood{}, err
	}
	return wire.NeighbourhoodOf(l.view, found), nil
}

func (l local) Query(ctx context.Context, q gizmoQuery) iter.Seq2[json.RawMessage, error] {
	return func(yield func(json.RawMessage, error) bool) {
		queries := l.queries
		if queries == nil {
			queries = newQueries()
			defer queries.Close() // files of its own in the temporary folder
		}
		queries.Run(ctx, l.view.Index(), q.language, q.text, q.limits)(yield)
	}
}

func (l local) Stats(context.Context) (stats, error) {
	counts := l.view.Index().Stats()
	s := stats{Documents: []wire.Document{}, Forces: counts.Forces, Actors: counts.Actors, Memory: wire.MemoryOf(l.view.Index(), nil)}
	for _, d := range l.view.Index().Summaries() {
		s.Documents = append(s.Documents, wire.SummaryOf(d))
	}
	return s, nil
}

func (l local) Export(_ context.Context, w io.Writer, e exported) error {
	x := l.view.Index()
	if e.doc != "" {
		one, ok := export.Of(x, e.doc)
		if !ok {
			return &query.UnknownError{Name: e.doc, Wanted: "document"}
		}
		x = one
	}
	return export.Write(w, e.format, x, e.names)
}
