package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"hash/fnv"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
)

// copies is how many times over the texts stand in the store.
const copies = 100

// corpus measures the search for paths and the reading of actors over HTTP, on a
// store of real documents, against stock Cayley's one-node query.
func (b *bench) corpus(ctx context.Context) error {
	c := b.contenders[0]
	if err := b.makeCorpus(ctx, c); err != nil {
		return err
	}
	s, err := b.serve(ctx, c, "corpus", "")
	if err != nil {
		return err
	}
	actors, err := s.actors(ctx)
	if err != nil {
		return err
	}
	against := slices.IndexFunc(b.contenders, func(c contender) bool { return c.name == memoryName })
	servers := []*server{s}
	if against >= 0 {
		other, err := b.serveFilm(ctx, b.contenders[against])
		if err != nil {
			return err
		}
		servers = append(servers, other)
	}
	for range b.o.runs {
		if err := b.sampleCorpus(ctx, servers, actors); err != nil {
			return err
		}
	}
	for _, s := range servers {
		if err := b.stop(s); err != nil {
			return err
		}
	}
	return b.reportCorpus()
}

const (
	pathsName  = "Paths"
	actorsName = "Actors"
	besideName = "OneNodeBesideCorpus"
)

func (b *bench) sampleCorpus(ctx context.Context, servers []*server, actors []string) error {
	get := func(s *server, path string) error {
		_, err := s.send(ctx, http.MethodGet, path, "")
		return err
	}
	for _, s := range servers {
		if s.name != mandateName {
			if err := b.sampleRequests(ctx, s, besideName, func(ctx context.Context, _ int) error {
				_, err := s.ask(ctx, oneNode)
				return err
			}); err != nil {
				return err
			}
			continue
		}
		if err := b.sampleRequests(ctx, s, pathsName, func(_ context.Context, i int) error {
			from := i % len(actors)
			to := (from + 1 + i/len(actors)%(len(actors)-1)) % len(actors) // all pairs in turn
			return get(s, "/api/v1/paths?"+url.Values{"from": {actors[from]}, "to": {actors[to]}}.Encode())
		}); err != nil {
			return err
		}
		if err := b.sampleRequests(ctx, s, actorsName, func(_ context.Context, i int) error {
			return get(s, "/api/v1/actors/"+url.PathEscape(actors[i%len(actors)]))
		}); err != nil {
			return err
		}
	}
	return nil
}

func (b *bench) reportCorpus() error {
	for _, what := range []string{pathsName, actorsName} {
		fmt.Println(what)
		if err := b.requestTable(what); err != nil {
			return err
		}
		for _, unit := range []string{"req/s", "cpu-ns/op"} {
			ours, theirs := b.samples.median(mandateName, what, unit), b.samples.median(memoryName, besideName, unit)
			switch {
			case theirs == 0:
			case unit == "req/s":
				b.atLeast(what+", requests/s of memstore's one-node", ours/theirs, 2.5, " ×")
			default:
				b.atMost(what+", CPU of memstore's one-node", ours/theirs, 0.4, " ×")
			}
		}
	}
	return b.requestTable(besideName)
}

// actors are the IRIs of all actors, those with most statements first.
func (s *server) actors(ctx context.Context) ([]string, error) {
	answer, err := s.send(ctx, http.MethodGet, "/api/v1/actors?limit=1000", "")
	if err != nil {
		return nil, err
	}
	var list struct{ Items []struct{ IRI string } }
	if err := json.Unmarshal(answer, &list); err != nil {
		return nil, err
	}
	var iris []string
	for _, a := range list.Items {
		iris = append(iris, a.IRI)
	}
	if len(iris) < 3 {
		return nil, errors.New("the texts name too few actors")
	}
	return iris, nil
}

// makeCorpus reads the texts once and stores a hundred documents of each, as
// reading them under a hundred names would.
func (b *bench) makeCorpus(ctx context.Context, c contender) error {
	texts, _ := filepath.Glob(filepath.Join(b.o.eval, "corpus", "*.txt")) // the pattern is good
	if len(texts) == 0 {
		texts = []string{filepath.Join("data", "sample.txt")}
	}
	once := filepath.Join(b.o.out, "once.db")
	if err := errors.Join(os.RemoveAll(once), os.RemoveAll(b.store(c, "corpus"))); err != nil {
		return err
	}
	fmt.Println("read", len(texts), "texts")
	if _, err := finish(ctx, c.program, append([]string{"ingest", "--db", once}, texts...)); err != nil {
		return err
	}
	quads, err := exec.CommandContext(ctx, c.program, "export", "--db", once).Output()
	if err != nil {
		return err
	}
	file := filepath.Join(b.o.out, "corpus.nq")
	if err := writeCopies(file, quads); err != nil {
		return err
	}
	_, err = b.load(ctx, c, "corpus", file)
	return err
}

// named are the IRIs that belong to one document: its own, those of its parts
// and of its statements.
var named = regexp.MustCompile(`<urn:mandate:(doc:|section:|stmt:)([^>#/]*)`)

func writeCopies(path string, quads []byte) error {
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	w := bufio.NewWriter(file)
	for i := range copies {
		_, _ = w.Write(named.ReplaceAllFunc(quads, func(iri []byte) []byte { // Flush tells what went wrong
			parts := named.FindSubmatch(iri)
			if string(parts[1]) == "stmt:" {
				h := fnv.New64a()
				fmt.Fprint(h, i, string(parts[2]))
				return fmt.Appendf(nil, "<urn:mandate:stmt:%016x", h.Sum64())
			}
			return fmt.Appendf(nil, "%s-%d", iri, i)
		}))
	}
	return errors.Join(w.Flush(), file.Close())
}
