package ingesttest

import (
	"strings"
	"testing"
)

func TestDocumentsAreMadeFromTheirSeed(t *testing.T) {
	const words = 2000
	one, two := Document(1, words), Document(2, words)
	if one != Document(1, words) {
		t.Error("one seed gives two texts")
	}
	if one == two {
		t.Error("two seeds give one text")
	}
	for _, text := range []string{one, two} {
		if n := len(strings.Fields(text)); n < words || n > words+500 {
			t.Errorf("%d words, want about %d", n, words)
		}
		for _, part := range []string{"\n## 2. ", "\n(b) ", " shall ", "If ", "\n# "} {
			if !strings.Contains("\n"+text, part) {
				t.Errorf("no %q in the text", part)
			}
		}
	}
}
