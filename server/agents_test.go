package server_test

import (
	"net/http"
	"testing"

	"mandate/server"
)

func TestAgents(t *testing.T) {
	agents := http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { w.Write([]byte("tools")) })
	h, _ := newServer(t, func(o *server.Options) { o.Agents, o.Token = agents, "a token of enough length" })
	for _, q := range []request{
		{name: "tools only read, so they need no token", method: "POST", path: "/mcp", header: typed("application/json"), status: 200, with: []string{"tools"}},
		{name: "from the page of another site", method: "POST", path: "/mcp", header: http.Header{"Origin": {"http://elsewhere.example"}, "Content-Type": {"application/json"}}, status: 403},
		{name: "under another name", method: "POST", path: "/mcp", host: "elsewhere.example", header: typed("application/json"), status: 403},
	} {
		t.Run(q.name, func(t *testing.T) { q.run(t, h) })
	}
	without, _ := newServer(t, nil)
	request{method: "POST", path: "/mcp", status: 405}.run(t, without)
}
