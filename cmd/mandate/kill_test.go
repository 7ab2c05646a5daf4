package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"mandate/graph"
	"mandate/graph/store"
	"mandate/graph/store/postgrestest"
)

// Whenever the program is killed while it ingests, replaces or removes, the
// store opens, what it told as done is done, every document is whole, and the
// work can go on.
func TestKilledIngest(t *testing.T) {
	versions := []edition{newEdition(t, "first"), newEdition(t, "second")}
	kills := amount(t, "MANDATE_KILLS", 8)
	t.Run("folder", func(t *testing.T) {
		killOften(t, versions, kills, func() string { return filepath.Join(t.TempDir(), "m.db") })
	})
	t.Run("postgres", func(t *testing.T) {
		server, err := postgrestest.Start()
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() {
			if err := server.Stop(); err != nil {
				t.Error(err)
			}
		})
		killOften(t, versions, max(2, kills/5), func() string { return server.Database(t) })
	})
}

// edition is one of the texts that each document has in turn, and what an
// ingest that nobody disturbs makes of them.
type edition struct {
	files  []string
	quads  map[string]string // N-Quads by document
	length time.Duration     // of that ingest
}

const killedDocuments = 30

func newEdition(t *testing.T, name string) edition {
	t.Helper()
	folder := filepath.Join(t.TempDir(), name)
	if err := os.Mkdir(folder, 0o777); err != nil {
		t.Fatal(err)
	}
	var e edition
	for i := range killedDocuments {
		file := filepath.Join(folder, fmt.Sprintf("rule-%02d.txt", i))
		if err := os.WriteFile(file, []byte(smallText(name, i)), 0o666); err != nil {
			t.Fatal(err)
		}
		e.files = append(e.files, file)
	}
	db, start := filepath.Join(t.TempDir(), "m.db"), time.Now()
	runKilled(t, e.ingest(db), never)
	e.length = time.Since(start)
	var err error
	if e.quads, err = contentOf(t, db, store.Options{MustExist: true}); err != nil {
		t.Fatal(err)
	}
	if len(e.quads) != killedDocuments {
		t.Fatalf("%d documents, want %d", len(e.quads), killedDocuments)
	}
	return e
}

func (e edition) ingest(db string) []string {
	return append([]string{"ingest", "--db", db}, e.files...)
}

// smallText is the text of a document in an edition: between one and nine
// sentences.
func smallText(edition string, i int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "Rule %d of the %s edition\n\n", i, edition)
	for n := range 1 + (i*5+len(edition))%9 {
		fmt.Fprintf(&b, "The keeper of lighthouse %d shall polish lens %d before dusk. ", i, n)
	}
	return b.String()
}

// moment is when to kill: some time after so many documents were told as done,
// none for the start of the program.
type moment struct {
	told  int
	after time.Duration
}

var never = moment{told: -1}

// randomMoment is one in the first half second of the program's life at times,
// else one between two documents.
func randomMoment(e edition) moment {
	if told := rand.IntN(killedDocuments + 2); told > 0 {
		return moment{told, rand.N(20 * time.Millisecond)}
	}
	return moment{0, rand.N(e.length)}
}

// killed is a store whose writers get killed, and what it must hold.
type killed struct {
	url      string
	versions []edition
	has      map[string]string // N-Quads by document
}

// killOften kills one writer after the other, a few in each store.
func killOften(t *testing.T, versions []edition, kills int, newURL func() string) {
	const each = 5
	died, told := 0, 0
	var k *killed
	for n := 0; died < kills; n++ {
		if n == 10*kills {
			t.Fatalf("only %d of %d programs were killed before they ended", died, n)
		}
		if k == nil || n%each == 0 {
			k = &killed{newURL(), versions, map[string]string{}}
		}
		args, target, at := k.work()
		done, dead := runKilled(t, args, at)
		if dead {
			died++
		}
		told += len(done)
		k.check(t, done, target)
		if t.Failed() {
			t.Fatalf("kill %d, of mandate %s after %d documents", died, strings.Join(args, " "), len(done))
		}
		if n%each == each-1 {
			k.goOn(t)
		}
	}
	t.Logf("%d programs killed, %d documents told as done", died, told)
	if told == 0 {
		t.Error("no program told of a document before it was killed")
	}
}

// work is what to do next: to ingest an edition, to remove what is there, or to
// compact a folder. It returns what documents become by it and when to kill it.
func (k *killed) work() (args []string, target map[string]string, at moment) {
	at = randomMoment(k.versions[0])
	if len(k.has) > 0 && !strings.Contains(k.url, "://") && rand.IntN(4) == 0 {
		return []string{"compact", "--db", k.url}, nil, moment{0, rand.N(200 * time.Millisecond)}
	}
	if len(k.has) > 0 && rand.IntN(3) == 0 {
		args, target = []string{"remove", "--db", k.url}, map[string]string{}
		for id := range k.has {
			args, target[id] = append(args, id), ""
		}
		return args, target, at
	}
	e := k.versions[rand.IntN(len(k.versions))]
	return e.ingest(k.url), e.quads, at
}

// check looks at the store after a kill: what was told is done, what was not
// is as it was or done, and there is nothing else.
func (k *killed) check(t *testing.T, told []string, target map[string]string) {
	t.Helper()
	got, err := contentOf(t, k.url, store.Options{ReadOnly: true})
	if errors.Is(err, store.ErrNoStore) && len(told) == 0 && len(k.has) == 0 {
		return // killed before it was made
	}
	if err != nil {
		t.Fatal(err)
	}
	for id, want := range target {
		switch {
		case got[id] == want:
		case slices.Contains(told, id):
			t.Errorf("%s was told as done, and is not: %d bytes", id, len(got[id]))
		case got[id] != k.has[id]:
			t.Errorf("%s is neither as it was nor done: %d bytes", id, len(got[id]))
		}
	}
	for id := range got {
		if target[id] == "" && k.has[id] == "" {
			t.Errorf("%q is there, and nothing was to put it there", id)
		}
	}
	k.has = got
	if afresh, err := contentOf(t, k.url, store.Options{ReadOnly: true, Afresh: true}); err != nil || !maps.Equal(got, afresh) {
		t.Errorf("the index that was kept is not that of the quads: %v", err)
	}
}

// goOn ingests an edition undisturbed: it is all there in the end.
func (k *killed) goOn(t *testing.T) {
	t.Helper()
	e := k.versions[1]
	if done, _ := runKilled(t, e.ingest(k.url), never); len(done) != killedDocuments {
		t.Errorf("ingest goes on with %d documents, want %d", len(done), killedDocuments)
	}
	k.check(t, nil, e.quads)
	if !maps.Equal(k.has, e.quads) {
		t.Error("the documents are not as they are without kills")
	}
}

// runKilled runs the program and kills it at a moment, unless it ends before. It
// returns the documents that it told as done.
func runKilled(t *testing.T, args []string, at moment) (told []string, dead bool) {
	t.Helper()
	var stderr strings.Builder
	cmd := &exec.Cmd{Path: os.Args[0], Args: append([]string{"mandate"}, args...), Stderr: &stderr,
		Env: append(os.Environ(), "TMPDIR="+t.TempDir())}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	kill := func() { time.AfterFunc(at.after, func() { _ = cmd.Process.Kill() }) }
	if at.told == 0 {
		kill()
	}
	lines := bufio.NewReader(out)
	for {
		line, err := lines.ReadString('\n')
		if err != nil { // what a kill cut short was not told
			break
		}
		if args[0] == "compact" {
			continue
		}
		told = append(told, strings.TrimSuffix(strings.Fields(line)[1], ":"))
		if len(told) == at.told {
			kill()
		}
	}
	_, _ = io.Copy(io.Discard, out)
	err = cmd.Wait()
	dead = cmd.ProcessState.ExitCode() == -1
	if err != nil && !dead {
		t.Fatalf("mandate %s: %v: %s", strings.Join(args, " "), err, &stderr)
	}
	return told, dead
}

// contentOf opens a store and returns all that it holds, as sorted N-Quads by
// document.
func contentOf(t *testing.T, url string, o store.Options) (map[string]string, error) {
	t.Helper()
	s, err := store.Open(t.Context(), url, o)
	if err != nil {
		return nil, err
	}
	content := map[string]string{}
	for _, q := range slices.SortedFunc(s.View().Quads(), graph.CompareQuads) {
		id, _ := strings.CutPrefix(fmt.Sprint(q.Label), "<doc:")
		content[strings.TrimSuffix(id, ">")] += q.NQuad() + "\n"
	}
	return content, s.Close()
}
