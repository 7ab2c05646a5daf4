package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"hash/fnv"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
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

// What is measured on the corpus. Answers that were given before are kept by the
// server while the graph is the same; each is asked for over and over, and then
// such as were never asked for.
const (
	pathsName     = "Paths"
	newPathsName  = "PathsFirstAsked"
	actorsName    = "Actors"
	newActorsName = "ActorsFirstAsked"
	besideName    = "OneNodeBesideCorpus"
)

func (b *bench) sampleCorpus(ctx context.Context, servers []*server, actors []string) error {
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
		for _, what := range []string{pathsName, newPathsName, actorsName, newActorsName} {
			if err := b.sampleRequests(ctx, s, what, func(ctx context.Context, i int) error {
				_, err := s.send(ctx, http.MethodGet, b.corpusPath(what, i, actors), "")
				return err
			}); err != nil {
				return err
			}
		}
	}
	return nil
}

// corpusPath is the i-th request of a kind: the actors, or all pairs of them, in
// turn. What was never asked for is asked for in an address that was never used.
func (b *bench) corpusPath(what string, i int, actors []string) string {
	fresh := uint64(0)
	if what == newPathsName || what == newActorsName {
		fresh = b.asked.Add(1) / uint64(len(actors))
	}
	from := i % len(actors)
	if what == actorsName || what == newActorsName {
		return "/api/v1/actors/" + spelled(actors[from], fresh)
	}
	to := (from + 1 + i/len(actors)%(len(actors)-1)) % len(actors) // all pairs in turn
	return "/api/v1/paths?from=" + spelled(actors[from], fresh) + "&to=" + spelled(actors[to], fresh/256)
}

// spelled writes a name in one of many ways that mean the same: some of its
// characters as the hexadecimal number that stands for them in addresses.
func spelled(name string, way uint64) string {
	var b strings.Builder
	for i := range len(name) {
		if c := name[i]; way>>i&1 == 1 || strings.IndexByte("-_.~:", c) < 0 && (c|' ' < 'a' || c|' ' > 'z') && (c < '0' || c > '9') {
			fmt.Fprintf(&b, "%%%02X", c)
		} else {
			b.WriteByte(c)
		}
	}
	return b.String()
}

func (b *bench) reportCorpus() error {
	for _, what := range []string{pathsName, newPathsName, actorsName, newActorsName} {
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
