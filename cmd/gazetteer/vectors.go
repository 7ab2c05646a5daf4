package main

import (
	"fmt"
	"math"
	"os"

	"mandate/ingest/english"
)

// vectors tell how alike the company is that words keep in running text.
type vectors struct {
	*english.Vectors
	at map[string]int
}

// Words beyond knownWords are too rare for their vectors to be trusted; those
// among the first frequentWords are asked about though WordNet never met them;
// those among the first emptyWords say too little to be near any other.
const (
	knownWords    = 60_000
	frequentWords = 20_000
	emptyWords    = 600
)

// readVectors reads the file that the parser's vectors come from.
func readVectors(path string) (*vectors, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("read word vectors: %w", err)
	}
	defer f.Close()
	read, err := english.ReadVectors(f, knownWords)
	if err != nil {
		return nil, err
	}
	v := &vectors{read, make(map[string]int, len(read.Words))}
	for i, w := range read.Words {
		v.at[w] = i
	}
	return v, nil
}

func (v *vectors) frequent(word string) bool {
	i, known := v.at[word]
	return known && i < frequentWords
}

func (v *vectors) empty(word string) bool {
	i, known := v.at[word]
	return known && i < emptyWords
}

// cosine returns how near two lemmas are, in the singular or in the plural,
// whichever is nearer; 0 where one is not known.
func (v *vectors) cosine(a, b string) float64 {
	return max(v.between(a, b), v.between(a+"s", b+"s"), v.between(a+"s", b+"es"), v.between(a+"s", plural(b)), v.between(plural(a), b+"s"), v.between(plural(a), plural(b)))
}

// plural writes a noun that ends in y in the plural.
func plural(word string) string {
	if n := len(word); n > 0 && word[n-1] == 'y' {
		return word[:n-1] + "ies"
	}
	return word + "s"
}

func (v *vectors) between(a, b string) float64 {
	i, ok := v.at[a]
	j, ok2 := v.at[b]
	if !ok || !ok2 {
		return 0
	}
	var dot, aa, bb float64
	x, y := v.Values[i*v.Width:(i+1)*v.Width], v.Values[j*v.Width:(j+1)*v.Width]
	for k := range x {
		dot += float64(x[k]) * float64(y[k])
		aa += float64(x[k]) * float64(x[k])
		bb += float64(y[k]) * float64(y[k])
	}
	return dot / math.Sqrt(aa*bb)
}
