package main

import (
	"bufio"
	"encoding/json"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"syscall"
	"testing"

	"mandate/query/wire"
)

// service is the program running as a server.
type service struct {
	url    string
	cmd    *exec.Cmd
	stderr *output
}

// output takes what a program says while the test looks at it.
type output struct {
	mu   sync.Mutex
	text strings.Builder
}

func (o *output) Write(p []byte) (int, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.text.Write(p)
}

func (o *output) String() string {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.text.String()
}

// start runs a command line that serves, until the test ends or stop is called.
func start(t *testing.T, args ...string) *service {
	t.Helper()
	s := &service{stderr: &output{}}
	s.cmd = &exec.Cmd{Path: os.Args[0], Args: append([]string{"mandate"}, args...), Env: append(os.Environ(), "TMPDIR="+t.TempDir())}
	s.cmd.Stderr = s.stderr
	out, err := s.cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := s.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = s.cmd.Process.Kill()
		_ = s.cmd.Wait()
	})
	address := regexp.MustCompile(`http://\S+`)
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		if s.url = address.FindString(lines.Text()); s.url != "" {
			go func() { _, _ = io.Copy(io.Discard, out) }()
			return s
		}
	}
	t.Fatalf("%v printed no address: %s", args, s.stderr)
	return nil
}

// stop interrupts the program, which must end as one that did its work.
func (s *service) stop(t *testing.T) {
	t.Helper()
	if err := s.cmd.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	if err := s.cmd.Wait(); err != nil {
		t.Errorf("stopped with %v: %s", err, s.stderr)
	}
}

func get(t *testing.T, address string, into any) {
	t.Helper()
	response, err := http.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		t.Fatalf("GET %s: %s", address, response.Status)
	}
	if err := json.NewDecoder(response.Body).Decode(into); err != nil {
		t.Fatalf("GET %s: %v", address, err)
	}
}

// mandate runs a command line in this process and returns what it printed.
func mandate(t *testing.T, wantCode int, args ...string) (stdout, stderr string) {
	t.Helper()
	var out, err strings.Builder
	if code := newApp(strings.NewReader(""), &out, &err).run(args); code != wantCode {
		t.Fatalf("mandate %s: exit code %d, want %d: %s", strings.Join(args, " "), code, wantCode, &err)
	}
	return out.String(), err.String()
}

func TestDemoServesTheSampleAndLeavesNothingBehind(t *testing.T) {
	demo := start(t, "demo", "--listen", "127.0.0.1:0")
	var documents wire.List[wire.Document]
	get(t, demo.url+"/api/v1/documents", &documents)
	if documents.Total != 1 || documents.Items[0].Counts.Statements < 40 {
		t.Errorf("documents: %+v, want the sample with its statements", documents)
	}
	page, err := http.Get(demo.url)
	if err != nil {
		t.Fatal(err)
	}
	page.Body.Close()
	if media := page.Header.Get("Content-Type"); !strings.HasPrefix(media, "text/html") {
		t.Errorf("the page is %s %s", page.Status, media)
	}
	demo.stop(t)
	for _, pair := range demo.cmd.Env {
		if scratch, ok := strings.CutPrefix(pair, "TMPDIR="); ok && strings.HasPrefix(scratch, filepath.Clean(os.TempDir())) {
			left, err := os.ReadDir(scratch)
			if err != nil || len(left) > 0 {
				t.Errorf("left in %s: %v, %v", scratch, left, err)
			}
		}
	}
}

const harbours = "Harbour masters shall report every wreck to Norway. Chile will fund the lights.\n"

func TestAServerAnswersAsItsStoreDoes(t *testing.T) {
	folder := t.TempDir()
	db, text := filepath.Join(folder, "harbours.db"), filepath.Join(folder, "harbours.txt")
	if err := os.WriteFile(text, []byte(harbours), 0o600); err != nil {
		t.Fatal(err)
	}
	served := start(t, "serve", "--db", db, "--listen", "127.0.0.1:0")

	_, locked := mandate(t, exitFailed, "ingest", "--db", db, text)
	if !strings.Contains(locked, "--server "+served.url) {
		t.Errorf("a store in use: %q, want the way out with the address %s", locked, served.url)
	}
	if out, _ := mandate(t, exitOK, "ingest", "--server", served.url, text); !strings.HasPrefix(out, "ingested harbours-txt: ") {
		t.Errorf("ingest: %q", out)
	}
	questions := [][]string{
		{"who", "wreck"},
		{"who", "--json", "wreck"},
		{"what", "Chile"},
		{"path", "Harbour masters", "Norway"},
		{"path", "--json", "-k", "1", "Harbour masters", "Norway"},
		{"path", "--by", "evidence", "--predicate", "attribute,involves", "--not-force", "stance,goal", "--hubs", "Harbour masters", "Norway"},
		{"near", "--hops", "3", "--kind", "Actor,Statement", "--doc", "harbours-txt", "--direction", "either", "Harbour masters"},
		{"query", `g.V("<actor:chile>").in("<attribute>").out("<aim>").all()`},
		{"query", "--lang", "graphql", `{ nodes(id: <actor:chile>) { id } }`},
		{"export"},
		{"export", "--format", "csv"},
		{"export", "--format", "jsonld", "--base", "https://example.org/"},
		{"ask", "--why", "Who shall report wrecks?"},
		{"ask", "--json", "What will Chile fund?"},
		{"review", "list", "harbours-txt"},
		{"review", "list", "--json", "harbours-txt"},
		{"corrections", "--doc", "harbours-txt"},
		{"corrections", "--json", "--state", "applied", "--kind", "edit", "--by", "ann lee"},
		{"agreement"},
		{"agreement", "--json", "--doc", "harbours-txt"},
		{"export", "--format", "gold"},
		{"export", "--format", "sent", "--doc", "harbours-txt"},
		{"gaps"},
		{"gaps", "--json", "--limit", "0"},
		{"verify"},
		{"verify", "--json"},
		{"stats"},
		{"stats", "--json"},
	}
	var chile struct{ ID string }
	if said, _ := mandate(t, exitOK, "what", "--json", "Chile", "--server", served.url); json.Unmarshal([]byte(said), &chile) != nil {
		t.Fatal(said)
	}
	made, _ := mandate(t, exitOK, "review", "edit", chile.ID, "--object", "all lights", "--by", "Ann Lee", "--server", served.url)
	if !strings.Contains(made, "(object: the lights → all lights)") {
		t.Errorf("edit: %q", made)
	}
	remotely := make([]string, len(questions))
	for i, q := range questions {
		remotely[i], _ = mandate(t, exitOK, append(q, "--server", served.url)...)
		if remotely[i] == "" {
			t.Errorf("%v: no answer", q)
		}
	}
	_, unknown := mandate(t, exitFailed, "what", "Chilly", "--server", served.url)
	served.stop(t)
	for i, q := range questions {
		if local, _ := mandate(t, exitOK, append(q, "--db", db)...); local != remotely[i] {
			t.Errorf("%v: the server said\n%s\nthe store says\n%s", q, remotely[i], local)
		}
	}
	if _, local := mandate(t, exitFailed, "what", "Chilly", "--db", db); local != unknown || !strings.Contains(local, "Chile (actor:chile)") {
		t.Errorf("an unknown name: the server said %q, the store says %q", unknown, local)
	}
}

func TestRemoveThroughAServer(t *testing.T) {
	text := filepath.Join(t.TempDir(), "harbours.txt")
	if err := os.WriteFile(text, []byte(harbours), 0o600); err != nil {
		t.Fatal(err)
	}
	served := start(t, "serve", "--db", "mem:", "--listen", "127.0.0.1:0", "--max-upload", "1000")
	mandate(t, exitOK, "ingest", "--server", served.url, text)
	if _, told := mandate(t, exitOK, "reextract", "--server", served.url); !strings.Contains(told, "0 of 1 document had been read by another version") {
		t.Errorf("reextract: %q", told)
	}
	if _, told := mandate(t, exitFailed, "reextract", "--server", served.url, "atlantis"); !strings.Contains(told, "no such document") {
		t.Errorf("reextract what is not there: %q", told)
	}
	mandate(t, exitOK, "remove", "--server", served.url, "harbours-txt")
	if out, _ := mandate(t, exitOK, "export", "--server", served.url); out != "" {
		t.Errorf("after the only document was removed the graph holds\n%s", out)
	}
	if _, err := mandate(t, exitFailed, "remove", "--server", served.url, "harbours-txt"); !strings.Contains(err, "no such document") {
		t.Errorf("removing it again: %q", err)
	}
	if err := os.WriteFile(text, []byte(strings.Repeat(harbours, 100)), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := mandate(t, exitFailed, "ingest", "--server", served.url, text); !strings.Contains(err, "larger than the limit of 1000 bytes") {
		t.Errorf("an upload over the limit: %q", err)
	}
}

func TestListenNearTakesTheNextFreePort(t *testing.T) {
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close()
	next, err := listenNear(taken.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	defer next.Close()
	got, was := next.Addr().(*net.TCPAddr).Port, taken.Addr().(*net.TCPAddr).Port
	if got <= was || got > was+portsToTry {
		t.Errorf("port %d, want one of the next %d after %d", got, portsToTry, was)
	}
	_, message := mandate(t, exitFailed, "demo", "--listen", taken.Addr().String())
	if !strings.Contains(message, "address already in use; choose another address with --listen") {
		t.Errorf("an address that was asked for and is taken: %q", message)
	}
}

func TestUploadsThatCannotBeRead(t *testing.T) {
	served := start(t, "serve", "--db", "mem:", "--listen", "127.0.0.1:0", "--max-upload", "5000")
	address := served.url + "/api/v1/documents"
	for _, c := range []struct {
		name, mediaType, body string
		status                int
		says                  string
	}{
		{"a text", "text/plain", harbours, http.StatusCreated, `"statements":2`},
		{"text in JSON", "application/json", `{"title":"Harbours","text":"Pilots should wait."}`, http.StatusCreated, `"title":"Harbours"`},
		{"nothing", "text/plain", "", http.StatusUnprocessableEntity, "holds no text"},
		{"a binary file", "text/plain", "\x89PNG\r\n\x1a\n", http.StatusUnprocessableEntity, "PNG"},
		{"broken UTF-8", "text/plain", "Caf\xc3\xa9 \xe2\x82 \xff", http.StatusUnprocessableEntity, "save it as UTF-8"},
		{"a broken archive", "application/zip", "PK\x03\x04\x00\x00", http.StatusUnprocessableEntity, "damaged"},
		{"a page", "text/html", "<!DOCTYPE html><p>Pilots should wait.", http.StatusCreated, `"statements":1`},
		{"a picture", "image/png", "x", http.StatusUnsupportedMediaType, "image/png"},
		{"too much", "text/plain", strings.Repeat(harbours, 100), http.StatusRequestEntityTooLarge, "limit of 5000 bytes"},
	} {
		t.Run(c.name, func(t *testing.T) {
			response, err := http.Post(address, c.mediaType, strings.NewReader(c.body))
			if err != nil {
				t.Fatal(err)
			}
			defer response.Body.Close()
			said, err := io.ReadAll(response.Body)
			if err != nil {
				t.Fatal(err)
			}
			if response.StatusCode != c.status || !strings.Contains(string(said), c.says) {
				t.Errorf("%s %s, want %d with %q", response.Status, said, c.status, c.says)
			}
		})
	}
	var documents wire.List[wire.Document]
	get(t, address, &documents)
	if documents.Total != 2 {
		t.Errorf("%d documents are stored, want the 2 that could be read", documents.Total)
	}
}

// With a token file, changes need the token, on loopback too; the command line
// sends it from a file or the environment.
func TestTokens(t *testing.T) {
	folder := t.TempDir()
	token, other, text := filepath.Join(folder, "token"), filepath.Join(folder, "other"), filepath.Join(folder, "harbours.txt")
	for path, content := range map[string]string{token: "0123456789abcdef-one\n", other: "0123456789abcdef-two\n", text: harbours} {
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	served := start(t, "serve", "--db", "mem:", "--listen", "127.0.0.1:0", "--token-file", token)
	for _, args := range [][]string{{"ingest", text}, {"remove", "x"}, {"ingest", "--token-file", other, text}} {
		if _, err := mandate(t, exitFailed, append(args, "--server", served.url)...); !strings.Contains(err, "takes changes with its token alone") {
			t.Errorf("%v: %q", args, err)
		}
	}
	mandate(t, exitOK, "ingest", "--server", served.url, "--token-file", token, text)
	mandate(t, exitOK, "who", "--server", served.url, "wreck")
	t.Setenv("MANDATE_TOKEN", "0123456789abcdef-one")
	mandate(t, exitOK, "remove", "--server", served.url, "harbours-txt")
	if strings.Contains(served.stderr.String(), "0123456789abcdef") {
		t.Error("the token is in the log")
	}
}

// Told to be open, a server that others can reach takes changes of everybody.
func TestOpenServer(t *testing.T) {
	served := start(t, "serve", "--db", "mem:", "--listen", "0.0.0.0:0", "--open")
	port := served.url[strings.LastIndex(served.url, ":"):]
	response, err := http.Post("http://127.0.0.1"+port+"/api/v1/documents", "text/plain", strings.NewReader(harbours))
	if err != nil {
		t.Fatal(err)
	}
	response.Body.Close()
	if response.StatusCode != http.StatusCreated {
		t.Error(response.Status)
	}
}
