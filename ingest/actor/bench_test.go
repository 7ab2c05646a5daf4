package actor

import (
	"testing"

	"mandate/ingest/english"
)

// BenchmarkRead reads the stories of the tests over and over as one document.
func BenchmarkRead(b *testing.B) {
	g := load(b)
	var story []*english.Sentence
	words := 0
	for _, s := range []string{unNamed, itActs, chinaNamed, countryActs, councilNamed, councilActs, pairNamed, bothActors, theyAct, whoDefined, acronymActs} {
		story = append(story, tree(b, s))
		words += len(story[len(story)-1].Tokens)
	}
	b.ReportAllocs()
	for b.Loop() {
		r := g.NewResolver()
		for n := range 1000 {
			s := story[n%len(story)]
			r.Read(n, s)
			r.Resolve(Mention{Sentence: n, Tree: s, Head: headOfTree(s)})
		}
	}
	b.ReportMetric(float64(words)/float64(len(story))*1000*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}
