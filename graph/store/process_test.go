package store_test

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strings"
	"sync"
	"testing"
	"time"

	"mandate/graph"
	"mandate/graph/graphtest"
	"mandate/graph/store"
	"mandate/graph/store/postgrestest"
)

// The test binary started with childRole set plays a second process.
const (
	childRole = "MANDATE_TEST_CHILD"
	childPath = "MANDATE_TEST_STORE"
)

func TestMain(m *testing.M) {
	switch os.Getenv(childRole) {
	case "":
		code := m.Run()
		if err := stopCluster(); err != nil {
			fmt.Fprintln(os.Stderr, "stop PostgreSQL:", err)
			code = 1
		}
		os.Exit(code)
	case "hold":
		childDo(holdOpen)
	case "put":
		childDo(putForever)
	case "correct":
		childDo(correctForever)
	}
}

// The PostgreSQL server of all tests of the package, started by the first that
// needs it.
var (
	startCluster = sync.OnceValues(func() (*postgrestest.Cluster, error) {
		clusterStarted = true
		return postgrestest.Start()
	})
	clusterStarted bool
)

func cluster(t testing.TB) *postgrestest.Cluster {
	t.Helper()
	c, err := startCluster()
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func stopCluster() error {
	if !clusterStarted {
		return nil
	}
	c, err := startCluster()
	if err != nil {
		return nil // the tests said so
	}
	return c.Stop()
}

func childDo(role func(*store.Store) error) {
	s, err := store.Open(context.Background(), os.Getenv(childPath), store.Options{})
	if err == nil {
		err = role(s)
	}
	if err != nil {
		fmt.Println("failed:", err)
		os.Exit(1)
	}
}

// holdOpen keeps the store open, as a server does, until standard input ends.
func holdOpen(s *store.Store) error {
	if err := s.Announce("http://127.0.0.1:8080"); err != nil {
		return err
	}
	fmt.Println("ready")
	_, err := io.Copy(io.Discard, os.Stdin)
	return errors.Join(err, s.Close())
}

// putForever replaces documents between their two versions until it is killed.
func putForever(s *store.Store) error {
	for round := 0; ; round++ {
		for doc := range killedDocuments {
			if _, err := s.Put(context.Background(), version(doc, round%2)); err != nil {
				return err
			}
			if round == 0 && doc == 0 {
				fmt.Println("ready")
			}
		}
	}
}

const killedDocuments = 4

// version returns one of the two texts that a document switches between.
func version(doc, v int) graph.Reading {
	return graphtest.Paper(fmt.Sprintf("doc-%d", doc), 10+30*v)
}

// startChild runs the test binary in a role on a store and waits until it is
// ready.
func startChild(t *testing.T, role, path string) (*exec.Cmd, io.Closer) {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), childRole+"="+role, childPath+"="+path)
	stdin, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { cmd.Process.Kill(); cmd.Wait() })
	if line, err := bufio.NewReader(stdout).ReadString('\n'); err != nil || line != "ready\n" {
		t.Fatalf("the other process says %q, %v", line, err)
	}
	return cmd, stdin
}

func TestLockedByAnotherProcess(t *testing.T) {
	path := filepath.Join(t.TempDir(), "m.db")
	cmd, stdin := startChild(t, "hold", path)
	for _, o := range []store.Options{{}, {MustExist: true}, {ReadOnly: true}} {
		_, err := store.Open(t.Context(), path, o)
		var locked *store.LockedError
		if !errors.Is(err, store.ErrLocked) || !errors.As(err, &locked) {
			t.Fatalf("%+v: got %v", o, err)
		}
		if locked.Server != "http://127.0.0.1:8080" || !strings.Contains(err.Error(), "--server http://127.0.0.1:8080") {
			t.Errorf("%+v: the error does not name the server: %v", o, err)
		}
	}
	stdin.Close()
	if err := cmd.Wait(); err != nil {
		t.Fatal(err)
	}
	s := open(t, path, store.Options{}) // free again
	_, err := store.Open(t.Context(), path, store.Options{})
	if !errors.Is(err, store.ErrLocked) || !strings.Contains(err.Error(), "--server URL") {
		t.Errorf("locked by a process that is no server: %v", err)
	}
	s.Close()
}

// A process killed at any moment leaves every document whole, in one version or
// the other.
func TestKilledWhilePutting(t *testing.T) {
	trials := 5
	if testing.Short() {
		trials = 2
	}
	path := filepath.Join(t.TempDir(), "m.db")
	for trial := range trials {
		cmd, _ := startChild(t, "put", path)
		time.Sleep(time.Duration(trial*37%100) * time.Millisecond)
		if err := cmd.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		cmd.Wait()
		checkWhole(t, path)
	}
}

func checkWhole(t *testing.T, path string) {
	t.Helper()
	s, err := store.Open(t.Context(), path, store.Options{})
	if err != nil {
		t.Fatalf("open after kill: %v", err)
	}
	defer s.Close()
	x := s.View()
	if len(x.Unreadable()) > 0 || len(x.Readings()) == 0 {
		t.Fatalf("%d documents, unreadable: %v", len(x.Readings()), x.Unreadable())
	}
	quads := 0
	for doc := range killedDocuments {
		r, ok := x.Reading(version(doc, 0).Document.ID)
		if !ok {
			continue
		}
		whole := version(doc, 0)
		if len(r.Statements) != len(whole.Statements) {
			whole = version(doc, 1)
		}
		if !reflect.DeepEqual(*r, whole) {
			t.Errorf("document %d is neither version: %d statements", doc, len(r.Statements))
		}
		quads += len(graph.Quads(whole))
	}
	if x.Size() != quads {
		t.Errorf("%d quads in the store, %d belong to documents", x.Size(), quads)
	}
}
