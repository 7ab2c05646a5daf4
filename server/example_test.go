package server_test

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"

	"mandate/graph/graphtest"
	"mandate/graph/store"
	"mandate/server"
)

func ExampleNew() {
	ctx := context.Background()
	st, err := store.Open(ctx, "mem:", store.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	defer st.Close()
	if _, err := st.Put(ctx, graphtest.Lantern()); err != nil {
		fmt.Println(err)
	}
	h, err := server.New(server.Options{Store: st})
	if err != nil {
		fmt.Println(err)
	}
	site := httptest.NewServer(h) // a program has h.Run(ctx, listener)
	defer site.Close()

	answer, err := http.Get(site.URL + "/api/v1/search?q=lantern")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer answer.Body.Close()
	text, err := io.ReadAll(answer.Body)
	fmt.Print(string(text), err)
	// Output:
	// {"items":[{"iri":"doc:lantern-charter","label":"Lantern Charter","kind":"Document","aliases":[]}],"total":1}
	// <nil>
}
