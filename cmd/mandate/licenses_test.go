package main

import (
	"io/fs"
	"strings"
	"testing"

	"mandate/server/web"
)

// Without Node.js the program is built without notices, and says so.
func TestLicenses(t *testing.T) {
	_, missing := fs.Stat(web.Files(), web.ProgramNotices)
	_, missingOfPage := fs.Stat(web.Files(), web.PageNotices)
	text, err := notices()
	if missing != nil || missingOfPage != nil {
		if err == nil || !strings.Contains(err.Error(), "make build") {
			t.Errorf("without its notices the program says %v", err)
		}
		return
	}
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"cayleygraph/cayley", "svelte", "sigma", "Universal Dependencies", "WordNet"} {
		if !strings.Contains(text, want) {
			t.Errorf("the notices lack %q", want)
		}
	}
}
