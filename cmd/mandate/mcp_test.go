package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/modelcontextprotocol/go-sdk/mcp"
)

// TestAgents asks the program as a language-model agent does: as a process of
// its own on a store, and through a server.
func TestAgents(t *testing.T) {
	db := filepath.Join(t.TempDir(), "db")
	text := filepath.Join(t.TempDir(), "harbours.txt")
	if err := os.WriteFile(text, []byte("Harbour masters shall report every wreck to Norway. They must not sell their charts.\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if out, err := (&exec.Cmd{Path: os.Args[0], Args: []string{"mandate", "ingest", "--db", db, text}}).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	t.Run("process", func(t *testing.T) {
		askAs(t, &mcp.CommandTransport{Command: &exec.Cmd{Path: os.Args[0], Args: []string{"mandate", "mcp", "--db", db}}})
	})
	t.Run("server", func(t *testing.T) {
		s := start(t, "serve", "--db", db, "--listen", "127.0.0.1:0")
		askAs(t, &mcp.StreamableClientTransport{Endpoint: s.url + "/mcp", DisableStandaloneSSE: true})
		askAs(t, &mcp.CommandTransport{Command: &exec.Cmd{Path: os.Args[0], Args: []string{"mandate", "mcp", "--server", s.url}}})
	})
}

func askAs(t *testing.T, transport mcp.Transport) {
	t.Helper()
	client := mcp.NewClient(&mcp.Implementation{Name: "test", Version: "1"}, nil)
	session, err := client.Connect(t.Context(), transport, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer session.Close()
	for _, c := range []struct {
		tool      string
		arguments map[string]any
		with      string
	}{
		{"ask", map[string]any{"question": "Who shall report wrecks?"}, "Harbour masters shall report every wreck to Norway."},
		{"gizmo", map[string]any{"query": `var n = 1; g.V("<actor:harbour-masters>").out("<rdfs:label>").all()`}, "Harbour masters"},
		{"what", map[string]any{"actor": "Atlantis"}, `no actor is called`},
	} {
		result, err := session.CallTool(t.Context(), &mcp.CallToolParams{Name: c.tool, Arguments: c.arguments})
		if err != nil {
			t.Errorf("%s: %v", c.tool, err)
			continue
		}
		text, ok := result.Content[0].(*mcp.TextContent)
		if !ok || !strings.Contains(text.Text, c.with) {
			t.Errorf("%s: no %q in %+v", c.tool, c.with, text)
		}
	}
}
