package ingest

import (
	"context"
	"errors"
	"reflect"
	"strings"
	"sync"
	"testing"

	"mandate/graph"
)

// memory is a store of documents by ID; broken ones it refuses.
type memory struct {
	mu       sync.Mutex
	readings map[string]graph.Reading
	refuse   string
}

var errRefused = errors.New("refused")

func (m *memory) PutAll(_ context.Context, readings []graph.Reading) (replaced int, err error) {
	for _, r := range readings {
		if r.Document.ID == m.refuse {
			return 0, errRefused
		}
	}
	for _, r := range readings {
		if _, there := m.Head(r.Document.ID); there {
			replaced++
		}
		m.mu.Lock()
		m.readings[r.Document.ID] = r
		m.mu.Unlock()
	}
	return replaced, nil
}

func (m *memory) Head(id string) (graph.Document, bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	r, there := m.readings[id]
	return r.Document, there
}

func TestIngest(t *testing.T) {
	store := &memory{readings: map[string]graph.Reading{"plan-01-txt": {}}, refuse: "plan-02-txt"}
	sources := append(texts(3), FromText("elsewhere/plan-00.txt", "", []byte(plan)))
	var replaced []bool
	var errs []error
	for o := range pipeline(t).Ingest(t.Context(), store, sources, false) {
		replaced = append(replaced, o.Replaced)
		errs = append(errs, o.Err)
	}
	if want := []bool{false, true, false, false}; !reflect.DeepEqual(replaced, want) {
		t.Errorf("replaced %v, want %v", replaced, want)
	}
	if errs[0] != nil || errs[1] != nil || !errors.Is(errs[2], errRefused) {
		t.Errorf("errors %v", errs[:3])
	}
	if errs[3] == nil || !strings.Contains(errs[3].Error(), "would replace plan-00.txt") {
		t.Errorf("the second text of one ID: %v", errs[3])
	}
	if len(store.readings) != 2 || len(store.readings["plan-01-txt"].Statements) == 0 {
		t.Errorf("stored %d documents, the replaced one with %d statements", len(store.readings), len(store.readings["plan-01-txt"].Statements))
	}
}

// A second time nothing is read but what changed: the file, the version, the
// title or format that the caller wants.
func TestIngestReadsOnlyWhatChanged(t *testing.T) {
	p, store := pipeline(t), &memory{readings: map[string]graph.Reading{}}
	ingest := func(again bool, sources ...Source) (unchanged []bool) {
		t.Helper()
		for o := range p.Ingest(t.Context(), store, sources, again) {
			if o.Err != nil {
				t.Fatal(o.Err)
			}
			if o.Unchanged && o.Reading.Document.ID == "" {
				t.Error("an unchanged document without its ID")
			}
			unchanged = append(unchanged, o.Unchanged)
		}
		return unchanged
	}
	expect := func(what string, got []bool, want ...bool) {
		t.Helper()
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s: unchanged %v, want %v", what, got, want)
		}
	}
	sources := texts(3)
	expect("at first", ingest(false, sources...), false, false, false)
	expect("the same", ingest(false, sources...), true, true, true)
	expect("all again", ingest(true, sources...), false, false, false)

	sources[1] = FromText(sources[1].Name, "", []byte(plan+"The Reef Agency shall count the reefs.\n"))
	expect("another text", ingest(false, sources...), true, false, true)
	// The same text in other bytes: only reading the file could tell.
	sources[1] = FromText(sources[1].Name, "", []byte("\ufeff"+plan+"The Reef Agency shall count the reefs.\n"))
	expect("other bytes", ingest(false, sources...), true, false, true)

	old := store.readings["plan-00-txt"]
	old.Document.Extractor = "another"
	store.readings["plan-00-txt"] = old
	expect("read by another version", ingest(false, sources...), false, true, true)

	sources[0].Title = "Of our own"
	sources[2].MediaType = "text/markdown"
	expect("another title and format", ingest(false, sources...), false, true, false)

	unnamed := FromText("https://example.org/plan", "", []byte(plan))
	unnamed.ID = "" // as of what is fetched
	expect("named by its address", ingest(false, unnamed), false)
	expect("named by its address, again", ingest(false, unnamed), true)
}

// What was read before the end of the context is stored, whatever is pending.
func TestIngestStoresWhatIsReadWhenItsContextEnds(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	store := &memory{readings: map[string]graph.Reading{}}
	sources := texts(6)
	open := sources[4].Open
	sources[4].Open = func(ctx context.Context) (Text, error) {
		cancel()
		return open(ctx)
	}
	stored, ended := 0, false
	for o := range pipeline(t).Ingest(ctx, store, sources, false) {
		if o.Err == nil {
			stored++
		}
		ended = errors.Is(o.Err, context.Canceled)
	}
	if !ended || stored == len(sources) || len(store.readings) != stored {
		t.Errorf("%d outcomes without error, %d documents stored; the last outcome tells of the end: %v", stored, len(store.readings), ended)
	}
}

// A reader waits while what others left takes too much room, and no longer.
func TestGateBoundsWhatWaits(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	g := newGate(ctx, 2, 100)
	entered := make(chan bool)
	enter := func() { entered <- g.enter() }
	blocked := func(why string) {
		t.Helper()
		select {
		case <-entered:
			t.Fatal("let in although " + why)
		default:
		}
	}
	for range 2 {
		go enter()
		if !<-entered {
			t.Fatal("not let in")
		}
	}
	go enter()
	blocked("two are inside")
	g.wait(100)
	blocked("too much waits")
	g.leave(1)
	if !<-entered {
		t.Fatal("not let in although there is room")
	}
	go enter()
	cancel()
	if <-entered {
		t.Fatal("let in after the end")
	}
}
